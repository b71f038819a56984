import { z } from "zod";
import { formed } from "./primitives";

/** Name of an IAM role, with its path if it has one (`path/name`). */
export const roleName = formed(
  /^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
  "be the name of an IAM role (or path/name), without the ARN",
);

/**
 * A role of Identity Center without its path: a principal's ARN holds the path, so that the pattern would name nobody,
 * or whoever makes a role of that name.
 */
const hasIdentityCentersPath = (arn: string): boolean => !/:role\/AWSReservedSSO_/i.test(arn);

const PATH_IS_MISSING = {
  error:
    "hold the path of the roles of Identity Center: role/aws-reserved/sso.amazonaws.com/ (outside of us-east-1 with its Region after that), then AWSReservedSSO_…",
  abort: true,
};

/** ARN of one IAM role, without wildcards. */
export const roleArn = formed(
  /^arn:aws[\w-]*:iam::\d{12}:role\/([\w+=,.@-]+\/)*[\w+=,.@-]+$/,
  "be the ARN of an IAM role, without wildcards",
).refine(hasIdentityCentersPath, PATH_IS_MISSING);

/** ARN of one IAM user, without wildcards. */
export const userArn = formed(
  /^arn:aws[\w-]*:iam::\d{12}:user\/([\w+=,.@-]+\/)*[\w+=,.@-]+$/,
  "be the ARN of an IAM user, without wildcards",
);

/** Whether a name with wildcards says anything: four characters in a row somewhere, path included. */
const saysSomething = (arn: string): boolean => {
  const name = /:(?:role|user)\/(.*)$/.exec(arn)?.[1];
  return name === undefined || !/[*?]/.test(name) || name.split(/[*?/]+/).some((piece) => piece.length >= 4);
};

/**
 * ARN of a principal that a guardrail lets through; the name may hold `*` and `?`. A role may leave the account open:
 * whether an administrator of a member account could then create it is a check.
 */
export const exemptPrincipalArn = z
  .string()
  .refine((arn) => !/^arn:[^:]*:iam::[^:]*:root$/.test(arn), {
    error: "not be a root user: no guardrail lets one through (a root task goes through rootAccess.breakGlass.tasks)",
    abort: true,
  })
  .refine(saysSomething, {
    error: "say more of the name than wildcards, which let everybody of the account through: four characters in a row",
    abort: true,
  })
  .refine(hasIdentityCentersPath, PATH_IS_MISSING)
  .regex(
    /^arn:aws[\w-]*:iam::(\d{12}:(role|user)|\*:role)\/([\w+=,.@*?-]+\/)*[\w+=,.@*?-]+$/,
    "be the ARN of an IAM role or user with its 12-digit account id, or of a role in every account (arn:aws:iam::*:role/…) that is under aws-reserved/ or protected by protect-delivery-roles",
  );
