import { existingOrganization } from "../../../emulator/organization-seed";
import type { Deployed } from "./deployed";

const SECURITY = "222222222222";
const RESERVED = `arn:aws:iam::${SECURITY}:role/aws-reserved/sso.amazonaws.com`;
const SUFFIX = "?".repeat(16);

/** Identity Center's BreakGlass from the security account, and the break-glass user with MFA of the last hour. */
const TRUST = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${SECURITY}:root` },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: {
          "aws:PrincipalArn": [
            `${RESERVED}/AWSReservedSSO_BreakGlass_${SUFFIX}`,
            `${RESERVED}/*/AWSReservedSSO_BreakGlass_${SUFFIX}`,
          ],
        },
      },
    },
    {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${SECURITY}:root` },
      Action: "sts:AssumeRole",
      Condition: {
        ArnLike: { "aws:PrincipalArn": [`arn:aws:iam::${SECURITY}:user/break-glass`] },
        Bool: { "aws:MultiFactorAuthPresent": "true" },
        NumericLessThanEquals: { "aws:MultiFactorAuthAge": "3600" },
        StringEquals: { "sts:RoleSessionName": "${aws:username}" },
      },
    },
  ],
};

/** What a break-glass role may do: open a root session for one task. */
const permissionFor = (task: string) => ({
  "open-root-session": {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "sts:AssumeRoot",
        Resource: "arn:aws:iam::*:root",
        Condition: { StringEquals: { "sts:TaskPolicyArn": `arn:aws:iam::aws:policy/root-task/${task}` } },
      },
    ],
  },
});

const TASKS = {
  audit: "IAMAuditRootUserCredentials",
  "unlock-bucket": "S3UnlockBucketPolicy",
  "unlock-queue": "SQSUnlockQueuePolicy",
};

/** What the shipped example promises about root access, read back from IAM, Organizations and Account Management. */
export function describeRootAccess(of: () => Deployed): void {
  describe("root access", () => {
    const facts = () => of().facts.rootAccess;

    test("both features are on", () => expect(facts().features).toEqual(["RootCredentialsManagement", "RootSessions"]));

    test("the security account administers them, alone", () =>
      expect(facts().delegatedAdministrators).toEqual([{ id: SECURITY, name: "security" }]));

    test("trusted access is what the team had", () =>
      expect(facts().trustedAccess).toEqual([...(existingOrganization.organization.trustedAccess ?? [])].sort()));

    test("there is a break-glass role for each task, which its own people may assume for that task alone", () =>
      expect(facts().breakGlassRoles).toEqual(
        Object.entries(TASKS).map(([task, policy]) => ({
          arn: `arn:aws:iam::${SECURITY}:role/org-baseline-break-glass-${task}`,
          name: `org-baseline-break-glass-${task}`,
          description: expect.stringMatching(/^Break glass: /) as unknown,
          maxSessionDuration: 3600,
          trustPolicy: TRUST,
          inlinePolicies: permissionFor(policy),
          attachedPolicies: [],
        })),
      ));

    test("AWS knows whom to write to about security", () =>
      expect(facts().securityContact).toEqual({
        name: "Security Team",
        title: "Security on call",
        email: "aws-security@example.com",
        phone: "+1-555-0100",
      }));
  });
}
