import { command } from "../contract/command";
import { OPTIONS } from "./options";

/** Loaded by this command alone: every control comes with it. */
const running = () => import("./run.ts");

export const verify = command({
  name: "verify",
  summary: "whether the protection is in force: dated evidence, control by control",
  about: [
    "Reads the live organization as status does, account by account and Region by Region, and judges every control of the checklist: in force, gap, not read, or not applicable. Changes nothing, unless --alerts is given. docs/evidence.md says what each control reads and means.",
    "What could not be read is named with the call that was refused, and is never taken for in force. Each gap comes with what mends it.",
    "With --alerts it proves that an alert reaches its topic and whoever subscribes: after asking, it makes real calls that change nothing, with credentials that may make them. Not seen within --minutes is an answer, and never a pass. Its record is a dated file for --proof.",
    "It reads with the credentials of the management account, from the configured organization and from no other.",
  ],
  options: OPTIONS,
  exitCodes: {
    0: "every control is in force, or not applicable (the evidence says why); with --alerts: every path was seen to the end",
    1: "a mistake in what was asked or configured, a failure, or an interruption",
    2: "a control has a gap, or was not read; with --alerts: a path was not seen to the end, or nobody agreed",
  },
  run: async (asked) => (await running()).run(asked),
});
