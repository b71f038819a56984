import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const LINT = join(__dirname, "../support/lint.mjs");

interface Snippet {
  readonly file: string;
  readonly from: string;
}

/** What the linter says of an import, asked for all snippets in one process. */
function lint(snippets: readonly Snippet[]): readonly (readonly string[])[] {
  const input = snippets.map(({ file, from }) => ({
    file,
    code: `import { x } from "${from}";\nexport const y = x;\n`,
  }));
  const { stdout, stderr } = spawnSync(process.execPath, [LINT], {
    cwd: ROOT,
    input: JSON.stringify(input),
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly string[])[];
}

const REFUSED: readonly (Snippet & { readonly because: string })[] = [
  {
    file: "proofs/policy/x.ts",
    from: "../../catalogue/guardrail",
    because: "proofs/ must not import from a room that comes after it",
  },
  { file: "proofs/policy/x.ts", from: "constructs", because: "proofs/ knows nothing of CDKTF" },
  { file: "catalogue/x.ts", from: "cdktf", because: "catalogue/ knows nothing of CDKTF" },
  {
    file: "catalogue/detections/x.ts",
    from: "@cdktf/provider-aws/lib/sns-topic",
    because: "catalogue/ knows nothing of CDKTF",
  },
  { file: "catalogue/x.ts", from: "../config", because: "catalogue/ must not import from a room that comes after it" },
  { file: "config/x.ts", from: "cdktf", because: "config/ knows nothing of CDKTF" },
  {
    file: "config/checks/x.ts",
    from: "../../stacks/alarms",
    because: "config/ must not import from a room that comes after it",
  },
  { file: "constructs/x.ts", from: "../config", because: "constructs never see the configuration" },
  { file: "constructs/x.ts", from: "../config/names", because: "constructs never see the configuration" },
  {
    file: "constructs/x.ts",
    from: "../stacks",
    because: "constructs/ must not import from a room that comes after it",
  },
  { file: "constructs/x.ts", from: "@cdktf/provider-aws", because: "import @cdktf/provider-aws/lib/<resource>" },
  { file: "stacks/x.ts", from: "@cdktf/provider-aws", because: "import @cdktf/provider-aws/lib/<resource>" },
  {
    file: "stacks/x.ts",
    from: "../commands/start",
    because: "stacks/ must not import from a room that comes after it",
  },
  {
    file: "stacks/x.ts",
    from: "../emulator/start",
    because: "stacks/ must not import from a room that comes after it",
  },
  { file: "stacks/x.ts", from: "../main", because: "stacks/ must not import from a room that comes after it" },
  { file: "commands/x.ts", from: "@cdktf/provider-aws", because: "import @cdktf/provider-aws/lib/<resource>" },
];

const ALLOWED: readonly Snippet[] = [
  { file: "catalogue/x.ts", from: "../proofs/policy" },
  { file: "config/x.ts", from: "../catalogue/partitions" },
  { file: "constructs/x.ts", from: "@cdktf/provider-aws/lib/sns-topic" },
  { file: "constructs/x.ts", from: "./place" },
  { file: "stacks/x.ts", from: "../config" },
  { file: "stacks/x.ts", from: "../constructs/alert-topic" },
];

const answers = lint([...REFUSED, ...ALLOWED]);

test.each(REFUSED.map((snippet, index) => [snippet.file, snippet.from, snippet.because, answers[index]] as const))(
  "%s must not import %s",
  (_file, _from, because, messages) => {
    expect(messages).toEqual([expect.stringContaining(`no-restricted-imports: `)]);
    expect(messages?.[0]).toContain(because);
  },
);

test.each(ALLOWED.map((snippet, index) => [snippet.file, snippet.from, answers[REFUSED.length + index]] as const))(
  "%s may import %s",
  (_file, _from, messages) => {
    expect(messages).toEqual([]);
  },
);
