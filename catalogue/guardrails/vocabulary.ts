import type { Call, Principal } from "../../proofs/policy";
import type { ProofCall } from "../guardrail";

/** The words in which the proof of a guardrail is written. Who calls, and on what, stands in cast.ts. */
interface Caller {
  /** The same caller at a moment in UTC: `2026-12-01T08:00:00Z`. */
  readonly at: (moment: string) => Caller;
  /** The same caller on what an account owns, whose resource control policies are judged. */
  readonly in: (account: string) => Caller;
  /** One call: the action, the resource if it has one, and what the request carries besides. */
  readonly calls: (action: string, resource?: string, context?: Call["context"]) => ProofCall;
}

const caller = (start: Omit<ProofCall, "action">): Caller => ({
  at: (moment) => caller({ ...start, at: moment }),
  in: (account) => caller({ ...start, resourceAccount: account }),
  calls: (action, resource, context) => ({
    ...start,
    action,
    ...(resource === undefined ? {} : { resource }),
    ...(context === undefined ? {} : { context }),
  }),
});

/** A call of somebody: `by(SECURITY_ADMINISTRATOR).calls("events:DisableRule", RULE)`. */
export const by = (principal: Principal): Caller => caller({ principal });

/** A call that tries to get around the guardrail, and how: `attack("…").by(…).calls(…)`. The sentence is printed. */
export const attack = (sentence: string) => ({
  by: (principal: Principal): Caller => caller({ principal, attack: sentence }),
});

/** A call whose reason does not show by itself: `note("…").by(…).calls(…)`. The sentence is printed. */
export const note = (sentence: string) => ({
  by: (principal: Principal): Caller => caller({ principal, note: sentence }),
});
