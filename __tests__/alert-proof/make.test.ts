import { make } from "../../alert-proof/make";
import { callsOf, type ProofCall } from "../../alert-proof/paths";
import { blueprintOf, parseConfig } from "../../config";
import { Clients } from "../../organization/clients/clients";
import { ServiceError, standIn, type Answers } from "../organization/stand-in-aws";
import { configuration } from "../support/configuration";

const baseline = parseConfig(configuration());
const blueprint = blueprintOf(baseline);
const callOf = (id: ProofCall["harmless"]["id"]): ProofCall => {
  const call = callsOf(blueprint).find(({ harmless, account }) => harmless.id === id && account === "management");
  if (call === undefined) throw new Error(`there is a call ${id}`);
  return call;
};

const GROUP = { logGroups: [{ logGroupName: "org-baseline-trail", retentionInDays: 365 }] };
const NO_RULE = new ServiceError("ResourceNotFoundException", "Rule org-baseline-alert-proof does not exist.");
const DENIED = new ServiceError("AccessDeniedException", "not authorized");

/** What was called of AWS, and what became of the call. */
async function tried(id: ProofCall["harmless"]["id"], answers: Answers) {
  const aws = await standIn(baseline.accounts.management.id, answers);
  try {
    const { notMade } = await make(new Clients(baseline, aws.env), blueprint, callOf(id));
    return { calls: aws.calls, notMade };
  } finally {
    await aws.stop();
  }
}

test("the retention is set to what was read, and to nothing else", async () => {
  const { calls } = await tried("same-retention", { DescribeLogGroups: GROUP });
  expect(calls).toEqual(["DescribeLogGroups org-baseline-trail", "PutRetentionPolicy org-baseline-trail 365"]);
});

test("a rule is deleted only where it is known not to exist", async () => {
  const { calls } = await tried("no-rule", { DescribeRule: NO_RULE });
  expect(calls).toEqual(["DescribeRule org-baseline-alert-proof", "DeleteRule org-baseline-alert-proof"]);
});

test.each([
  [
    "a log group that keeps its events for ever",
    "same-retention",
    { logGroups: [{ logGroupName: "org-baseline-trail" }] },
  ],
  [
    "a log group whose name begins alike",
    "same-retention",
    { logGroups: [{ logGroupName: "org-baseline-trail-2", retentionInDays: 1 }] },
  ],
  ["a rule of that name", "no-rule", { Name: "org-baseline-alert-proof" }],
] as const)("nothing is called on %s", async (_what, id, found) => {
  const { calls, notMade } = await tried(id, { DescribeLogGroups: found, DescribeRule: found });
  expect(calls).toHaveLength(1);
  expect(notMade).toMatch(/for ever|does not exist|exists/);
});

test.each([
  ["same-retention", { DescribeLogGroups: GROUP, PutRetentionPolicy: DENIED }, "logs:PutRetentionPolicy"],
  ["no-rule", { DescribeRule: NO_RULE, DeleteRule: DENIED }, "events:DeleteRule"],
] as const)("credentials that only read are told what %s needs", async (id, answers, action) => {
  const { notMade } = await tried(id, answers);
  expect(notMade).toMatch(`the credentials must be allowed ${action} in 111111111111 (us-east-1)`);
});
