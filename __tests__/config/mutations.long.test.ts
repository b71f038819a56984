import fc from "fast-check";
import { ConfigurationError, parseConfig } from "../../config";
import baseline from "../../baseline.config";
import controlTower from "../../examples/control-tower";
import govcloud from "../../examples/govcloud";
import greenfield from "../../examples/greenfield";
import minimal from "../../examples/single-region-minimal";
import { validConfig } from "./valid-config";

const guarded = {
  ...validConfig,
  guardrails: {
    ...validConfig.guardrails,
    attach: [...validConfig.guardrails.attach, { id: "protect-delivery-roles", targets: ["root"] }],
    exemptPrincipals: [
      "arn:aws:iam::*:role/AWSControlTowerExecution",
      "arn:aws:iam::444444444444:role/stacksets-exec-*",
    ],
    packs: [{ name: "root-sessions", guardrails: ["deny-root-access-keys", "restrict-root-sessions"] }],
    files: [
      {
        name: "region-guard",
        type: "SERVICE_CONTROL_POLICY",
        policy: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "ec2:*", Resource: "*" }] },
        targets: ["Workloads"],
      },
      { name: "other", type: "RESOURCE_CONTROL_POLICY", policy: "examples/policies/none.json", targets: ["root"] },
    ],
    rootExceptions: [
      { account: "444444444444", reason: "x", from: "2026-12-01T08:00:00Z", until: "2026-12-02T08:00:00Z" },
    ],
  },
};

const CONFIGURATIONS = [guarded, guarded, validConfig, baseline, controlTower, govcloud, greenfield, minimal];

/** Fixed, so that a run today and a run tomorrow judge the same configurations. */
const SEED = 20261122;

class Strange {
  toJSON(): never {
    throw new Error("no JSON");
  }
}

const cyclic = () => {
  const object: Record<string, unknown> = {};
  return Object.assign(object, { self: [object] });
};

const strange = fc.constantFrom<() => unknown>(
  () => Symbol("x"),
  () => 5n,
  () => NaN,
  () => -Infinity,
  () => new Date(NaN),
  () => new Strange(),
  () => new Map([[1, 2]]),
  () => () => "x",
  () => Object.assign(new Array<unknown>(3), { 1: "x" }),
  () => new Array<unknown>(1e9),
  () => Object.create(null) as unknown,
  () => JSON.parse('{ "__proto__": { "mode": "use" }, "constructor": {}, "toString": 1 }') as unknown,
  cyclic,
  () => undefined,
  () => "constructor",
  () => "\u2028 must be, got\n\u0000",
);

const value: fc.Arbitrary<() => unknown> = fc.oneof(
  strange,
  fc.jsonValue({ maxDepth: 3 }).map((json) => () => json),
  // What stands in a configuration somewhere, now in another place.
  fc
    .constantFrom("root", "create", "use", "us-east-1", "us-gov-east-1", "111111111111", "COMPLIANCE", [], {})
    .map((v) => () => v),
);

const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "hasOwnProperty", "0", "mode"));

/** Where to go: at each level, the entry at this share of the entries; then what to do there. */
const mutation = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
  act: fc.constantFrom("delete", "replace", "add"),
  value,
  key,
});

type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

const define = (object: object, name: string, content: unknown): void => {
  Object.defineProperty(object, name, { value: content, enumerable: true, configurable: true, writable: true });
};

const namesOf = (holder: object): readonly string[] => {
  try {
    return Object.keys(holder);
  } catch {
    return [];
  }
};

function mutate(holder: object, { way, act, value, key }: Mutation): void {
  const [step = 0, ...rest] = way;
  const names = namesOf(holder);
  const name = names[step % Math.max(names.length, 1)];
  const inner: unknown = name === undefined ? undefined : Reflect.get(holder, name);
  const goes = rest.length > 0 && typeof inner === "object" && inner !== null && Object.isExtensible(inner);
  if (goes) mutate(inner, { way: rest, act, value, key });
  else if (act === "add" || name === undefined)
    define(holder, Array.isArray(holder) ? String(holder.length) : key, value());
  else if (act === "delete") Reflect.deleteProperty(holder, name);
  else define(holder, name, value());
}

const LINE = /^ {2}.+ must .+, got .+$/;
/** What a message of zod or of JavaScript leaves in a rule. */
const LEAK = /undefined|\[object|\bnull\b|NaN|Invalid|Expected|\n/;

describe("a configuration with mistakes", () => {
  it("parses, or is reported line by line", () => {
    const property = fc.property(
      fc.constantFrom(...CONFIGURATIONS),
      fc.array(mutation, { minLength: 1, maxLength: 4 }),
      (config, mutations) => {
        const mutated = structuredClone(config);
        for (const each of mutations) mutate(mutated, each);
        try {
          parseConfig(mutated, "file.ts");
        } catch (error) {
          if (!(error instanceof ConfigurationError)) throw error;
          const [head, ...lines] = error.message.split("\n");
          expect(head).toMatch(/^file\.ts has \d+ problems?:$/);
          expect(lines).toHaveLength(error.problems.length);
          expect(lines.filter((line) => !LINE.test(line))).toEqual([]);
          expect(error.problems.map(({ rule }) => rule).filter((rule) => LEAK.test(rule))).toEqual([]);
        }
      },
    );
    fc.assert(property, { seed: SEED, numRuns: 1000 });
  });
});
