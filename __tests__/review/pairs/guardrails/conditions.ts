import { harmful, type Pair } from "../pair";
import { deny, kept, loosened, S3, team } from "./team";

const exempt = (...names: readonly string[]) => ({
  ArnNotLike: { "aws:PrincipalArn": names.map((name) => `arn:aws:iam::444444444444:role/${name}`) },
});

const regions = (...names: readonly string[]) => ({ StringNotEquals: { "aws:RequestedRegion": names } });

const TEAM_ON_ROOT = 'aws_organizations_policy_attachment.team["root"]';

/** The team's policy, on its unit and on the root. */
const exemptOnRoot = (...names: readonly string[]) => team([deny({ ...S3, Condition: exempt(...names) })]);

export const CONDITION_PAIRS: readonly Pair[] = [
  loosened("a condition empties the deny", S3, {
    ...S3,
    Condition: { StringEquals: { "aws:RequestedRegion": "nowhere-1" } },
  }),
  kept("a condition goes", [{ ...S3, Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } } }], [S3]),
  loosened(
    "root sessions are let through",
    S3,
    { ...S3, Condition: { Null: { "aws:AssumedRoot": "true" } } },
    /a root session/,
  ),
  loosened(
    "a principal is exempt",
    { ...S3, Condition: exempt("Deploy") },
    { ...S3, Condition: exempt("Deploy", "Mallory") },
    /Mallory/,
  ),
  kept(
    "a principal is exempt no longer",
    [{ ...S3, Condition: exempt("Deploy", "Old") }],
    [{ ...S3, Condition: exempt("Deploy") }],
  ),
  loosened(
    "an exempt name becomes a pattern",
    { ...S3, Condition: exempt("Deploy") },
    { ...S3, Condition: exempt("Deploy*") },
  ),
  loosened(
    "a Region is opened",
    { Action: "ec2:*", Condition: regions("us-east-1") },
    { Action: "ec2:*", Condition: regions("us-east-1", "eu-west-1") },
  ),
  kept(
    "a Region is closed",
    [{ Action: "ec2:*", Condition: regions("us-east-1", "eu-west-1") }],
    [{ Action: "ec2:*", Condition: regions("us-east-1") }],
  ),
  loosened(
    "a second condition stands beside the first",
    { Action: "ec2:*", Condition: regions("us-east-1") },
    { Action: "ec2:*", Condition: { ...regions("us-east-1"), Bool: { "aws:MultiFactorAuthPresent": "false" } } },
  ),
  harmful(
    "somebody of one account is exempt from a policy on the root",
    "guardrail-denial",
    exemptOnRoot("Deploy", "Mallory"),
    {
      given: (draft) => exemptOnRoot("Deploy")(draft).add(TEAM_ON_ROOT, { policy_id: "p-team", target_id: "root" }),
      says: /role Mallory/,
    },
  ),
];
