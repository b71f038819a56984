import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { teamPolicy, type PolicyFile } from "../../../config/blueprint/team-policy";

const folder = mkdtempSync(join(tmpdir(), "team-policy-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (text: string): PolicyFile => {
  const policy = join(folder, "policy.json");
  writeFileSync(policy, text);
  return { name: "keys", type: "SERVICE_CONTROL_POLICY", policy, targets: ["root"] };
};

const STATEMENT = '"Sid":"A","Effect":"Deny","Action":"kms:ScheduleKeyDeletion","Resource":"*"';
const policy = (statement: string): string => `{"Version":"2012-10-17","Statement":[{${statement}}]}`;

test("a byte order mark is read past, and never sent", () => {
  const read = teamPolicy(file(`\ufeff${policy(STATEMENT)}`));
  expect(read.broken).toBeUndefined();
  expect(read).toMatchObject({ text: policy(STATEMENT) });
});

test.each([
  ["a statement", `${STATEMENT},"Action":"s3:*"`, "Action"],
  [
    "a condition",
    `${STATEMENT},"Condition":{"StringLike":{"aws:PrincipalArn":"a"},"StringLike":{"aws:PrincipalTag/x":"y"}}`,
    "StringLike",
  ],
])("a key that stands twice in %s makes the policy unreadable, not shorter", (_where, statement, key) => {
  const read = teamPolicy(file(policy(statement)));
  expect(read.broken).toMatch(/Statement\[0\].* must hold each key once \(again in line 1\)$/);
  expect(read).toMatchObject({ got: key });
});
