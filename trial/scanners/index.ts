import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installEnvironment } from "../../emulator/child-environment";
import { virtualEnvironment } from "../../emulator/virtual-environment";
import { runIn } from "../../processes/run";
import { CHECKOUT } from "../../terraform/stack-commands";
import { Cleanup } from "../cleanup";
import { unlessInterrupted } from "../interruption";
import { Progress, type Report } from "../progress";
import { WorkFolder } from "../work-folder";
import { scannedOrganization } from "./scanned-organization";
import { SCANS } from "./scans";

type Scanner = keyof typeof SCANS;

const NAMES = Object.keys(SCANS) as readonly Scanner[];
const isScanner = (text: string): text is Scanner => Object.hasOwn(SCANS, text);

const HELP = `npm run test:scanners [-- ${NAMES.join("|")}]

Holds what docs/compliance.md says of scanners. Installs each into a virtual environment of its own, once, in
node_modules/.cache. Checkov ${SCANS.checkov.tool.version} reads the plans of the shipped configuration with all filters; Prowler ${SCANS.prowler.tool.version} (2.3 GB)
asks a local organization in which it is deployed, and a scan that agrees is written to catalogue/scanners/prowler-run.json,
from which npm run generate dates the page. Without a name, both run.

  -h, --help   this text

Exit code 0: what is claimed passes, and every finding has a reason that is in use. 1: anything else.`;

/** The interpreter of a scanner's own environment. */
function pythonOf(scanner: Scanner, report: Report): Promise<string> {
  const base = join(CHECKOUT, "node_modules", ".cache");
  mkdirSync(base, { recursive: true });
  return virtualEnvironment(SCANS[scanner].tool, { run: runIn(installEnvironment(process.env)), report, base });
}

async function scan(scanner: Scanner, progress: Progress, folder: WorkFolder, cleanup: Cleanup): Promise<number> {
  const python = await progress.step(
    `install ${scanner}`,
    (report) => pythonOf(scanner, report),
    () => SCANS[scanner].tool.version,
  );
  const problems = await progress.step(
    `scan with ${scanner}`,
    async (report) => {
      report("starting a local AWS organization");
      const organization = await scannedOrganization(folder, cleanup);
      return await SCANS[scanner].run(python, organization, folder.path, report);
    },
    (found) => (found.length === 0 ? "as the pages say" : `${found.length} problems`),
  );
  problems.forEach((problem) => progress.line(`  ${problem}`));
  return problems.length;
}

async function main(args: readonly string[]): Promise<number> {
  if (args.some((argument) => argument === "--help" || argument === "-h")) {
    console.log(HELP);
    return 0;
  }
  const unknown = args.find((argument) => !isScanner(argument));
  if (unknown !== undefined) {
    console.log(`npm run test:scanners must name ${NAMES.join(" or ")}, got ${JSON.stringify(unknown)}`);
    return 1;
  }
  let problems = 0;
  for (const scanner of args.length === 0 ? NAMES : args.filter(isScanner)) {
    // One for each: what was stopped tells of no end any more.
    const progress = new Progress(process.stdout);
    const [cleanup, folder] = [new Cleanup(), new WorkFolder()];
    try {
      problems += await unlessInterrupted(() => scan(scanner, progress, folder, cleanup));
    } finally {
      progress.stop();
      for (const left of await cleanup.run()) progress.line(`could not be ended: ${String(left)}`);
      folder.remove();
    }
  }
  return problems === 0 ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (problem: unknown) => {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exit(1);
  },
);
