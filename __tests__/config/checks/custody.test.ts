import { accepts, refuses } from "../expectations";

describe("custody", () => {
  accepts([["no drill so far", { "custody.lastDrill": undefined }]]);
  refuses([
    [
      "one holder of every device",
      { "custody.mfaDevices.1.holder": "head of  PLATFORM " },
      ['custody.mfaDevices must name at least two different holders, got ["Head of Platform","head of  PLATFORM "]'],
    ],
    [
      "somebody in two groups",
      {
        "custody.password": ["Chief Financial Officer", " head of security"],
        "custody.mailboxAndPhone": ["chief  financial officer"],
      },
      [
        'custody.password[1] must be somebody else than custody.mfaDevices[1]: nobody holds two of MFA device, password and mailbox, got " head of security"',
        'custody.mailboxAndPhone[0] must be somebody else than custody.password[0]: nobody holds two of MFA device, password and mailbox, got "chief  financial officer"',
      ],
    ],
  ]);
});
