import {
  judgedPolicy,
  policyText,
  PROOF_SETTINGS,
  type Guardrail,
  type GuardrailSettings,
} from "../../catalogue/guardrail";
import { guardrail } from "../../catalogue/guardrails";
import { TYPICAL_PRINCIPALS } from "../../catalogue/aws/typical-principals";
import { principalOf } from "../../config";
import {
  evaluate,
  FULL_AWS_ACCESS,
  parsePolicy,
  RCP_FULL_AWS_ACCESS,
  type Call,
  type Level,
} from "../../proofs/policy";

const MANAGEMENT = "111111111111";

/** The guardrails on the root of an organization that allows everything else. */
const attached = (entries: readonly Guardrail[], settings: GuardrailSettings): readonly Level[] => [
  {
    kind: "root",
    id: "r-ab12",
    policies: [
      FULL_AWS_ACCESS,
      ...entries.map((entry) => ({
        name: entry.id,
        type: "SERVICE_CONTROL_POLICY" as const,
        document: parsePolicy(JSON.parse(policyText(entry.statements(settings))), entry.id),
      })),
    ],
  },
];

const decision = (call: Call, entries: readonly Guardrail[], settings: Partial<GuardrailSettings> = {}): string =>
  evaluate(call, attached(entries, { ...PROOF_SETTINGS, ...settings }), { managementAccount: MANAGEMENT }).decision;

describe("deny-root-user", () => {
  const deny = guardrail("deny-root-user");
  const root = { type: "root", account: "444444444444" } as const;

  test("spares nobody where root sessions are off", () => {
    const settings = { rootSessions: false, rootExceptions: [] };
    expect(decision({ principal: root, action: "s3:GetObject" }, [deny], settings)).toBe("denied");
    expect(decision({ principal: { ...root, type: "assumed-root" }, action: "s3:GetObject" }, [deny], settings)).toBe(
      "denied",
    );
  });

  test("is the documented policy where nobody is excepted", () => {
    expect(policyText(deny.statements({ ...PROOF_SETTINGS, rootExceptions: [] }))).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"DenyRootUser","Effect":"Deny","Action":"*","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:*:iam::*:root"},"Null":{"aws:AssumedRoot":"true"}}}]}',
    );
  });

  test("an exception never lets a root user create access keys where deny-root-access-keys holds", () => {
    const call: Call = {
      principal: { type: "root", account: "666666666666" },
      action: "iam:CreateAccessKey",
      at: "2026-12-02T00:00:00Z",
    };
    expect(decision(call, [deny])).toBe("allowed");
    expect(decision(call, [deny, guardrail("deny-root-access-keys")])).toBe("denied");
  });
});

describe("an exemption in every account", () => {
  const account = "444444444444";
  const create: Call = {
    principal: { type: "role", account, name: "Administrator" },
    action: "iam:CreateRole",
    resource: `arn:aws:iam::${account}:role/AWSControlTowerExecution`,
  };
  const use: Call = {
    principal: { type: "role", account, name: "AWSControlTowerExecution" },
    action: "guardduty:DeleteDetector",
    resource: `arn:aws:guardduty:us-east-1:${account}:detector/12abc34d567e8fa901bc2d34e56789f0`,
  };
  const detection = guardrail("protect-threat-detection");

  const everywhere = { exemptPrincipals: ["arn:aws:iam::*:role/AWSControlTowerExecution"] };

  test("is a way round the guardrail: create the exempt role, then delete the detector", () => {
    expect([decision(create, [detection], everywhere), decision(use, [detection], everywhere)]).toEqual([
      "allowed",
      "allowed",
    ]);
  });

  test("is none where protect-delivery-roles holds too: the role cannot be created", () => {
    expect(decision(create, [detection, guardrail("protect-delivery-roles")], everywhere)).toBe("denied");
  });
});

describe("deny-root-sign-in", () => {
  const account = "444444444444";
  const levels = (settings: GuardrailSettings): readonly Level[] => [
    {
      kind: "root",
      id: "r-ab12",
      policies: [FULL_AWS_ACCESS, RCP_FULL_AWS_ACCESS, judgedPolicy(guardrail("deny-root-sign-in"), settings)],
    },
  ];
  const signsIn = (arn: string, settings: GuardrailSettings = PROOF_SETTINGS): readonly string[] => {
    const principal = principalOf(arn);
    if (principal === undefined) throw new Error(`${arn} is no principal`);
    const before: Call = {
      principal: { type: "unauthenticated" },
      action: "signin:Authenticate",
      resourceAccount: account,
      context: { "signin:PrincipalArn": arn },
    };
    const after = ["signin:AuthorizeOAuth2Access", "signin:CreateOAuth2Token"].map((action) => ({ principal, action }));
    return [before, ...after].map(
      (call) => evaluate(call, levels(settings), { managementAccount: MANAGEMENT }).decision,
    );
  };

  test.each(TYPICAL_PRINCIPALS.map(({ resource }) => `arn:aws:iam::${account}:${resource}`))("lets %s in", (arn) => {
    for (const decision of signsIn(arn)) expect(decision).not.toBe("denied");
  });

  test("refuses the root user at each step, in every commercial account", () => {
    expect(signsIn(`arn:aws:iam::${account}:root`)).toEqual(["denied", "denied", "denied"]);
  });

  test("is the documented policy where nobody is excepted", () => {
    expect(policyText(guardrail("deny-root-sign-in").statements({ ...PROOF_SETTINGS, rootExceptions: [] }))).toBe(
      '{"Version":"2012-10-17","Statement":[{"Sid":"DenyRootSignIn","Effect":"Deny","Principal":"*","Action":["signin:Authenticate"],"Resource":"*","Condition":{"ArnLike":{"signin:PrincipalArn":"arn:*:iam::*:root"}}},{"Sid":"DenyRootSignInAuthorized","Effect":"Deny","Principal":"*","Action":["signin:AuthorizeOAuth2Access","signin:CreateOAuth2Token"],"Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:*:iam::*:root"}}}]}',
    );
  });
});

test("CloudTrail delivers into the protected archive: no service control policy binds a service", () => {
  const call: Call = {
    principal: { type: "service", service: "cloudtrail.amazonaws.com" },
    action: "s3:PutObject",
    resource: `arn:aws:s3:::${PROOF_SETTINGS.logBuckets[0]}/AWSLogs/x.json.gz`,
  };
  expect(decision(call, [guardrail("protect-log-archive")])).toBe("not bound");
});
