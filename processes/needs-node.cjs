// Runs before everything else, on whatever Node there is, so in the oldest words: says in one sentence what is missing,
// where Node itself would say "bad option: --import" or fail somewhere in the middle.
"use strict";

var missing = [
  ["--import, by which TypeScript is loaded", process.allowedNodeEnvironmentFlags.has("--import")],
  ["Array.prototype.toSorted (ES2023)", typeof Array.prototype.toSorted === "function"],
].filter(function (need) {
  return !need[1];
})[0];

if (missing !== undefined) {
  var wanted = require("../package.json").engines.node;
  console.error("Node.js must be " + wanted + ", got " + process.version + ": it has no " + missing[0] + ".");
  console.error("Install a current one (https://nodejs.org, or nvm install 24), then: npm ci");
  process.exit(1);
}
