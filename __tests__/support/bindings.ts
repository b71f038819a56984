import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

/** Whether an element of a type names its Region. Data sources are called `data_aws_…`. */
export interface RegionUse {
  readonly type: string;
  readonly namesRegion: boolean;
}

const ROOT = resolve(__dirname, "../..");
const BINDINGS = "@cdktf/provider-aws/lib";
/** A file that exists only for the compiler. */
const FILE = join(ROOT, "__tests__/support/bindings.virtual.ts");

/** Module of a type, and the name of its configuration there. */
function bindingOf(type: string): { readonly module: string; readonly config: string } {
  const module = `${BINDINGS}/${type.replace(/^(data_)?aws_/, (_all, data) => (data ? "data-aws-" : "")).replace(/_/g, "-")}`;
  const text = readFileSync(join(ROOT, "node_modules", module, "index.d.ts"), "utf8");
  const config = /export interface (\w+Config) extends cdktf\.TerraformMetaArguments/.exec(text)?.[1];
  if (config === undefined)
    throw new Error(`the binding of ${type} must declare a configuration, got none in ${module}`);
  return { module, config };
}

/** One line a use, which compiles where the use is what the binding says. */
function line({ type, namesRegion }: RegionUse, index: number): string {
  const { module, config } = bindingOf(type);
  return `const use${index}: "region" extends keyof import("${module}").${config} ? true : false = ${namesRegion};`;
}

const unique = (uses: readonly RegionUse[]): readonly RegionUse[] => [
  ...new Map(uses.map((use) => [`${use.type} ${use.namesRegion}`, use])).values(),
];

/** Files that the compiler has read, by name: every question reads the same thousand. */
const known = new Map<string, ts.SourceFile | undefined>();

function rememberedFile(name: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!known.has(name)) known.set(name, read());
  return known.get(name);
}

/** Uses that the bindings' types refute, judged by the TypeScript compiler. */
export function bindingProblems(all: readonly RegionUse[]): readonly string[] {
  const uses = unique(all);
  const source = [...uses.map(line), "export {};"].join("\n");
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    target: ts.ScriptTarget.ES2022,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.getSourceFile = (name, target) =>
    name === FILE ? ts.createSourceFile(name, source, target) : rememberedFile(name, () => getSourceFile(name, target));
  host.fileExists = (name) => name === FILE || fileExists(name);
  const diagnostics = ts.getPreEmitDiagnostics(ts.createProgram([FILE], options, host));
  return diagnostics.map(({ file, start, messageText }) => {
    const use = file?.fileName === FILE ? uses[file.getLineAndCharacterOfPosition(start ?? 0).line] : undefined;
    return use === undefined
      ? ts.flattenDiagnosticMessageText(messageText, "\n")
      : `${use.type} names a region: ${use.namesRegion}`;
  });
}
