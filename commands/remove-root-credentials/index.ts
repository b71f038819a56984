import { command } from "../contract/command";
import { OPTIONS } from "./options";

/** Loaded only when asked for: the SDK takes a second. */
const running = () => import("./run.ts");

export const removeRootCredentials = command({
  name: "remove-root-credentials",
  summary: "remove the root credentials of member accounts",
  about: [
    "Looks at the root users of the accounts as audit does, and shows what it would remove: password, access keys, signing certificates, MFA devices, and when they were last used. An account whose root user was used in the last 90 days is left alone as a whole. With --apply it asks for each account's id, opens a root session there for the task delete-credentials, looks again, removes the password first and MFA last, and looks at what is left.",
    "Needs the tasks audit and delete-credentials in rootAccess.breakGlass.tasks, and credentials that enter their break-glass roles. It cannot be undone: whatever signs with a root key stops working. The management account is never touched.",
    "Each call is written into a file before it is made, and again when AWS has answered: who, why, which account, which credential by its id. After an interruption, run it again: it goes on with what is left.",
  ],
  operands: { value: "[account…]", says: "ids of member accounts. Default: all in which something is left" },
  options: OPTIONS,
  exitCodes: {
    0: "none of the accounts has a root credential left",
    1: "a mistake in what was asked or configured, a failure, or an interruption: the file says how far it came",
    2: "something is left, was refused or could not be looked at; without --apply: something would be removed",
  },
  run: async (asked) => (await running()).run(asked),
});
