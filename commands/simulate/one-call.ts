import type { Blueprint } from "../../config";
import { absentFrom, decide, describe, type Call, type Level, type Undecided, type Verdict } from "../../proofs/policy";
import type { ExitCode } from "../contract/exit-code";
import { Mistake } from "../contract/mistake";
import { printJson } from "../output/json";
import { callerOf } from "./caller";
import { required } from "../contract/required";
import { contextOf, type Options } from "./options";
import { ownerOf, requestContext } from "./request";

/** What was judged and what came out. */
export interface Judgement {
  readonly call: Call;
  readonly levels: readonly Level[];
  readonly verdict: Verdict | Undecided;
}

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, "Z");

/** The call that the options describe. What AWS sends with every request is filled in. */
export function callOf(blueprint: Blueprint, account: string, options: Options): Call {
  const principal = callerOf(blueprint, account, required("principal", options.principal));
  const action = required("action", options.action);
  const { resource } = options;
  const owner = ownerOf(principal, account, resource);
  return {
    principal,
    action,
    ...(resource === undefined ? {} : { resource }),
    ...(owner === undefined ? {} : { resourceAccount: owner }),
    context: requestContext(blueprint, action, contextOf(options.context)),
    at: options.at ?? now(),
  };
}

/** How the evaluator says that it does not understand a call. Any other error is a bug. */
const REFUSAL = /^(.+?) must (.+), got (.+)$/s;

/**
 * Judges the call. A value that decides, and that the call neither gives nor surely lacks, leaves it undecided; `absent`
 * are further keys that it lacks. What the evaluator refuses (an unknown key, an action with wildcards) is a mistake of the caller. */
export function judge(
  { accounts }: Blueprint,
  call: Call,
  levels: readonly Level[],
  absent: readonly string[],
): Judgement {
  try {
    const isAbsent = absentFrom(
      call.principal,
      absent.map((key) => key.toLowerCase()),
    );
    return { call, levels, verdict: decide(call, levels, isAbsent, { managementAccount: accounts.management.id }) };
  } catch (error) {
    if (error instanceof Error && REFUSAL.test(error.message)) throw new Mistake(error.message, { cause: error });
    throw error;
  }
}

/** Prints the judgement, and what nobody should overlook beside it. Answers with the exit code: 2 is not a yes. */
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
    if (verdict.decision === "undecided")
      console.log("give the values with --context key=value, or --absent key for what the request does not carry");
    console.log(`judged: ${levels.map(({ id, name }) => name ?? id).join(" > ")}, at ${call.at ?? "no time"}`);
  }
  return verdict.decision === "denied" || verdict.decision === "undecided" ? 2 : 0;
}
