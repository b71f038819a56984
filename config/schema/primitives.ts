import { z } from "zod";

/** Messages of this schema are the rule alone: the report puts "<where> must" before and "got <value>" after it. */

export const accountId = z.string().regex(/^\d{12}$/, "be an account id: 12 digits in quotes");

export const organizationId = z
  .string()
  .regex(/^o-[a-z0-9]{10,32}$/, 'be an organization id: "o-" and 10 to 32 lower-case letters or digits');

export const emailAddress = z.email("be an e-mail address");

export const regionName = z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "be an AWS Region such as us-east-1");

/** Name of an IAM role, with its path if it has one (`path/name`). */
export const roleName = z
  .string()
  .regex(/^([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/, "be the name of an IAM role (or path/name), without the ARN");

/** ARN of an IAM role or user that carries its account id; the name may hold `*` and `?`. */
export const principalArn = z
  .string()
  .regex(
    /^arn:aws[\w-]*:iam::(\d{12}:(role|user)\/[\w+=,.@/*?-]+|\*:role\/aws-reserved\/[\w+=,.@/*?-]+)$/,
    "be the ARN of an IAM role or user with its 12-digit account id (an account wildcard lets any member administrator create the exempt role; only role/aws-reserved/ may leave the account open)",
  );

/** ARN of one IAM role, without wildcards. */
export const roleArn = z
  .string()
  .regex(/^arn:aws[\w-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/, "be the ARN of an IAM role, without wildcards");

/** ARN of one IAM user, without wildcards. */
export const userArn = z
  .string()
  .regex(/^arn:aws[\w-]*:iam::\d{12}:user\/[\w+=,.@/-]+$/, "be the ARN of an IAM user, without wildcards");

export const servicePrincipal = z
  .string()
  .regex(/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/, "be a service principal such as cloudtrail.amazonaws.com");

export const isoDate = z.iso.date("be a date such as 2026-01-31");

export const days = (least: number, most: number) =>
  z.int("be a whole number of days").min(least, `be at least ${least} days`).max(most, `be at most ${most} days`);

export const tags = z
  .record(
    z.string().regex(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u, "be a tag key: 1 to 128 characters, not aws:"),
    z.string().regex(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u, "be a tag value: at most 256 letters, digits or _.:/=+-@"),
  )
  .refine((value) => Object.keys(value).length <= 40, "hold at most 40 tags");

/** A list in which nothing stands twice. */
export const uniqueList = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((list) => new Set(list.map((entry) => JSON.stringify(entry))).size === list.length, {
    error: "not name anything twice",
  });
