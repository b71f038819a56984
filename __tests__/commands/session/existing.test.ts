import { foundLines } from "../../../commands/plan/report";
import { compared } from "../../../commands/session/live";
import { change } from "./workplace";

const provider = {
  expressions: { allowed_account_ids: { constant_value: ["111111111111"] }, region: { constant_value: "us-east-1" } },
};
const created = (address: string, after: object) => change(address, ["create"], { after });
const declared = (address: string) => {
  const [type, name] = address.split(".");
  return { mode: "managed", type, name, provider_config_key: "aws.home" };
};
const [TOPIC, ATTACHMENT] = ["aws_sns_topic.high_topic", "aws_organizations_policy_attachment.a"];
const json = JSON.stringify({
  format_version: "1.2",
  resource_changes: [created(TOPIC, { name: "org-baseline-high" }), created(ATTACHMENT, { target_id: "r-exam" })],
  configuration: {
    provider_config: { "aws.home": provider },
    root_module: { resources: [TOPIC, ATTACHMENT].map(declared) },
  },
});
const live = {
  type: "aws_sns_topic",
  account: "111111111111",
  region: "us-east-1",
  identity: "org-baseline-high",
  importId: "arn:aws:sns:us-east-1:111111111111:org-baseline-high",
};

test("what a plan would create and is there already is named, with the line that takes it up", () => {
  const found = compared([{ name: "alarms", json }], [live]);
  const adopt = `"${TOPIC}": "${live.importId}",`;
  const { type, account, region, importId } = live;
  expect(found).toEqual({
    existing: [{ stack: "alarms", address: TOPIC, type, account, region, importId, adopt }],
    undecided: [{ stack: "alarms", address: ATTACHMENT, why: "what it is called is known after the apply" }],
  });
  const lines = foundLines(found);
  expect(lines).toContain(`  alarms: ${adopt}`);
  expect(lines.at(-1)).toBe(
    "Not looked up whether 1 creation is there already: what it is called is known after the apply.",
  );
});

test("nothing is said where nothing is there, and that nothing is known where nobody looked", () => {
  expect(foundLines(compared([{ name: "alarms", json: '{"format_version":"1.2"}' }], [live]))).toEqual([]);
  expect(foundLines(undefined).join()).toContain("nothing is known of what is there already");
});
