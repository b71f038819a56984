import { DETECTION_PROOF_SETTINGS, type Event } from "../../../catalogue/detection";
import { judgeOf } from "../../../catalogue/alerts/detection-judge";
import { exemptIdentityChanged } from "../../../catalogue/detections/exempt-identity-changed";
import { roleCall } from "../../../catalogue/detections/sample-calls";
import { preparedPath } from "../../../catalogue/alerts/prepare";

/** Accounts without event rules that hold somebody who is exempt, or whom break glass trusts: the filter alone sees them. */
const judge = (exemptIdentities: readonly string[]) => {
  const path = preparedPath(exemptIdentityChanged.path, { ...DETECTION_PROOF_SETTINGS, exemptIdentities }, []);
  if (path === undefined) throw new Error("exempt-identity-changed must have a path, got none");
  const judged = judgeOf(path);
  return (call: string, account: string, requestParameters: Event | null = null): boolean =>
    judged(roleCall("iam", call, { recipientAccountId: account, requestParameters })).every((fired) => fired);
};

const role = (account: string) => `arn:aws:iam::${account}:role/pipeline`;

const [ROLES_ACCOUNT, USERS_ACCOUNT, ANOTHER] = ["444444444444", "666666666666", "555555555555"];

describe("what vouches for exempt identities", () => {
  const fires = judge([role(ROLES_ACCOUNT), `arn:aws:iam::${USERS_ACCOUNT}:user/on-call`]);

  test.each([
    ["UpdateOpenIDConnectProviderThumbprint", ROLES_ACCOUNT],
    ["UpdateSAMLProvider", USERS_ACCOUNT],
    ["UpdateAccountPasswordPolicy", USERS_ACCOUNT],
    ["DeleteAccountPasswordPolicy", USERS_ACCOUNT],
  ])("%s is told of in %s", (call, account) => expect(fires(call, account)).toBe(true));

  test.each([
    ["UpdateOpenIDConnectProviderThumbprint", ANOTHER],
    ["UpdateAccountPasswordPolicy", ANOTHER],
    // No password policy touches a role.
    ["UpdateAccountPasswordPolicy", ROLES_ACCOUNT],
  ])("%s in %s is not", (call, account) => expect(fires(call, account)).toBe(false));

  test("a wildcard reaches over a slash, and so does what is told", () => {
    const seen = judge(["arn:aws:iam::444444444444:role/stacksets-exec-*", "arn:aws:iam::666666666666:user/ops/bot-*"]);
    const made = { roleName: "mine", path: "/stacksets-exec-x/" };
    expect(seen("CreateRole", ROLES_ACCOUNT, made)).toBe(true);
    expect(seen("CreateUser", USERS_ACCOUNT, { userName: "mine", path: "/ops/bot-x/" })).toBe(true);
    expect(seen("UpdateUser", USERS_ACCOUNT, { userName: "mine", newPath: "/ops/bot-x/" })).toBe(true);
    expect(seen("CreateRole", ROLES_ACCOUNT, { ...made, path: "/stacksets/" })).toBe(false);
    expect(seen("CreateRole", ROLES_ACCOUNT, { roleName: "mine" })).toBe(false);
    // Everything would be below it.
    expect(judge([`arn:aws:iam::${ROLES_ACCOUNT}:role/*/pipeline`])("CreateRole", ROLES_ACCOUNT, made)).toBe(false);
  });

  test("an identity in every account makes no account one of them", () => {
    expect(judge(["arn:aws:iam::*:role/pipeline"])("CreateSAMLProvider", ANOTHER)).toBe(false);
  });

  test("more accounts than a filter should list are all accounts", () => {
    const many = Array.from({ length: 21 }, (_, index) => role(String(500_000_000_000 + index)));
    expect(judge(many)("CreateSAMLProvider", ANOTHER)).toBe(true);
    expect(judge(many.slice(1))("CreateSAMLProvider", ANOTHER)).toBe(false);
  });
});
