import { inheritedOrganization } from "../emulator/inherited-organization";
import { startEmulator } from "../emulator/start";
import { providerCache } from "../terraform/provider-cache";
import { prepareTerraform } from "../terraform/terraform";
import { Cleanup } from "./cleanup";
import { exportLines } from "./exports";
import { Interrupted, unlessInterrupted } from "./interruption";
import { onlyHelp } from "./only-help";
import { WorkFolder } from "./work-folder";

/** All that is not an `export` is a comment, so that a shell can read the whole. */
const say = (line: string): void => console.log(`# ${line.replaceAll("\n", "\n# ")}`);

const HOW_TO = `A local AWS organization is running: made-up accounts, nothing of a real AWS is touched.
In another terminal, paste the export lines above; then try the shipped configuration, or one of your own:
  npx cdktf diff guardrails
  BASELINE_CONFIG=my.config.ts npx cdktf diff guardrails
README.md has the commands that can be tried here. Alerts go nowhere until you say so, since
a deployment would raise every one of them:
  curl -d '{"carried": true}' $AWS_ENDPOINT_URL/emulator/alerts
It knows account 111111111111 (management), 222222222222 (security) and 333333333333 (log archive), and forgets all
when it ends. State that you deployed stays where the configuration says: remove it then. Ctrl-C ends it.`;

const HELP = `npm run emulator

Starts a local AWS organization and keeps it running until Ctrl-C. Prints the settings by which Terraform and the CDKTF
CLI reach it as export lines; all else is a comment, so that a shell can read the whole. It forgets all when it ends.

  -h, --help   this text

Exit code 0: it was asked to end. 1: it could not start, or ended by itself.`;

/** `npm run emulator`: the local organization of the trial, kept running until a signal comes. */
async function run(cleanup: Cleanup, folder: WorkFolder): Promise<never> {
  say("looking for Terraform and the AWS provider");
  const terraform = await prepareTerraform({ workDir: folder.path, log: say });
  say("starting the emulator");
  const emulator = await startEmulator({ seed: inheritedOrganization, report: say });
  cleanup.add(() => emulator.stop());
  exportLines({ ...terraform.env, ...providerCache(terraform, folder.providers), ...emulator.env }).forEach((line) =>
    console.log(line),
  );
  say(HOW_TO);
  // The emulator's open pipes keep this process alive.
  const lastWords = await emulator.ended;
  throw new Error(["the emulator ended by itself; its last words:", ...lastWords].join("\n"));
}

async function main(): Promise<number> {
  const answered = onlyHelp("npm run emulator", HELP, process.argv.slice(2));
  if (answered !== undefined) {
    console.log(answered.text);
    return answered.exitCode;
  }
  const [cleanup, folder] = [new Cleanup(), new WorkFolder()];
  process.on("exit", () => folder.remove());
  const ending = await unlessInterrupted(() => run(cleanup, folder)).catch((problem: unknown) => problem);
  for (const left of await cleanup.run()) say(`could not be ended: ${String(left)}`);
  if (ending instanceof Interrupted) return 0;
  say(ending instanceof Error ? ending.message : String(ending));
  return 1;
}

void main().then((exitCode) => process.exit(exitCode));
