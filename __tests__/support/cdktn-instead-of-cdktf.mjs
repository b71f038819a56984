// Preloaded: every `cdktf` becomes `cdktn`, CDK Terrain's fork, also within the bindings.
import Module from "node:module";

const resolveFilename = Module._resolveFilename;

Module._resolveFilename = function (request, ...rest) {
  return resolveFilename.call(this, request.replace(/^cdktf(?=\/|$)/, "cdktn"), ...rest);
};
