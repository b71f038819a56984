import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", "cdktf.out", "coverage"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked.map((each) => ({ ...each, files: ["**/*.ts"] })),
  {
    languageOptions: { globals: { process: "readonly", console: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
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
);
