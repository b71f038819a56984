import type { Baseline } from "../../config";
import { describe, evaluate, type Call, type Level, type Verdict } from "../../proofs/policy";
import { UsageError } from "../usage-error";
import { callerOf } from "./caller";
import { required, type Options } from "./options";

/** What was judged and what came out. */
export interface Judgement {
  readonly call: Call;
  readonly verdict: Verdict;
}

/** The call that the options describe. Every request carries a Region and a transport; these are filled in. */
export function callOf(baseline: Baseline, account: string, options: Options): Call {
  const principal = callerOf(baseline, account, required("principal", options.principal));
  const isService = principal.type === "service";
  return {
    principal,
    action: required("action", options.action),
    ...(options.resource === undefined ? {} : { resource: options.resource }),
    ...(isService ? { resourceAccount: account } : {}),
    context: { "aws:RequestedRegion": baseline.homeRegion, "aws:SecureTransport": "true", ...options.context },
    at: options.at,
  };
}

/** Judges the call. What the evaluator refuses (an unknown key, an action with wildcards) is a mistake of the caller. */
export function judge(baseline: Baseline, call: Call, levels: readonly Level[]): Judgement {
  try {
    return { call, verdict: evaluate(call, levels, { managementAccount: baseline.accounts.management.id }) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

const DENIED = 2;

/** Prints the judgement and answers with the exit code. */
export function report({ call, verdict }: Judgement, levels: readonly Level[], json: boolean): number {
  if (json) {
    const path = levels.map(({ kind, id, name, policies }) => ({
      kind,
      id,
      ...(name === undefined ? {} : { name }),
      policies: policies.map((policy) => policy.name),
    }));
    console.log(JSON.stringify({ ...verdict, sentence: describe(verdict), call, path }, undefined, 2));
  } else {
    console.log(describe(verdict));
    console.log(`judged: ${levels.map(({ id, name }) => name ?? id).join(" > ")}, at ${call.at ?? "no time"}`);
  }
  return verdict.decision === "denied" ? DENIED : 0;
}
