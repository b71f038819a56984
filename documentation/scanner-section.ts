import { PROWLER_NOT_OURS, PROWLER_OPTIONS } from "../catalogue/scanners/beyond";
import { CHECKOV_EXCUSES } from "../catalogue/scanners/checkov";
import type { Excuse } from "../catalogue/scanners/excuse";
import { PROWLER_BY_DESIGN, STATE_CHECKS, type ScannedAccount } from "../catalogue/scanners/prowler";
import lastRun from "../catalogue/scanners/prowler-run.json";
import { markdownTable } from "./markdown-table";

const ACCOUNT: Readonly<Record<ScannedAccount, string>> = {
  management: "management",
  security: "security",
  logArchive: "log archive",
};

const stateRows = (Object.keys(STATE_CHECKS) as ScannedAccount[]).flatMap((account) =>
  STATE_CHECKS[account].map(({ check, cis = "", setting }) => [
    check,
    cis,
    ACCOUNT[account],
    setting === undefined ? "" : `\`${setting}\``,
  ]),
);

const reasons = (scanner: string, excuses: readonly Excuse[]): readonly (readonly string[])[] =>
  excuses.map(({ check, reason }) => [scanner, check, reason]);

const optionRows = (): readonly (readonly string[])[] => {
  const settings = [...new Set(PROWLER_OPTIONS.map(({ reason }) => reason))];
  return settings.map((setting) => [
    `\`${setting}\``,
    PROWLER_OPTIONS.filter(({ reason }) => reason === setting)
      .map(({ check }) => check)
      .join(", "),
  ]);
};

/** What an auditor's Prowler and a pipeline's Checkov say, as `npm run test:scanners` holds it. */
export const scannerSection = (): string => `## States that scanners read

Scan the **management account**: the trail, its log group and every filter stand there. In a member every check of a
filter fails by design. The security account has the second channel, the log archive the buckets. Prowler takes the
security account, and in it the management account, for a stranger until its settings name them:
[prowler-config.yaml](scanners/prowler-config.yaml).

${markdownTable(["Prowler check that passes", "CIS 7.0.0", "account", "needs the setting"], stateRows)}

\`\`\`sh
prowler aws --config-file prowler-config.yaml --mutelist-file prowler-mutelist.yaml
terraform show -json plan.tfplan > plan.json && checkov -f plan.json    # with .checkov.yaml beside it
\`\`\`

Let Checkov read the plan. On the synthesized JSON it checks nothing and ends with 0: it crashes on
\`terraform.required_version\` (checkov#7454).

\`npm run test:scanners\` holds these claims on a local organization, with the shipped configuration and the set \`cis\`:
it fails where a check that is named here does not pass, where a finding has no reason, and where a reason is idle. It last
ran with Prowler ${lastRun.version} on ${lastRun.day}: ${Object.entries(lastRun.accounts)
  .map(([account, { pass, fail }]) => `${ACCOUNT[account as ScannedAccount]} ${pass} passed, ${fail} did not`)
  .join("; ")}. A local organization is no proof of AWS.

### What they find and what stays

By design; [.checkov.yaml](../.checkov.yaml) and [prowler-mutelist.yaml](scanners/prowler-mutelist.yaml) carry these
reasons, to be copied.

${markdownTable(
  ["scanner", "check", "reason"],
  [...reasons("Prowler", PROWLER_BY_DESIGN), ...reasons("Checkov", CHECKOV_EXCUSES)],
)}

What passes once it is chosen:

${markdownTable(["configuration", "Prowler check"], optionRows())}

What Prowler says of the account besides is not the baseline's, and is not muted: ${[
  ...new Set(PROWLER_NOT_OURS.map(({ check }) => check)),
]
  .filter((check) => !check.startsWith("guardduty_"))
  .join(", ")}.
`;
