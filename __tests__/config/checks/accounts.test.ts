import { accepts, refuses } from "../expectations";

describe("accounts", () => {
  accepts([
    ["no log archive account", { "accounts.logArchive": undefined }],
    ["a trial account of the baseline", { trialAccounts: ["333333333333"] }],
  ]);
  refuses([
    [
      "the management account as security account",
      { "accounts.security.id": "111111111111" },
      [
        'accounts.security.id must differ from accounts.management.id (the management account cannot be a delegated administrator), got "111111111111"',
      ],
    ],
    [
      "the management account as log archive",
      { "accounts.logArchive.id": "111111111111" },
      [
        'accounts.logArchive.id must differ from accounts.management.id (leave accounts.logArchive out to keep the bucket there), got "111111111111"',
      ],
    ],
    [
      "the security account as log archive",
      { "accounts.logArchive.id": "222222222222" },
      [
        'accounts.logArchive.id must differ from accounts.security.id (who reads alerts must not be able to change the record), got "222222222222"',
      ],
    ],
    [
      "a trial account that the baseline does not know",
      { trialAccounts: ["333333333333", "999999999999"] },
      ['trialAccounts[1] must be one of 111111111111, 222222222222, 333333333333, got "999999999999"'],
    ],
  ]);
});
