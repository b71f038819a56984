import { dispatch } from "./contract/dispatch";
import { hearStreams } from "./contract/output-streams";
import { COMMANDS } from "./registry";

// That the SDK will ask for a newer Node one day is no answer to what was asked.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

const streams = hearStreams(process, (line) => console.error(line));

void dispatch(COMMANDS, process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

// Pipes are written to the end after the command.
process.on("exit", (code) => {
  if (streams.failed() && code !== 1) process.exitCode = 1;
});
