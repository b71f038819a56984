import { markdownTable } from "../../../documentation/markdown-table";
import { bodyOf, type Body } from "../../../terraform/json";
import { callName, callOf } from "./call";
import type { StackModule } from "./convert";
import { TARGET_IDS } from "./target-ids";

const code = (text: unknown): string => `\`${typeof text === "string" ? text : JSON.stringify(text)}\``;

const inputs = (variables: Body): string =>
  markdownTable(
    ["Input", "Type", "Default", "What it is"],
    Object.entries(variables).map(([name, body]) => {
      const { type, default: byDefault, description } = bodyOf(body);
      return [code(name), code(type), code(byDefault), String(description)];
    }),
  );

const outputs = (all: Body): string =>
  markdownTable(
    ["Output", "What it is"],
    Object.entries(all).map(([name, body]) => [code(name), String(bodyOf(body)["description"])]),
  );

const providers = ({ providers: all }: StackModule): string =>
  markdownTable(
    ["Provider", "Account", "Region"],
    all.map(
      ({ alias, allowed_account_ids: [account] = [], region }: Body & { allowed_account_ids?: readonly string[] }) => [
        code(`aws.${String(alias)}`),
        String(account),
        String(region),
      ],
    ),
  );

/** Other accounts that a module names. A call for another organization names them too. */
const otherAccounts = ({ terraform, providers: all }: StackModule): readonly string[] => {
  const { variable, ...others } = terraform;
  const own = new Set([...Object.values(bodyOf(variable)), ...all].map((body) => String(bodyOf(body)["default"])));
  const ids = JSON.stringify(others).match(/(?<![0-9A-Za-z])\d{12}(?![0-9A-Za-z])/g) ?? [];
  return [...new Set(ids)].filter((id) => !own.has(id)).sort();
};

const section = (title: string, ...paragraphs: readonly string[]): string =>
  [`## ${title}`, ...paragraphs].join("\n\n");

const pinning = (): string =>
  section(
    "Providers",
    "The module has no provider of its own and no backend: both are the caller's. It asks each provider that is passed for its account and its Region, and refuses the plan where they are not these; nothing is made before it has asked. A destroy asks nothing: keep `allowed_account_ids` in the provider blocks. `default_tags` are the caller's too.",
  );

const leaving = (): string =>
  "A Region that the configuration leaves is no longer in this table. Take its line out of `providers` then, and keep the provider block until the apply that destroys what is there is done.";

function dependsOn(stack: StackModule): readonly string[] {
  if (stack.targets.length === 0) return [];
  return [
    section(
      "A call with depends_on",
      `\`depends_on\` on a call puts off all that the module reads until the apply, while an attachment is addressed by the id of its target, which a plan has to know. Pass them then:`,
      [
        "```hcl",
        `${TARGET_IDS} = {`,
        ...stack.targets.map((text) => `  ${JSON.stringify(text)} = "…"`),
        "}",
        "```",
      ].join("\n"),
      "All of them, or none. The apply looks them up all the same, and stops before anything is attached where an id is not the one of its target. What only the live organization knows is not asked in such a plan: whether others left room on a target (AWS refuses what is too much), and what is attached already (`imports` is empty).",
    ),
  ];
}

function importing({ imports }: StackModule): readonly string[] {
  if (imports.length === 0) return [];
  return [
    section(
      "Imports",
      "Terraform takes `import` blocks in a root module alone, so the call above has them: with them, what is live and wanted already is taken over instead of refused by AWS as there already. Where the module is itself the root (a tool generates provider and backend beside it), they stand there without `module.….`, over `local.imports`.",
    ),
  ];
}

function elsewhere(stack: StackModule): readonly string[] {
  const others = otherAccounts(stack);
  return [
    section(
      "For another organization",
      "A second call with other ids is for a second organization: an instance of one call cannot have other providers than the rest. The Regions, the names, the people who are told and the paths of the targets are the configuration's.",
      ...(others.length === 0
        ? []
        : [`So are these accounts, which the module names as they are: ${others.join(", ")}.`]),
    ),
  ];
}

/** Page of a module: how it is called, what goes in and what comes out. */
export function readmeOf(stack: StackModule): string {
  const { variable, output } = stack.terraform;
  return (
    [
      `# ${stack.name}`,
      `The stack \`${stack.name}\` of the organization baseline as a Terraform module. Written by \`npm run synth -- --modules\`: change the configuration, not this folder. docs/modules.md says whom it suits.`,
      section(
        "Call",
        ["```hcl", callOf(stack), "```"].join("\n"),
        `What is deployed is then below \`module.${callName(stack)}\`.`,
      ),
      section("Inputs", inputs(bodyOf(variable))),
      section("Outputs", output === undefined ? "None." : outputs(bodyOf(output))),
      pinning(),
      providers(stack),
      leaving(),
      ...elsewhere(stack),
      ...dependsOn(stack),
      ...importing(stack),
    ].join("\n\n") + "\n"
  );
}
