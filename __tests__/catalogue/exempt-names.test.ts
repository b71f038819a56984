import { exemptNamesOf } from "../../catalogue/exempt-names";

const [MANAGEMENT, SECURITY, MEMBER] = ["111111111111", "222222222222", "444444444444"];

const namesOf = (...exemptIdentities: readonly string[]) =>
  exemptNamesOf({ exemptIdentities, managementAccount: MANAGEMENT, securityAccount: SECURITY });

const role = (name: string, account = MEMBER) => `arn:aws:iam::${account}:role/${name}`;

test("names are those of IAM's requests: without a path, up to the first wildcard", () => {
  expect(namesOf(role("platform/pipeline"), role("stacksets-exec-*"), role("a?c"))).toEqual([
    {
      kind: "role",
      names: ["pipeline", "stacksets-exec-*", "a*"],
      paths: ["/stacksets-exec-*", "/a*"],
      accounts: [MEMBER],
    },
  ]);
});

test("what stands in accounts with event rules is told apart from the others", () => {
  expect(namesOf(role("deploy", "555555555555"), role("deploy", SECURITY), role("deploy"))).toEqual([
    { kind: "role", names: ["deploy"], paths: [], accounts: [MEMBER, "555555555555"] },
    { kind: "role", names: ["deploy"], paths: [], accounts: [SECURITY] },
  ]);
});

test("users and roles are two kinds; roles that Identity Center makes are none of them", () => {
  expect(
    namesOf(
      `arn:aws-us-gov:iam::${SECURITY}:user/break-glass`,
      role("break-glass", SECURITY),
      "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_SecurityAdmin_*",
    ),
  ).toEqual([
    { kind: "user", names: ["break-glass"], paths: [], accounts: [SECURITY] },
    { kind: "role", names: ["break-glass"], paths: [], accounts: [SECURITY] },
  ]);
});

test("a name in every account, or in more than a filter should list, has no accounts", () => {
  const many = Array.from({ length: 21 }, (_, index) => String(500_000_000_000 + index));
  expect(namesOf(role("AWSControlTowerExecution", "*"), ...many.map((account) => role("platform", account)))).toEqual([
    { kind: "role", names: ["AWSControlTowerExecution", "platform"], paths: [] },
  ]);
});
