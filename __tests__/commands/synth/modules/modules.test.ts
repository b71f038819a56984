import { readFileSync } from "node:fs";
import { join } from "node:path";
import { moduleFiles } from "../../../../commands/synth/modules";
import { blueprintOf, type BaselineConfig } from "../../../../config";
import { schemaProblems } from "../../../provider-6/judge";
import type { ProviderSchema } from "../../../provider-6/schema";
import { CASES, example } from "../../../support/examples";
import { stackOf, synth } from "../../../support/synth";
import { elementsOf, type Terraform } from "../../../support/terraform";

const golden = JSON.parse(
  readFileSync(join(__dirname, "..", "..", "..", "provider-6", "schema.golden.json"), "utf8"),
) as ProviderSchema;

/** The type that modules alone use. Source: aws_caller_identity, documentation of AWS provider 6 (no arguments). */
const callerIdentity = Object.fromEntries(
  ["account_id", "arn", "id", "user_id"].map((name) => [name, { type: "string", use: "computed" } as const]),
);
const schema = { ...golden, types: { ...golden.types, "data.aws_caller_identity": callerIdentity } };

interface Module extends Omit<Terraform, "provider" | "import"> {
  readonly terraform: {
    readonly backend?: unknown;
    readonly cloud?: unknown;
    readonly required_version: string;
    readonly required_providers: { readonly aws: { readonly configuration_aliases: readonly string[] } };
  };
  readonly provider?: unknown;
  readonly variable: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>;
  readonly import?: unknown;
}

function modulesOf(config: BaselineConfig) {
  const { baseline, files, stacks } = synth(config);
  const texts = Object.entries(files).flatMap(([file, text]) => {
    const name = stackOf(file);
    return name === undefined ? [] : [[name, text] as const];
  });
  const made = moduleFiles(new Map(texts), blueprintOf(baseline));
  return Object.entries(stacks).map(([name, stack]) => ({
    ...{ name, stack, readme: made.get(join(name, "README.md")) ?? "" },
    module: JSON.parse(made.get(join(name, "main.tf.json")) ?? "") as Module,
  }));
}

describe.each(CASES)("modules of %s", (_name, config) => {
  const made = modulesOf(config);

  test("have neither backend nor provider nor import, which are the root's", () => {
    for (const { module } of made) {
      expect(Object.keys(module.terraform).sort()).toEqual(["required_providers", "required_version"]);
      expect([module.provider, module.import]).toEqual([undefined, undefined]);
    }
  });

  test("are passed exactly the providers that something uses", () => {
    for (const { module, stack } of made) {
      const used = new Set(
        elementsOf(stack).flatMap(({ body }) => (typeof body["provider"] === "string" ? [body["provider"]] : [])),
      );
      const { configuration_aliases: aliases } = module.terraform.required_providers.aws;
      expect([...aliases].sort()).toEqual([...used].sort());
    }
  });

  test("keep every block of the stack under its address, and add pins alone", () => {
    for (const { module, stack } of made) {
      const [before, after] = [stack, module as unknown as Terraform].map((each) =>
        elementsOf(each).map(({ address }) => address),
      );
      const added = after?.filter((address) => before?.includes(address) !== true);
      expect(before?.filter((address) => after?.includes(address) !== true)).toEqual([]);
      expect(
        added?.filter((address) => !/^data\.aws_(caller_identity\.account|region\.region)-of-/.test(address)),
      ).toEqual([]);
      for (const kind of ["check", "moved", "removed"] as const)
        expect(Object.keys(module)).toEqual(
          kind in stack ? expect.arrayContaining([kind]) : expect.not.arrayContaining([kind]),
        );
    }
  });

  test("let nothing be made, and nothing be read, before its provider is known", () => {
    for (const { module } of made)
      for (const { address, body } of elementsOf(module as unknown as Terraform)) {
        const alias = /^aws\.(.+)$/.exec(String(body["provider"]))?.[1];
        if (alias === undefined || / ?data\.aws_(caller_identity|region)\.(account|region)-of-/.test(address)) continue;
        expect([address, body["depends_on"]]).toEqual([
          address,
          expect.arrayContaining([
            `data.aws_caller_identity.account-of-${alias}`,
            `data.aws_region.region-of-${alias}`,
          ]),
        ]);
      }
  });

  test("name the configured organization and accounts as defaults of variables alone", () => {
    const { organization, accounts } = config;
    const ids = [organization.id, ...Object.values(accounts).map(({ id }) => id)];
    for (const { module } of made) {
      // Former addresses hold spellings of targets: where nothing was, they say nothing.
      const { variable, ...others } = { ...module, removed: undefined };
      expect(ids.filter((id) => JSON.stringify(others).includes(id))).toEqual([]);
      expect(Object.values(variable).filter((each) => each.description === "" || each.default === undefined)).toEqual(
        [],
      );
    }
  });

  test("have a page with every input, output and provider", () => {
    for (const { module, readme } of made) {
      const outputs = Object.entries((module.output ?? {}) as Record<string, { readonly description: string }>);
      for (const [name, { description }] of outputs) expect(readme).toContain(`| \`${name}\` | ${description} |`);
      for (const [name, { description }] of Object.entries(module.variable))
        expect(readme).toMatch(new RegExp(`\\| \`${name}\` \\| .* \\| ${description} \\|`));
      for (const alias of module.terraform.required_providers.aws.configuration_aliases)
        expect(readme).toContain(`| \`${alias}\` |`);
    }
  });

  test("are valid on the newest provider of version 6, as far as its schema says it", () => {
    for (const { module } of made)
      expect(schemaProblems({ ...module, provider: { aws: [] } } as unknown as Terraform, schema)).toEqual([]);
  });
});

test("a Region in which nothing is left is not asked for", () => {
  const { stack, module } = modulesOf(example("existing-organization"))[0] ?? {};
  const passed = module?.terraform.required_providers.aws.configuration_aliases.length ?? 0;
  expect(passed).toBeLessThan(stack?.provider.aws.length ?? 0);
});
