// Refreshes schema.golden.json from the bindings of the newest AWS provider, which are too big to depend on:
//
//   npm pack @cdktn/provider-aws@<version>    in a folder of your own
//   tar xzf cdktn-provider-aws-<version>.tgz
//   node --import tsx __tests__/provider-6/extract.ts <folder>/package
//
// The bindings are generated from the provider's schema and repeat it: each getter has a comment with computed,
// optional and required, each argument its form. The bindings do not say what is deprecated.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Attribute, Attributes, ProviderSchema } from "./schema";

const ROOT = resolve(__dirname, "../..");
const OUTPUT = join(__dirname, "schema.golden.json");

/** Modules of the bindings that constructs and stacks import. */
const modulesInUse = (): readonly string[] => {
  const text = execFileSync(
    "git",
    ["grep", "-hoE", "@cdktf/provider-aws/lib/[a-z0-9-]+", "--", "constructs", "stacks"],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  return [...new Set(text.trim().split("\n"))].map((line) => line.split("/").at(-1) ?? "").sort();
};

interface Form {
  readonly block: boolean;
  /** `string`, `stringList`, or the class of the object. */
  readonly storage: string;
}

/** The forms of all arguments in a function or method that writes HCL: `name: { value, isBlock, type, storageClassType }`. */
function formsIn(text: string): ReadonlyMap<string, Form> {
  const entry = /^\s+(\w+): \{\s+value: [^]*?isBlock: (true|false),\s+type: "\w+",\s+storageClassType: "(\w+)",/gm;
  return new Map(
    [...text.matchAll(entry)].map(([, name = "", block, storage = ""]) => [name, { block: block === "true", storage }]),
  );
}

/** The text of each class of a module, and of the function that writes the HCL of its kind. */
function partsOf(text: string) {
  const classes = new Map<string, string>();
  for (const [, name = "", body = ""] of text.matchAll(/^class (\w+) extends [\w.]+ \{\n([^]*?)^\}/gm))
    classes.set(name, body);
  const forms = new Map<string, ReadonlyMap<string, Form>>();
  for (const [, name = "", body = ""] of text.matchAll(/^function (\w+)ToHclTerraform\(struct\) \{\n([^]*?)^\}/gm))
    forms.set(name.toLowerCase(), formsIn(body));
  return { classes, forms };
}

const TYPES: readonly (readonly [RegExp, Attribute["type"]])[] = [
  [/new cdktn\.\w+Map\(|getStringMapAttribute|getNumberMapAttribute|getBooleanMapAttribute|getAnyMapAttribute/, "map"],
  [/getListAttribute|getNumberListAttribute/, "list"],
  [/getStringAttribute/, "string"],
  [/getNumberAttribute/, "number"],
  [/getBooleanAttribute/, "bool"],
  [/interpolationForAttribute/, "any"],
];

const STORED: Readonly<Record<string, Attribute["type"]>> = {
  string: "string",
  number: "number",
  boolean: "bool",
  stringList: "list",
  stringMap: "map",
};

/** What a provider takes: it has no getters that read, so only the forms of its arguments say what they are. */
function argumentsOf(forms: ReadonlyMap<string, Form>, parts: ReturnType<typeof partsOf>): Attributes {
  return Object.fromEntries(
    [...forms].map(([name, { block, storage }]): [string, Attribute] => {
      const type = STORED[storage];
      if (type !== undefined) return [name, { type, use: "optional" }];
      const nested = parts.forms.get(storage.replace(/List$/, "").toLowerCase());
      if (nested === undefined) throw new Error(`the form of ${name} must be known, got ${storage}`);
      const many = storage.endsWith("List") ? ({ many: true } as const) : {};
      // One argument for each of AWS's services, of which we set none: left out, for they are half of the file.
      if (name === "endpoints") return [name, { type: "object", use: "optional", block: true, many: true }];
      const attributes = argumentsOf(nested, parts);
      return [name, { type: "object", use: "optional", ...(block ? { block } : {}), ...many, attributes }];
    }),
  );
}

function attributesOf(
  className: string,
  parts: ReturnType<typeof partsOf>,
  own?: ReadonlyMap<string, Form>,
): Attributes {
  const body = parts.classes.get(className);
  if (body === undefined) throw new Error(`the bindings must hold the class ${className}`);
  const forms =
    own ?? parts.forms.get(className.replace(/OutputReference$/, "").toLowerCase()) ?? new Map<string, Form>();
  const getters = body.split(/^\s+\/\/ (?=\w+ - computed: )/m).slice(1);
  return Object.fromEntries(
    getters.map((getter): [string, Attribute] => {
      const [, name = "", computed, optional, required] =
        /^(\w+) - computed: (\w+), optional: (\w+), required: (\w+)/.exec(getter) ?? [];
      const form = forms.get(name);
      const nestedClass = new RegExp(`_\\w+ = new (\\w+)\\(this, "${name}"`).exec(getter)?.[1];
      const reference = nestedClass?.replace(/(List|Map)$/, "OutputReference");
      const nested =
        reference === undefined || !parts.classes.has(reference) ? undefined : attributesOf(reference, parts);
      const type = nested === undefined ? TYPES.find(([call]) => call.test(getter))?.[1] : "object";
      if (type === undefined) throw new Error(`the type of ${className}.${name} must be known, got ${getter}`);
      return [
        name,
        {
          type,
          // Optional and computed attributes have both; what is neither optional nor required is read only.
          use: required === "true" ? "required" : optional === "true" ? "optional" : "computed",
          ...(computed === "true" && optional === "true" ? { filled: true } : {}),
          ...(form?.block === true ? { block: true } : {}),
          ...(nestedClass?.endsWith("List") === true ? { many: true } : {}),
          ...(nested === undefined ? {} : { attributes: nested }),
        },
      ];
    }),
  );
}

function typeOf(folder: string, module: string): readonly [string, Attributes] {
  const text = readFileSync(join(folder, "lib", module, "index.js"), "utf8");
  const parts = partsOf(text);
  const kind = module === "provider" ? "TerraformProvider" : "Terraform(?:Resource|DataSource)";
  const [, className = "", , resourceType = ""] =
    new RegExp(`^class (\\w+) extends (cdktn\\.${kind}) \\{[^]*?static tfResourceType = "(\\w+)"`, "m").exec(text) ??
    [];
  const body = parts.classes.get(className) ?? "";
  const forms = formsIn(body.slice(body.indexOf("synthesizeHclAttributes()")));
  if (module === "provider") return ["provider", argumentsOf(forms, parts)];
  const name = module.startsWith("data-") ? `data.${resourceType}` : resourceType;
  return [name, attributesOf(className, parts, forms)];
}

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("name the folder of the unpacked package @cdktn/provider-aws");
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
const [, provider = ""] =
  /hashicorp\/aws\/([\d.]+)\/docs/.exec(readFileSync(join(folder, "lib/sns-topic/index.d.ts"), "utf8")) ?? [];
const schema: ProviderSchema = {
  provider,
  bindings: version,
  types: Object.fromEntries(modulesInUse().map((module) => typeOf(folder, module))),
};
writeFileSync(OUTPUT, `${JSON.stringify(schema)}\n`);
