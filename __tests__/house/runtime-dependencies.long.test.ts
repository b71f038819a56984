import { existsSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import manifest from "../../package.json";

const ROOT = resolve(__dirname, "../..");

/** What a user runs with nothing but `npm ci --omit=dev`. `baseline.config.ts` is loaded by its name. */
const ENTRIES = ["main.ts", "commands/baseline.ts", "baseline.config.ts"];

/** Modules that a file loads when it runs: what is imported only as a type is not there any more. */
function loadedBy(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const isType = ts.isExportDeclaration(node)
        ? node.isTypeOnly
        : node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      const from = node.moduleSpecifier;
      if (!isType && from !== undefined && ts.isStringLiteral(from)) found.push(from.text);
    }
    const [argument] = ts.isCallExpression(node) ? node.arguments : [];
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && argument !== undefined)
      found.push(ts.isStringLiteral(argument) ? argument.text : argument.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return found;
}

const fileOf = (from: string, specifier: string): string => {
  const path = resolve(dirname(from), specifier);
  const file = [path, `${path}.ts`, join(path, "index.ts")].find(
    (each) => /\.(ts|json)$/.test(each) && existsSync(each),
  );
  if (file === undefined) throw new Error(`${relative(ROOT, from)} imports ${specifier}, which is no file`);
  return file;
};

const packageOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

/** Packages that are loaded, each with one of the files that load it. */
function packages(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const queue = ENTRIES.map((entry) => join(ROOT, entry));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const specifier of loadedBy(file))
      if (specifier.startsWith(".")) queue.push(fileOf(file, specifier));
      else if (!specifier.startsWith("node:") && !builtinModules.includes(specifier))
        found.set(packageOf(specifier), relative(ROOT, file));
  }
  return found;
}

test("what main and the commands load at run time is a dependency, not a devDependency", () => {
  const loaded = [...packages()];
  expect(loaded.map(([name]) => name)).toEqual(
    expect.arrayContaining(["cdktf", "zod", "@aws-sdk/client-organizations"]),
  );
  expect(loaded.filter(([name]) => !Object.keys(manifest.dependencies).includes(name))).toEqual([]);
});

test("what the scripts of these entries name is a dependency, too", () => {
  expect(Object.keys(manifest.dependencies)).toEqual(expect.arrayContaining(["tsx", "esbuild"]));
});
