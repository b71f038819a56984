import { accepts, refuses } from "../expectations";

const BUCKET = "org-baseline-trail-333333333333-us-east-1";

const compliance = (confirm?: string) => ({ "auditTrail.lock": { mode: "COMPLIANCE", days: 365, confirm } });

const UNCONFIRMED = `auditTrail.lock.confirm must repeat the bucket's name, ${BUCKET}: COMPLIANCE cannot be undone, by AWS either`;

describe("audit trail", () => {
  accepts([
    ["COMPLIANCE that repeats the bucket's name", compliance(BUCKET)],
    ["GOVERNANCE in a trial account", { trialAccounts: ["333333333333"] }],
    ["COMPLIANCE while another account is on trial", { ...compliance(BUCKET), trialAccounts: ["222222222222"] }],
    ["the trail of somebody else", { auditTrail: { mode: "use", trailName: "theirs", logGroupName: "theirs/logs" } }],
  ]);
  refuses([
    [
      "log files that expire on the day of the lock",
      { "auditTrail.expireAfterDays": 365 },
      [
        "auditTrail.expireAfterDays must be more than auditTrail.lock.days, 365: a locked log file cannot expire, got 365",
      ],
    ],
    ["COMPLIANCE without a word", compliance(), [`${UNCONFIRMED}, got nothing`]],
    ["COMPLIANCE with the wrong word", compliance("yes"), [`${UNCONFIRMED}, got "yes"`]],
    [
      "a word with GOVERNANCE",
      { "auditTrail.lock.confirm": BUCKET },
      [`auditTrail.lock.confirm must be left out with GOVERNANCE, which can be lifted again, got "${BUCKET}"`],
    ],
    [
      "COMPLIANCE in a trial account",
      { ...compliance(BUCKET), trialAccounts: ["333333333333"] },
      [
        'auditTrail.lock.mode must be "GOVERNANCE" while trialAccounts lists 333333333333: a trial must stay removable, got "COMPLIANCE"',
      ],
    ],
    [
      "COMPLIANCE in a management account on trial",
      {
        ...compliance("org-baseline-trail-111111111111-us-east-1"),
        "accounts.logArchive": undefined,
        trialAccounts: ["111111111111"],
      },
      [
        'auditTrail.lock.mode must be "GOVERNANCE" while trialAccounts lists 111111111111: a trial must stay removable, got "COMPLIANCE"',
      ],
    ],
  ]);
});
