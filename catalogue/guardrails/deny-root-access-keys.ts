import { NOT_BOUND, type Guardrail } from "../guardrail";
import { ROOT_USER } from "./deny-root-user";

export const denyRootAccessKeys = {
  id: "deny-root-access-keys",
  title: "Deny creating access keys for root users",
  rationale:
    "A root access key is a password that never expires, needs no MFA and cannot be limited. No task needs one: no root task policy allows creating it, so no session needs an exemption.",
  cost: "None. Access keys of IAM users are not touched.",
  binds: `Root users of member accounts below the target, root sessions included. ${NOT_BOUND}`,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.4" },
    { source: "AWS Security Hub", control: "IAM.4" },
    { source: "AWS Control Tower", control: "AWS-GR_RESTRICT_ROOT_USER_ACCESS_KEYS" },
  ],
  statements: () => [
    {
      Sid: "DenyRootAccessKeys",
      Effect: "Deny",
      Action: "iam:CreateAccessKey",
      Resource: "*",
      Condition: { ArnLike: { "aws:PrincipalArn": ROOT_USER } },
    },
  ],
  denies: [
    { principal: { type: "root", account: "444444444444" }, action: "iam:CreateAccessKey" },
    { principal: { type: "root", account: "444444444444" }, action: "IAM:createaccesskey" },
    { principal: { type: "assumed-root", account: "444444444444" }, action: "iam:CreateAccessKey" },
  ],
  permits: [
    { principal: { type: "root", account: "444444444444" }, action: "iam:DeleteAccessKey" },
    { principal: { type: "user", account: "444444444444", name: "ci" }, action: "iam:CreateAccessKey" },
    { principal: { type: "role", account: "444444444444", name: "root" }, action: "iam:CreateAccessKey" },
  ],
} as const satisfies Guardrail;
