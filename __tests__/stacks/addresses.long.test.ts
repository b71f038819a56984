import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLE_NAMES, example, FORMS, inForm } from "../support/examples";
import { synth } from "../support/synth";
import { resourcesOf, type Terraform } from "../support/terraform";

const FILE = join(__dirname, "addresses.golden.json");

type Addresses = Readonly<Record<string, readonly string[]>>;
type Golden = Readonly<Record<string, Addresses>>;

/** What others hold on to: the state by address, pipelines by variable, downstream Terraform by output. */
const promisesOf = (stack: Terraform): readonly string[] => [
  ...resourcesOf(stack)
    .map(({ address }) => address)
    .sort(),
  ...Object.keys(stack.variable ?? {}).map((name) => `var.${name}`),
  ...Object.keys(stack.output ?? {}).map((name) => `output.${name}`),
];

const addressesOf = (name: string, form: (typeof FORMS)[number]): Addresses =>
  Object.fromEntries(
    Object.entries(synth(inForm(example(name), form)).stacks).map(([stack, terraform]) => [
      stack,
      promisesOf(terraform),
    ]),
  );

if (process.env["UPDATE_GOLDEN"] === "1") {
  const golden = Object.fromEntries(EXAMPLE_NAMES.map((name) => [name, addressesOf(name, "portable")]));
  writeFileSync(FILE, `${JSON.stringify(golden, undefined, 1)}\n`);
}

const golden = (existsSync(FILE) ? JSON.parse(readFileSync(FILE, "utf8")) : {}) as Golden;

/** Fails with what to do, besides what has changed. */
function compare(now: Addresses, kept: Addresses): void {
  const changes = [...new Set([...Object.keys(now), ...Object.keys(kept)])].flatMap((stack) => {
    const [before, after] = [kept[stack] ?? [], now[stack] ?? []];
    return [
      ...before.filter((address) => !after.includes(address)).map((address) => `- ${stack}: ${address}`),
      ...after.filter((address) => !before.includes(address)).map((address) => `+ ${stack}: ${address}`),
    ];
  });
  if (changes.length > 0)
    throw new Error(
      [
        "addresses are permanent, got other ones than addresses.golden.json:",
        ...changes,
        "Renaming one needs a moved block in the same change, or Terraform destroys and creates it anew.",
        "Where that is done, or an address is new: npm run generate",
      ].join("\n"),
    );
}

test("the golden file knows every example, and no other", () => {
  expect(Object.keys(golden).sort()).toEqual([...EXAMPLE_NAMES].sort());
});

test.each(EXAMPLE_NAMES)("no address of %s has changed", (name) => {
  compare(addressesOf(name, "portable"), golden[name] ?? {});
});

test.each(EXAMPLE_NAMES)("%s has the same addresses in both forms", (name) => {
  expect(addressesOf(name, "6")).toEqual(addressesOf(name, "portable"));
});

test("a renamed address is reported with the moved block that it needs", () => {
  const kept = { guardrails: ["aws_x.old", "aws_x.same"] };
  const renamed = () => compare({ guardrails: ["aws_x.new", "aws_x.same"] }, kept);
  expect(renamed).toThrow("- guardrails: aws_x.old\n+ guardrails: aws_x.new\nRenaming one needs a moved block");
  expect(() => compare({ guardrails: [], alarms: ["aws_y.z"] }, kept)).toThrow("+ alarms: aws_y.z");
});
