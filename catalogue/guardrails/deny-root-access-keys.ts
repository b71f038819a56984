import { NOT_BOUND, type Guardrail } from "../guardrail";
import { ROOT_USER } from "./deny-root-user";
import { CI_USER, MEMBER_ROOT, MEMBER_ROOT_SESSION, ROLE_NAMED_ROOT } from "./cast";
import { attack, by, note } from "./vocabulary";

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
    by(MEMBER_ROOT).calls("iam:CreateAccessKey"),
    note("AWS does not mind upper and lower case").by(MEMBER_ROOT).calls("IAM:createaccesskey"),
    attack("Create the key in a root session instead").by(MEMBER_ROOT_SESSION).calls("iam:CreateAccessKey"),
  ],
  permits: [
    note("Removing one stays possible").by(MEMBER_ROOT).calls("iam:DeleteAccessKey"),
    by(CI_USER).calls("iam:CreateAccessKey"),
    by(ROLE_NAMED_ROOT).calls("iam:CreateAccessKey"),
  ],
} as const satisfies Guardrail;
