import { z } from "zod";

/** Messages of this schema are the rule alone: the report puts "<where> must" before and "got <value>" after it. */

/** Text of a form. The rule is the same where the text is wrong, is missing or is no text. */
export const formed = (form: RegExp, rule: string) => z.string(rule).regex(form, { error: rule, abort: true });

/** No account has the id of zeros: it stands for any account here. */
export const accountId = formed(/^\d{12}$/, "be an account id: 12 digits in quotes").refine((id) => /[^0]/.test(id), {
  error: "be the id of an account: zeros alone are no account's",
  abort: true,
});

export const organizationId = formed(
  /^o-[a-z0-9]{10,32}$/,
  'be an organization id: "o-" and 10 to 32 lower-case letters or digits',
);

export const emailAddress = z.email("be an e-mail address");

/** The form only; whether the Region exists is a check, which can say more. */
export const regionName = formed(/^[a-z]{2,4}(-[a-z]+)+-\d$/, "be an AWS Region such as us-east-1");

export const bucketName = formed(
  /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  "be the name of a bucket: 3 to 63 lower-case letters, digits, . or -",
);

/** Prefix of a key or a folder in a state store. */
export const keyPrefix = formed(
  /^[\w.-]+(\/[\w.-]+)*$/,
  "be a key prefix such as team/org-baseline, without slashes at its ends",
);

export const servicePrincipal = formed(
  /^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/,
  "be a service principal such as cloudtrail.amazonaws.com",
);

export const isoDate = z.iso.date("be a date such as 2026-01-31");

export const days = (least: number, most: number) => {
  const rule = `be a whole number of days from ${least} to ${most}`;
  return z.int(rule).min(least, rule).max(most, rule);
};

export const notEmpty = formed(/\S/, "be text that is not empty");

export const tags = z
  .record(
    formed(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/iu, "be a tag key: 1 to 128 characters, not aws:"),
    formed(/^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u, "be a tag value: at most 256 letters, digits or _.:/=+-@"),
  )
  .refine((value) => Object.keys(value).length <= 40, "hold at most 40 tags");

/** A list in which nothing stands twice. What stands again is reported at its own place. */
export const uniqueList = <T extends z.ZodType>(item: T) =>
  z.array(item).superRefine((list, context) => {
    const entries = list.map((entry) => JSON.stringify(entry));
    entries.forEach((entry, index) => {
      const first = entries.indexOf(entry);
      if (first < index)
        context.addIssue({ code: "custom", message: `be left out: entry ${first} is the same`, path: [index] });
    });
  });
