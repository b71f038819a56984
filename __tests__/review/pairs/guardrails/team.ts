import type { Draft } from "../../draft";
import { harmful, harmless, type Pair } from "../pair";

export const TEAM = "aws_organizations_policy.team";
export const TEAM_ATTACHED = 'aws_organizations_policy_attachment.team["Workloads/Prod"]';

export type Statement = Record<string, unknown>;

export const content = (statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });

export const deny = (statement: Statement): Statement => ({ Sid: "Team", Effect: "Deny", Resource: "*", ...statement });

/** A policy of the team's own on Workloads/Prod. */
export const team =
  (statements: readonly Statement[], type = "SERVICE_CONTROL_POLICY") =>
  (draft: Draft) =>
    draft
      .add(TEAM, { content: content(statements), name: "team", type, id: "p-team" })
      .add(TEAM_ATTACHED, { policy_id: "p-team", target_id: "Workloads/Prod" });

export const becomes = (statements: readonly Statement[]) => (draft: Draft) =>
  draft.set(TEAM, { content: content(statements) });

/** The team's policy, from some statements to others. */
export const loosened = (name: string, before: Statement, after: Statement, says?: RegExp): Pair =>
  harmful(name, "guardrail-denial", becomes([deny(after)]), {
    given: team([deny(before)]),
    ...(says === undefined ? {} : { says }),
  });

export const kept = (name: string, before: readonly Statement[], after: readonly Statement[]): Pair =>
  harmless(name, becomes(after.map(deny)), team(before.map(deny)));

export const undecided = (name: string, before: Statement, after: Statement): Pair =>
  harmful(name, "guardrail-undecided", becomes([deny(after)]), { given: team([deny(before)]) });

/** A statement that is about one action. */
export const S3 = { Action: "s3:DeleteBucket" };
