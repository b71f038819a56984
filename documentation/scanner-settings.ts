import { CHECKOV_EXCUSES } from "../catalogue/scanners/checkov";
import type { Excuse } from "../catalogue/scanners/excuse";
import { FILTER_CHECKS, PROWLER_BY_DESIGN } from "../catalogue/scanners/prowler";

/** Accounts of the shipped configuration: whoever copies the files puts their own in. */
const ACCOUNTS = { management: "111111111111", security: "222222222222", logArchive: "333333333333" } as const;

const WRITTEN = "# Written by `npm run generate` from catalogue/scanners. Change the catalogue instead.";

const commented = (text: string, indent: string): string => `${indent}# ${text}`;

/** .checkov.yaml: read by Checkov where it starts, in the folder that it scans. */
export const checkovSettings = (): string => `${WRITTEN}
# For plans: terraform show -json plan.tfplan > plan.json; checkov -f plan.json
framework:
  - terraform_plan
skip-check:
${CHECKOV_EXCUSES.map(({ check, reason }) => `${commented(reason, "  ")}\n  - ${check}`).join("\n")}
`;

/** Settings of Prowler without which it takes the baseline's own accounts for strangers. */
export const prowlerSettings = (): string => `${WRITTEN}
# prowler aws --config-file prowler-config.yaml. ${ACCOUNTS.security} is the security account, ${ACCOUNTS.management}
# the management account: put yours in.
aws:
  # Each puts events on a bus of the other: findings on the alert bus, and what would silence it on the second channel's.
  trusted_account_ids: ["${ACCOUNTS.security}", "${ACCOUNTS.management}"]
  # It administers GuardDuty and the root users of members.
  organizations_trusted_delegated_administrators: ["${ACCOUNTS.security}"]
`;

const entry = (check: string, resources: readonly string[], reason: string, exceptions = ""): string =>
  `        "${check}":
          Regions: ["*"]
          Resources: [${resources.map((each) => JSON.stringify(each)).join(", ")}]${exceptions}
          Description: ${JSON.stringify(reason)}`;

/** Of the excuses of one account, each as Prowler reads it: it searches, so that the ends are named. */
const muted = (excuses: readonly Excuse[]): string =>
  excuses
    .map(({ check, resources, reason }) =>
      entry(
        check,
        resources.map((each) => `^${each}$`),
        reason,
      ),
    )
    .join("\n");

const ofAccount = (account: keyof typeof ACCOUNTS): string => {
  const excuses = PROWLER_BY_DESIGN.filter((excuse) => excuse.account === account);
  return excuses.length === 0 ? "" : `    "${ACCOUNTS[account]}":\n      Checks:\n${muted(excuses)}\n`;
};

const IN_MEMBERS = "The filters stand in the management account, where the organization trail's log group is.";

/** The mute list: what stays by design, and the filters' checks outside the management account. */
export const prowlerMuteList = (): string => `${WRITTEN}
# prowler aws --mutelist-file prowler-mutelist.yaml. Put your accounts in: ${ACCOUNTS.management} is the management account,
# ${ACCOUNTS.security} the security account, ${ACCOUNTS.logArchive} the log archive. Only what stays by design is muted: docs/compliance.md has the rest.
Mutelist:
  Accounts:
${ofAccount("management")}${ofAccount("security")}${ofAccount("logArchive")}    "*":
      Checks:
${FILTER_CHECKS.map((check) =>
  entry(check, ["*"], IN_MEMBERS, `\n          Exceptions: { Accounts: ["${ACCOUNTS.management}"] }`),
).join("\n")}
`;
