import { isObject, strictJson } from "../../proofs/policy";
import { canonical, isNothing } from "../model/thing";

/** Lists whose order says nothing are sorted, a list of one is its text. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(tidy);
    return items.length === 1 && typeof items[0] === "string"
      ? items[0]
      : items.sort((a, b) => (canonical(a) < canonical(b) ? -1 : 1));
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tidy(inner)])) : value;
}

function statements(text: unknown): readonly string[] {
  if (typeof text !== "string" || text === "") return [];
  const policy = strictJson(text, "policy");
  const found = isObject(policy) ? (policy["Statement"] ?? []) : [];
  return (Array.isArray(found) ? found : [found]).map((statement) => JSON.stringify(tidy(statement), undefined, 1));
}

/** Lines of a difference, as `diff` writes them. What is equal on both sides is left out. */
function lines(before: readonly string[], after: readonly string[]): readonly string[] {
  const gone = before.filter((line) => !after.includes(line));
  const come = after.filter((line) => !before.includes(line));
  return [...gone.map((line) => `- ${line}`), ...come.map((line) => `+ ${line}`)];
}

const sidOf = (statement: string): string => /"Sid": "([^"]*)"/.exec(statement)?.[1] ?? "";

const oneLine = (statement: string): string => statement.replace(/\n\s*/g, " ");

/**
 * What changes in a policy, whole: statements that go and that come, lists in the order that `tidy` gives them; both
 * texts where they cannot be read.
 */
export function changedStatements(before: unknown, after: unknown): unknown {
  try {
    const [old, young] = [statements(before), statements(after)];
    const [gone, come] = [old.filter((each) => !young.includes(each)), young.filter((each) => !old.includes(each))];
    const isRead = [before, after].every((text) => typeof text === "string" || isNothing(text));
    return isRead ? { gone, come } : { before, after };
  } catch {
    return { before, after };
  }
}

/** What changes in a policy, statement by statement, matched by Sid. Nothing where the texts cannot be read. */
export function statementDiff(before: unknown, after: unknown): readonly string[] {
  try {
    const [old, young] = [statements(before), statements(after)];
    const stays = (statement: string) => old.includes(statement) && young.includes(statement);
    const [gone, come] = [old.filter((each) => !stays(each)), young.filter((each) => !stays(each))];
    const paired = gone.map(
      (each) => [each, come.find((other) => sidOf(other) !== "" && sidOf(other) === sidOf(each))] as const,
    );
    const partners = new Set(paired.map(([, other]) => other));
    return [
      ...paired.flatMap(([each, other]) =>
        other === undefined
          ? [`- ${oneLine(each)}`]
          : [
              `  ${sidOf(each)}`,
              ...lines(
                each.split("\n").map((line) => line.trim().replace(/,$/, "")),
                other.split("\n").map((line) => line.trim().replace(/,$/, "")),
              ),
            ],
      ),
      ...come.filter((each) => !partners.has(each)).map((each) => `+ ${oneLine(each)}`),
    ];
  } catch {
    return [];
  }
}
