import { dispatch } from "./contract/dispatch";
import { COMMANDS } from "./registry";

// That the SDK will ask for a newer Node one day is no answer to what was asked.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

// `npm run baseline -- … | head` closes the pipe early. That is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void dispatch(COMMANDS, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
