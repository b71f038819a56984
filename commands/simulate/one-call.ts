import type { Blueprint } from "../../config";
import { describe, evaluate, type Call, type Level, type Verdict } from "../../proofs/policy";
import type { ExitCode } from "../contract/exit-code";
import { Mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { callerOf } from "./caller";
import { contextOf, required, type Options } from "./options";

/** What was judged and what came out. */
export interface Judgement {
  readonly call: Call;
  readonly levels: readonly Level[];
  readonly verdict: Verdict;
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** The call that the options describe. Every request carries a Region and a transport; these are filled in. */
export function callOf(blueprint: Blueprint, account: string, options: Options): Call {
  const principal = callerOf(blueprint, account, required("principal", options.principal));
  const isService = principal.type === "service";
  return {
    principal,
    action: required("action", options.action),
    ...(options.resource === undefined ? {} : { resource: options.resource }),
    ...(isService ? { resourceAccount: account } : {}),
    context: {
      "aws:RequestedRegion": blueprint.homeRegion,
      "aws:SecureTransport": "true",
      ...contextOf(options.context),
    },
    at: options.at ?? now(),
  };
}

/** How the evaluator says that it does not understand a call. Any other error is a bug. */
const REFUSAL = /^(.+?) must (.+), got (.+)$/s;

/** Judges the call. What the evaluator refuses (an unknown key, an action with wildcards) is a mistake of the caller. */
export function judge({ accounts }: Blueprint, call: Call, levels: readonly Level[]): Judgement {
  try {
    return { call, levels, verdict: evaluate(call, levels, { managementAccount: accounts.management.id }) };
  } catch (error) {
    if (error instanceof Error && REFUSAL.test(error.message)) throw new Mistake(error.message, { cause: error });
    throw error;
  }
}

/** Prints the judgement, and what nobody should overlook beside it. Answers with the exit code: 2 is a denial. */
export function report(
  { call, levels, verdict }: Judgement,
  json: boolean,
  warnings: readonly string[] = [],
): ExitCode {
  warnings.forEach((warning) => console.error(`warning: ${warning}`));
  if (json) {
    const path = levels.map(({ kind, id, name, policies }) => ({
      kind,
      id,
      ...(name === undefined ? {} : { name }),
      policies: policies.map((policy) => policy.name),
    }));
    printJson({ ...verdict, sentence: describe(verdict), call, path, warnings });
  } else {
    console.log(describe(verdict));
    console.log(`judged: ${levels.map(({ id, name }) => name ?? id).join(" > ")}, at ${call.at ?? "no time"}`);
  }
  return verdict.decision === "denied" ? 2 : 0;
}
