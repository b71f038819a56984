import { forgetAwsSettings } from "./aws-settings";
import { npmStart } from "./npm-start";
import { Progress } from "./progress";

forgetAwsSettings(process.env);
// `npm start | head`: whoever stops reading ends the trial (interruption.ts), and is told nothing more.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

npmStart({ args: process.argv.slice(2), progress: new Progress(process.stdout), env: process.env }).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
