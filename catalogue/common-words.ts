/** Words with which teams begin the names of their own things: stages, parts of a platform, AWS and its services. */
const COMMON_WORDS = `
  account accounts admin alarm alarms alert alerts amazon api app apps audit audits aws backend base build ci
  cloud cloudtrail cloudwatch common company config control controltower core corp data default demo deploy dev
  development devops eventbridge events frontend global guardduty hr iam infra infrastructure internal it landing
  live log logging logs main management master metrics mgmt monitoring network ops org organization platform preprod
  prod production project public qa root sandbox security service services shared sre stage staging stack sso sns
  storage system team teams terraform test testing tests tools tower trail uat web zone
`;

const words: ReadonlySet<string> = new Set(COMMON_WORDS.trim().split(/\s+/));

/** A name of fewer letters is some team's, too. Within one, numbers and up to two letters (`eu`, `v2`) tell nobody apart. */
const SHORT = 5;

/**
 * Whether others are likely to begin names with this one and a hyphen: one short word, or nothing but common words
 * (`prod`, `aws`, `org-prod`).
 */
export function isCommonName(name: string): boolean {
  const parts = name.split("-").filter((part) => part !== "");
  return name.length < SHORT || parts.every((part) => words.has(part) || /^(\d+|[a-z]{1,2}\d*)$/.test(part));
}
