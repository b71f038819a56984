import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { BaselineConfig } from "../../config";

const FOLDER = resolve(__dirname, "../../examples");

/** Forms of the output: for AWS provider 5.100 and 6.x, and for 6.x alone. */
export const FORMS = ["portable", "6"] as const;

export type Form = (typeof FORMS)[number];

/** Names of the complete configurations that we ship. */
export const EXAMPLE_NAMES: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length));

/** Path of an example's file. */
export const examplePath = (name: string): string => resolve(FOLDER, `${name}.ts`);

/** An example as it is written. */
export const example = (name: string): BaselineConfig =>
  (module.require(examplePath(name)) as { readonly default: BaselineConfig }).default;

/** The same configuration in a form of the output. */
export const inForm = (config: BaselineConfig, form: Form): BaselineConfig => ({
  ...config,
  terraform: { ...config.terraform, awsProvider: form },
});

/** Every example with its name. One of them governs every Region that accounts have by default. */
export const CONFIGURATIONS: readonly (readonly [name: string, config: BaselineConfig])[] = EXAMPLE_NAMES.map(
  (name) => [name, example(name)] as const,
);

/** The same in both forms of the output. */
export const CASES: readonly (readonly [name: string, config: BaselineConfig])[] = CONFIGURATIONS.flatMap(
  ([name, config]) => FORMS.map((form) => [`${name}, ${form}`, inForm(config, form)] as const),
);
