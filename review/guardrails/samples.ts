import { GUARDRAILS } from "../../catalogue/guardrails";
import { principalOf } from "../../config";
import { spelledKey, type Call, type ContextValue, type Principal } from "../../proofs/policy";
import type { ConditionTest, PolicyStatement } from "../policy/statement";

/** Stands for the account of a unit whose accounts nobody knows. */
export const SOMEBODY = "000000000000";

/** Stands for an account outside of the organization. */
export const OUTSIDE = "999999999999";

/** What stands where a pattern leaves it open: no real name holds it. */
const FILLERS = ["", "Zq0"];

const filled = (pattern: string): readonly string[] =>
  /[*?]/.test(pattern) ? FILLERS.map((filler) => pattern.replaceAll("*", filler).replaceAll("?", "0")) : [pattern];

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The actions of the proofs of our guardrails. */
const PROVEN = unique(GUARDRAILS.flatMap(({ denies }) => denies.map(({ action }) => action)));

/** Actions that the statements speak of, near misses beside them, and those of the proofs of our guardrails. */
export function actionSamples(statements: readonly PolicyStatement[]): readonly string[] {
  const patterns = statements.flatMap(({ actions }) => actions.patterns.filter((pattern) => pattern !== "*"));
  const near = patterns.flatMap((pattern) => [...filled(pattern), ...(pattern.includes("*") ? [] : [`${pattern}Zq0`])]);
  return unique(
    [...near, ...PROVEN, "ec2:RunInstances", "zq0:Unheard"].filter((action) => /^[a-z0-9-]+:[a-z0-9-]+$/i.test(action)),
  );
}

/** Resources that the statements speak of, near misses, and none at all. */
export function resourceSamples(statements: readonly PolicyStatement[]): readonly string[] {
  const patterns = statements.flatMap(({ resources }) => resources.patterns.filter((pattern) => pattern !== "*"));
  return unique([
    "*",
    ...patterns.flatMap(filled),
    ...patterns.map((pattern) => `${filled(pattern)[0] ?? ""}Zq0`),
    "arn:aws:s3:::zq0",
  ]);
}

/** Keys that the caller settles, so that no call gives them. */
const SETTLED =
  /^aws:(principal(arn|account|type|orgid|isawsservice|servicename)|userid|username|assumedroot|resourceaccount)$/;

const FORGED: Readonly<Record<string, readonly string[]>> = {
  Bool: ["true", "false"],
  Null: ["true", "Zq0", "arn:aws:iam::aws:policy/Zq0", "1"],
  Numeric: ["0", "1", "100000"],
  Date: ["2001-01-01T00:00:00Z", "2101-01-01T00:00:00Z"],
  Ip: ["192.0.2.77", "10.0.0.7"],
};

/** Values that a request may carry under a key, the absent one first. */
function valuesOf(tests: readonly ConditionTest[]): readonly (ContextValue | undefined)[] {
  const values = tests.flatMap(({ values: written }) => written);
  const kinds = Object.entries(FORGED).flatMap(([kind, forged]) =>
    tests.some(({ operator }) => operator.includes(kind)) ? forged : [],
  );
  const texts = unique([...values.flatMap(filled), ...values.map((value) => `${filled(value)[0] ?? ""}Zq0`), ...kinds]);
  const isMany = tests.some(({ operator }) => operator.startsWith("For"));
  return [undefined, ...texts, ...(isMany ? texts.map((text) => [text]) : [])].slice(0, 40);
}

/** Contexts by the keys of the statements: for each key each of its values, as far as `most` goes. */
export function* contextSamples(
  statements: readonly PolicyStatement[],
  most: number,
): Generator<NonNullable<Call["context"]>> {
  const tests = statements.flatMap(({ conditions }) => conditions);
  const keys = unique(tests.map(({ key }) => key)).filter((key) => !SETTLED.test(key));
  const choices = keys.map((key) => valuesOf(tests.filter((test) => test.key === key)));
  const total = choices.reduce((product, values) => product * values.length, 1);
  // Over everything in equal steps where that is too much: the step is odd, so that no key stands still.
  const step = Math.max(1, Math.ceil(total / most) | 1);
  for (let number = 0; number < total; number += total > most ? step : 1) {
    let rest = number;
    const context: Record<string, ContextValue> = {};
    for (const [index, values] of choices.entries()) {
      const value = values[rest % values.length];
      rest = Math.floor(rest / values.length);
      if (value !== undefined) context[spelledKey(keys[index] ?? "")] = value;
    }
    yield context;
  }
}

const PRINCIPAL_ARN = "aws:principalarn";
const PRINCIPAL_ORGANIZATION = "aws:principalorgid";

const valuesIn = (statements: readonly PolicyStatement[], key: string): readonly string[] =>
  statements.flatMap(({ conditions }) => conditions.filter((test) => test.key === key)).flatMap(({ values }) => values);

/**
 * Who may call in an account: its root, a root session, somebody, and whom the statements name in it.
 *
 * @param mayBeAny - whether nobody knows which account it is: then whoever is named may be in it
 */
export function principalSamples(
  account: string,
  statements: readonly PolicyStatement[],
  mayBeAny = false,
): readonly Principal[] {
  const named = valuesIn(statements, PRINCIPAL_ARN).flatMap((pattern) => {
    const [, partition = "aws", , , owner = "", ...rest] = pattern.split(":");
    const fields = ["arn", partition.replace("*", ""), "iam", "", /[*?]/.test(owner) ? account : owner, rest.join(":")];
    return filled(fields.join(":")).map((text) => text.replace("arn::", "arn:aws:"));
  });
  const near = named.map((text) => `${text}Zq0`);
  const sampled = [...named, ...near].flatMap((text) => principalOf(text) ?? []);
  const members = valuesIn(statements, PRINCIPAL_ORGANIZATION).map((organization): Principal => ({
    type: "role",
    account,
    name: "Administrator",
    organization,
  }));
  return [
    { type: "root", account },
    { type: "assumed-root", account },
    { type: "role", account, name: "Administrator" },
    { type: "user", account, name: "alice" },
    ...members,
    ...sampled.filter((principal) => "account" in principal && (mayBeAny || principal.account === account)),
  ];
}
