import { blueprintOf, mustPass, parseConfig } from "../../../config";
import { memberResources } from "../../../config/lock-out/callers/member-resources";
import { RUN_TIME } from "../../../config/lock-out/callers/run-time";
import { CASES } from "../../support/examples";
import { synth } from "../../support/synth";

/** Every resource that the stacks make: its type, and the account of its provider. */
const made = (config: (typeof CASES)[number][1]) =>
  Object.values(synth(config).stacks).flatMap(({ resource = {} }) =>
    Object.entries(resource).flatMap(([type, bodies]) =>
      Object.values(bodies).map((body) => {
        const provider = String((body as { readonly provider?: unknown }).provider);
        const account = /^aws\.(management|security|log-archive)/.exec(provider)?.[1] ?? "none";
        return { type, account };
      }),
    ),
  );

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

describe.each(CASES)("%s", (_name, config) => {
  const resources = made(config).filter(({ type }) => type.startsWith("aws_"));
  const blueprint = blueprintOf(parseConfig(config));
  const { security, ownLogArchive } = blueprint.accounts;

  it("makes no resource of which nobody says what it calls", () => {
    expect(resources.length).toBeGreaterThan(0);
    expect(distinct(resources.map(({ type }) => type)).filter((type) => !(type in RUN_TIME))).toEqual([]);
  });

  it("lets the pipeline write what the stacks make in member accounts, and nothing else", () => {
    const listed = (id: string | undefined) =>
      distinct(memberResources(blueprint).flatMap(({ account, types }) => (account === id ? types : [])));
    const there = (account: string) => distinct(resources.flatMap((one) => (one.account === account ? one.type : [])));
    expect(listed(security.id)).toEqual(there("security"));
    expect(listed(ownLogArchive?.id)).toEqual(ownLogArchive === undefined ? [] : there("log-archive"));
  });

  it("has a call for each caller of a resource in a member account", () => {
    const inMembers = resources.filter(({ account }) => account === "security" || account === "log-archive");
    const silent = distinct(inMembers.map(({ type }) => type)).filter((type) => {
      const callers = RUN_TIME[type];
      return typeof callers === "object" && callers.every((calls) => calls(blueprint).length === 0);
    });
    expect(silent).toEqual([]);
  });

  it("knows of each call who makes it, where, and what is lost", () => {
    const calls = mustPass(blueprint);
    expect(calls.length).toBeGreaterThan(20);
    for (const { who, loss, call } of calls) {
      expect(who).toMatch(/\S/);
      expect(loss).toMatch(/\S/);
      expect(call.context).toHaveProperty(["aws:RequestedRegion"]);
      expect(call.context).toHaveProperty(["aws:SecureTransport"], true);
    }
  });
});

test("a reason says something, and a caller is a function", () => {
  for (const callers of Object.values(RUN_TIME))
    if (typeof callers === "string") expect(callers).toMatch(/\w+ \w+/);
    else expect(callers.length).toBeGreaterThan(0);
});
