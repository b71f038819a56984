import { requestIn } from "../../trial/request";

test.each([
  [[], {}, "baseline.config.ts"],
  [[], { BASELINE_CONFIG: "" }, "baseline.config.ts"],
  [[], { BASELINE_CONFIG: "examples/greenfield.ts" }, "examples/greenfield.ts"],
  [["my.config.ts"], { BASELINE_CONFIG: "examples/greenfield.ts" }, "my.config.ts"],
])("%j with %j tries %s", (args, env, file) => expect(requestIn(args, env)).toEqual({ kind: "trial", file }));

test.each([[["--help"]], [["-h"]], [["my.config.ts", "--help"]]])("%j asks for help", (args) =>
  expect(requestIn(args, {})).toEqual({ kind: "help" }),
);

test.each([
  [["--nosuch"], 'npm start has no such option, got "--nosuch" (npm start -- --help)'],
  [["a.ts", "b.ts"], 'npm start must name one configuration, got "b.ts" (npm start -- --help)'],
])("%j is a mistake", (args, text) => expect(requestIn(args, {})).toEqual({ kind: "mistake", text }));
