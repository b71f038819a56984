import { Progress } from "./progress";
import { start } from "./start";

// The SDK only reads back what was deployed; that it will ask for a newer Node one day is no news to somebody who tries
// this out.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";

start({ progress: new Progress(process.stdout), env: process.env, nodeVersion: process.version }).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
