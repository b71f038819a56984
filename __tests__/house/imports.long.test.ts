import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const CRUISER = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser holds against a tree, by the rules of this house. */
function violations(tree: string): readonly Violation[] {
  const args = [CRUISER, "--config", join(ROOT, ".dependency-cruiser.mjs"), "--output-type", "json", "."];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: "utf8", maxBuffer: 1 << 28 });
  if (stdout === "") throw new Error(stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: readonly Violation[] } };
  return summary.violations;
}

/** Files that stand in the scratch tree to be imported. */
const TARGETS = [
  ...["proofs/policy/index", "proofs/policy/pattern", "proofs/refuse", "catalogue/partitions", "config/index"],
  ...[
    "constructs/place",
    "stacks/index",
    "stacks/alarms",
    "organization/index",
    "processes/run",
    "terraform/deployment",
  ],
  ...["emulator/start", "review/rules", "documentation/pages", "commands/baseline", "trial/index", "bench/index"],
  ...["examples/greenfield", "__tests__/support/judge", "main", "baseline.config"],
];

/** Where an import stands, where it leads, and the rule that refuses it. */
const REFUSED: readonly (readonly [folder: string, target: string, rule: string])[] = [
  ["proofs", "catalogue/partitions", "proofs-imports"],
  ["proofs/policy", "main", "proofs-imports"],
  ["catalogue/detections", "config/index", "catalogue-imports"],
  ["config/checks", "stacks/index", "config-imports"],
  ["config", "baseline.config", "config-imports"],
  ["constructs", "config/index", "constructs-imports"],
  ["constructs", "proofs/policy/index", "constructs-imports"],
  ["stacks", "commands/baseline", "stacks-imports"],
  ["stacks", "main", "stacks-imports"],
  ["organization", "commands/baseline", "organization-imports"],
  ["evidence", "terraform/deployment", "evidence-imports"],
  ["evidence/controls", "commands/baseline", "evidence-imports"],
  ["processes", "terraform/deployment", "processes-imports"],
  ["terraform", "emulator/start", "terraform-imports"],
  ["emulator", "terraform/deployment", "emulator-imports"],
  ["review", "organization/index", "review-imports"],
  ["documentation", "stacks/index", "documentation-imports"],
  ["commands", "emulator/start", "commands-imports"],
  ["commands", "main", "commands-imports"],
  ["examples", "catalogue/partitions", "examples-imports"],
  ["trial", "bench/index", "trial-imports"],
  ["bench", "trial/index", "bench-imports"],
  ["a-new-room", "config/index", "rooms-are-listed"],
  ["commands", "stacks/alarms", "stacks-by-index"],
  ["catalogue", "proofs/policy/pattern", "proofs-by-index"],
  ["config", "proofs/refuse", "proofs-by-index"],
  ["stacks", "__tests__/support/judge", "no-tests"],
  ["proofs", "constructs:", "no-cdktf"],
  ["catalogue", "cdktf:", "no-cdktf"],
  ["config", "@cdktf/provider-aws/lib/sns-topic:", "no-cdktf"],
  ["stacks", "@cdktf/provider-aws:", "no-provider-root"],
  ["stacks", "fast-check:", "no-dev-dependencies"],
  ["stacks", "left-pad:", "no-unlisted-packages"],
  ["stacks", "stacks/nowhere", "no-missing-files"],
];

const ALLOWED: readonly (readonly [folder: string, target: string])[] = [
  ["proofs/policy", "proofs/refuse"],
  ["catalogue", "proofs/policy/index"],
  ["config", "catalogue/partitions"],
  ["config/checks", "proofs/policy/index"],
  ["constructs", "catalogue/partitions"],
  ["constructs", "@cdktf/provider-aws/lib/sns-topic:"],
  ["stacks", "config/index"],
  ["stacks", "constructs/place"],
  ["stacks", "cdktf:"],
  ["organization", "config/index"],
  ["evidence", "organization/index"],
  ["terraform", "processes/run"],
  ["emulator", "processes/run"],
  ["review", "terraform/deployment"],
  ["documentation", "catalogue/partitions"],
  ["commands", "organization/index"],
  ["commands", "review/rules"],
  ["commands", "stacks/index"],
  ["trial", "emulator/start"],
  ["bench", "baseline.config"],
  ["examples", "config/index"],
  ["__tests__/proofs", "proofs/policy/pattern"],
  ["__tests__/proofs", "fast-check:"],
];

const [MAIN, CONFIGURATION] = ["main.ts", "baseline.config.ts"];

/** `a/b` imports `x/y` by `../../x/y`; a name that ends in a colon is a package. */
const specifier = (folder: string, target: string): string =>
  target.endsWith(":") ? target.slice(0, -1) : `${folder.replace(/[^/]+/g, "..")}/${target}`;

const importing = (from: string): string =>
  `import type { X } from "${from}";\nimport { x } from "${from}";\nexport const y: X = x;\n`;

const file = (index: number, folder: string): string => `${folder}/x${index}.ts`;

let scratch = "";
let found: readonly Violation[] = [];

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "org-baseline-rooms-"));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(scratch, name)), { recursive: true });
    writeFileSync(join(scratch, name), text);
  };
  symlinkSync(join(ROOT, "node_modules"), join(scratch, "node_modules"));
  cpSync(join(ROOT, "package.json"), join(scratch, "package.json"));
  for (const target of TARGETS) write(`${target}.ts`, "export type X = number;\nexport const x = 1;\n");
  [...REFUSED, ...ALLOWED].forEach(([folder, target], index) => {
    write(file(index, folder), importing(specifier(folder, target)));
  });
  write(MAIN, importing("./commands/baseline"));
  write(CONFIGURATION, importing("./catalogue/partitions"));
  write("catalogue/chicken.ts", 'import type { Egg } from "./egg";\nexport type Chicken = Egg[];\n');
  write("catalogue/egg.ts", 'import type { Chicken } from "./chicken";\nexport type Egg = Chicken[];\n');
  found = violations(scratch);
});

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const against = (from: string): readonly string[] =>
  found.filter((each) => each.from === from).map(({ rule }) => rule.name);

test.each(REFUSED.map(([folder, target, rule], index) => [folder, target, rule, index] as const))(
  "%s/ must not import %s (%s)",
  (folder, _target, rule, index) => {
    expect(against(file(index, folder))).toContain(rule);
  },
);

test.each(ALLOWED.map(([folder, target], index) => [folder, target, REFUSED.length + index] as const))(
  "%s/ may import %s",
  (folder, _target, index) => {
    expect(against(file(index, folder))).toEqual([]);
  },
);

test("main.ts and a configuration import what they need and nothing else", () => {
  expect(against(MAIN)).toEqual(["main-imports"]);
  expect(against(CONFIGURATION)).toEqual(["configuration-imports"]);
});

test("two files that import each other are a circle, also when only types go round", () => {
  expect(against("catalogue/chicken.ts")).toContain("no-circles");
});

test("this tree breaks no rule and has no circle", () => {
  expect(violations(ROOT).map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
}, 120_000);
