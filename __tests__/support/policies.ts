import type { PolicyStatement } from "../../catalogue/resource-policies/statement";
import { received } from "./template";
import { elementsOf, type Terraform, textsIn } from "./terraform";

/** Arguments that hold JSON which AWS reads. */
const ARGUMENTS = ["policy", "assume_role_policy", "content", "event_pattern", "input_template"];

export interface JsonText {
  /** Address and argument. */
  readonly where: string;
  readonly argument: string;
  readonly type: string;
  /** The text as Terraform reads it. */
  readonly text: string;
}

/** Every JSON text of a stack: by the argument that holds it, or because it looks like one. */
export const jsonTexts = (stack: Terraform): readonly JsonText[] =>
  elementsOf(stack).flatMap(({ address, type, body }) =>
    textsIn(body)
      .map(({ path, text }) => ({
        where: `${address}.${path}`,
        argument: path.split(".").at(-1) ?? "",
        type,
        text,
      }))
      .filter(({ argument, text }) => ARGUMENTS.includes(argument) || /^\s*\{\s*"/.test(text)),
  );

/** A statement of a policy, as it is written. */
export type WrittenStatement = PolicyStatement;

interface WrittenPolicy {
  readonly Version: string;
  readonly Statement: readonly WrittenStatement[];
}

/** The policy in an argument, as AWS receives it. */
export const policyIn = (text: unknown): WrittenPolicy => JSON.parse(received(String(text))) as WrittenPolicy;

export const statementsIn = (text: unknown): readonly WrittenStatement[] => policyIn(text).Statement;

/** The statement of a Sid. Throws where the policy has none. */
export function statement(text: unknown, sid: string): WrittenStatement {
  const found = statementsIn(text).find((candidate) => candidate.Sid === sid);
  if (found === undefined) throw new Error(`no statement ${sid} in ${String(text)}`);
  return found;
}

/** One value or a list of them, as a list. */
export const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly T[]) : [value as T];
