import { command } from "../contract/command";
import { OPTIONS } from "./options";

/** Loaded only when asked for: the SDK takes a second. */
const running = () => import("./run.ts");

export const audit = command({
  name: "audit",
  summary: "which root credentials are left, account by account",
  about: [
    "Looks at the root user of every account: password, access keys and their last use, signing certificates, MFA devices, last activity. Opens one root session an account, for the task audit, through its break-glass role. The management account's root user is read with credentials of that account, or by --read-role. Removes nothing.",
    "A root session is a root call: before the first one it says which alerts they will raise. Run it with credentials that enter the break-glass role, and that may call organizations:DescribeOrganization and organizations:ListAccounts.",
    "The result is a dated file, readable by its owner alone, written after every account: after Ctrl-C --resume goes on with it. An account that refuses is a row with the reason.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: "no member has root credentials left, and the management account's root user has MFA and no key",
    1: "a mistake in what was asked or configured, a failure, or an interruption",
    2: "credentials are left, the management account's root user is in danger, or an account could not be looked at",
  },
  run: async (asked) => (await running()).run(asked),
});
