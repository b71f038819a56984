import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** The rooms of the house, in the order in which data flows. A room may import from the rooms before it, never after. */
const ROOMS = ["proofs", "catalogue", "config", "constructs", "stacks"];

/** What a room must not import although it comes earlier in the flow, with the reason. */
const KEEP_OUT = {
  constructs: { rooms: ["config"], reason: "constructs never see the configuration: stacks turn choices into props" },
};

const providerRoot = {
  name: "@cdktf/provider-aws",
  message: "import @cdktf/provider-aws/lib/<resource>: the package root costs 6 s and 735 MB",
};

const roomRule = (room) => {
  const later = [...ROOMS.slice(ROOMS.indexOf(room) + 1), "commands", "emulator"];
  const patterns = [
    {
      regex: `^(\\.\\./)+(${later.join("|")}|main|baseline\\.config)(/|$)`,
      message: `${room}/ must not import from a room that comes after it`,
    },
  ];
  const keepOut = KEEP_OUT[room];
  if (keepOut) patterns.push({ regex: `^(\\.\\./)+(${keepOut.rooms.join("|")})(/|$)`, message: keepOut.reason });
  if (room === "catalogue" || room === "proofs" || room === "config")
    patterns.push({ regex: "^(cdktf|constructs|@cdktf/.*)(/|$)", message: `${room}/ knows nothing of CDKTF` });
  return {
    files: [`${room}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { paths: [providerRoot], patterns }] },
  };
};

export default tseslint.config(
  { ignores: ["node_modules", "cdktf.out", "coverage"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((each) => ({ ...each, files: ["**/*.ts"] })),
  {
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "no-restricted-imports": ["error", { paths: [providerRoot] }],
      "max-lines": ["error", { max: 200, skipBlankLines: false, skipComments: false }],
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A number in a sentence reads as it is.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => log(text)` returns what log returns, which is nothing.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
    },
  },
  ...ROOMS.map(roomRule),
);
