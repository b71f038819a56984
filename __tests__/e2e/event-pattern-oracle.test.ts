import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import * as any from "../proofs/event-pattern/arbitraries";
import { pythonEnvironment } from "../../emulator/child-environment";
import { findRuntime } from "../../emulator/python";
import { matches } from "../proofs/event-pattern/matches";
import { describeE2E } from "./support/describe-e2e";
import { PLAN_TIMEOUT_MS } from "./support/timeouts";

/**
 * A second opinion on our EventBridge evaluator: moto's matcher, on generated patterns and events. The first is AWS's own
 * (`proofs/event-pattern/engine/`), which also judges what moto cannot.
 */
const PAIRS = 2000;
const SEED = 20261122;

interface Pair {
  readonly pattern: object;
  readonly event: Readonly<Record<string, unknown>>;
}

/** The interpreter that the emulator runs in; in Docker there is none here to ask. */
async function findPython(): Promise<string> {
  const runtime = await findRuntime({ env: process.env, log: () => undefined });
  if (runtime.kind === "python") return runtime.interpreter;
  throw new Error("ORG_BASELINE_PYTHON must name a Python with moto: this test asks moto itself, outside Docker");
}

const askMoto = (python: string, pairs: readonly Pair[]): readonly unknown[] => {
  const script = join(__dirname, "event_pattern_oracle.py");
  const { status, stdout, stderr } = spawnSync(python, [script], {
    env: pythonEnvironment(process.env),
    input: JSON.stringify(pairs),
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  const verdicts: unknown = JSON.parse(stdout);
  return Array.isArray(verdicts) ? verdicts : [];
};

const holds = (event: unknown, types: readonly string[]): boolean =>
  typeof event === "object" && event !== null
    ? Object.values(event).some((value) => holds(value, types))
    : types.includes(typeof event);

/**
 * Where moto (5.2.1) is wrong against AWS's documentation, so that the pair says nothing:
 * - `numeric` compares booleans (Python's true is 1);
 * - `cidr` reads numbers and booleans as addresses (5 is 0.0.0.5, true is 0.0.0.1).
 *
 * Never generated, because moto lacks it or reads it differently: arrays of objects and arrays of arrays (moto does not
 * look into them), empty arrays and objects under `exists` (moto: they exist), line feeds under `wildcard` (its asterisk
 * stops there), booleans beside 0 and 1 (Python: equal), addresses of which one begins with another's digits (moto
 * tells IPv4 from IPv6, AWS's matcher does not), and all that our parser refuses (moto accepts most of it, or answers
 * "no match").
 */
const isFair = ({ pattern, event }: Pair): boolean => {
  const text = JSON.stringify(pattern);
  if (text.includes('"cidr"') && holds(event, ["number", "boolean"])) return false;
  return !(text.includes('"numeric"') && holds(event, ["boolean"]));
};

/** Whole patterns, which mostly stay quiet, and single fields, which often fire. */
const pair: fc.Arbitrary<Pair> = fc
  .oneof(
    fc.record({ pattern: any.pattern, event: any.event }),
    fc
      .tuple(any.entries, any.value)
      .map(([a, value]) => ({ pattern: { detail: { a } }, event: { detail: { a: value } } })),
  )
  .filter(isFair);

describeE2E("moto's matcher", () => {
  const agrees = async (): Promise<void> => {
    const pairs = fc.sample(pair, { numRuns: PAIRS, seed: SEED });
    const ours = pairs.map(({ pattern, event }) => matches(pattern, event));
    const theirs = askMoto(await findPython(), pairs);
    expect(pairs.filter((_pair, index) => ours[index] !== theirs[index])).toEqual([]);

    const firing = ours.filter(Boolean).length;
    expect(Math.min(firing, PAIRS - firing)).toBeGreaterThan(PAIRS / 10);
  };

  test("agrees with our evaluator", agrees, PLAN_TIMEOUT_MS);
});
