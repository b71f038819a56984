import { command } from "../contract/command";
import { OPTIONS } from "./options";
import { PLATFORMS } from "./trust";

/** Loaded only when asked for: the recorded calls, and what AWS says of each, are many. */
const printing = () => import("./printing.ts");

export const permissions = command({
  name: "permissions",
  summary: "print least-privilege roles for the pipeline, in every account",
  about: [
    "Works out the policies of the roles that a pipeline needs for your configuration: `plan` reads, `apply` changes what the baseline keeps, `evidence` reads what the commands read. They follow from the calls that Terraform makes at the local organization, and hold the names of your configuration. No role opens a root session.",
    `With --platform (${PLATFORMS.map(({ name }) => name).join(", ")}) the roles trust the jobs of your repository alone. --bootstrap writes a stack that makes all of it. docs/permissions.md says more.`,
  ],
  options: OPTIONS,
  exitCodes: { 0: "printed or written", 1: "a mistake in what was asked or configured" },
  run: async ({ options }) => (await printing()).printed(options),
});
