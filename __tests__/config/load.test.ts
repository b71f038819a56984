import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ConfigurationError, loadConfig } from "../../config";
import { validConfig } from "./valid-config";

const folder = mkdtempSync(join(tmpdir(), "load-config-"));

afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const reportOn = (path: string | undefined): string => {
  try {
    loadConfig(path);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message.replaceAll(folder, "<folder>");
  }
  return "no problem";
};

/** A configuration with this line in it. */
const withLine = (line: string): string =>
  `const valid = ${JSON.stringify(validConfig)};\nexport default { ...valid,\n${line}\n};`;

describe("a key that stands twice", () => {
  it.each([
    ["at the top", 'name: "one", name: "two"', "name"],
    ["in quotes", "name: 'one', \"name\": 'two'", "name"],
    ["at depth", "tags: { a: { ...{}, Owner: 'x', b: [{ Owner: 'x', Owner: 'x' }] } }", "Owner"],
    ["over lines", "tags: { Owner: 'x',\n\n Owner: 'y' }", "Owner"],
  ])("%s is refused, with its line", (where, line, key) => {
    const report = reportOn(file(`${where}.ts`, withLine(line)));
    expect(report).toMatch(
      new RegExp(`^ {2}line ${line.includes("\n") ? 5 : 3} must hold each key once, got "${key}"$`, "m"),
    );
  });

  it("is told of beside what else is wrong", () => {
    const report = reportOn(file("both.ts", withLine('name: "one", name: "Two"')));
    expect(report.split("\n").slice(0, 2)).toEqual([
      expect.stringMatching(/both\.ts has 2 problems:$/),
      '  line 3 must hold each key once, got "name"',
    ]);
    expect(report).toContain('got "Two"');
  });

  it("is something else than a spread that is written over", () => {
    expect(reportOn(file("spread.ts", withLine('...{ name: "one" }, name: "acme-baseline"')))).toBe("no problem");
  });
});

describe("loadConfig", () => {
  const { BASELINE_CONFIG } = process.env;

  afterEach(() => {
    if (BASELINE_CONFIG === undefined) delete process.env.BASELINE_CONFIG;
    else process.env.BASELINE_CONFIG = BASELINE_CONFIG;
  });

  it("reads the file that BASELINE_CONFIG names", () => {
    process.env.BASELINE_CONFIG = file(
      "mine.ts",
      `export default ${JSON.stringify({ ...validConfig, name: "my-baseline" })};`,
    );
    expect(loadConfig().name).toBe("my-baseline");
  });

  it("reads baseline.config.ts where BASELINE_CONFIG is empty", () => {
    process.env.BASELINE_CONFIG = "";
    expect(loadConfig().name).toBe("org-baseline");
  });

  it.each([
    ["that does not exist", join(folder, "nowhere.ts"), "name a file that exists"],
    ["that no file can have", `${folder}/\0`, "name a file that exists"],
    ["of a folder", folder, "name a file, such as baseline.config.ts"],
    ["of a JSON file", file("a.json", "{}"), "name a TypeScript file with export default defineConfig({ … })"],
  ])("refuses a path %s", (_title, path, rule) => {
    const lines = reportOn(path).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^ {2}BASELINE_CONFIG must /);
    expect(lines[1]).toContain(rule);
  });

  it.each([
    [
      "throws",
      'const a = 1;\nthrow new TypeError("no such thing\\nand more");',
      "line 2",
      '"TypeError: no such thing"',
    ],
    ["throws what is no error", 'throw "plain text";', "the configuration", '"plain text"'],
    ["throws an error without words", "throw new Error();", "line 1", '"an error without a message"'],
    ["imports what does not exist", 'import "./nowhere";', "line 1", "\"Cannot find module './nowhere'"],
  ])("names line and first words of the error of a file that %s", (title, text, where, got) => {
    const path = file(`${title.replaceAll(" ", "-")}.ts`, text);
    const lines = reportOn(path).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(new RegExp(`${title.replaceAll(" ", "-")}\\.ts has 1 problem:$`));
    expect(lines[1]).toContain(`  ${where} must load without an error, got ${got}`);
  });

  it("reports a syntax error without a stack trace", () => {
    const lines = reportOn(file("broken.ts", "export default { name: ")).split("\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^ {2}line 1 must load without an error, got ".+"/);
  });

  it("names the file in which the error arose, not the one that only imports it", () => {
    file("broken-inside.ts", 'export const a = 1;\n\nthrow new RangeError("too much");\n');
    const lines = reportOn(file("imports-it.ts", 'export { a as default } from "./broken-inside";')).split("\n");
    expect(lines[0]).toMatch(/broken-inside\.ts has 1 problem:$/);
    expect(lines[1]).toBe('  line 3 must load without an error, got "RangeError: too much"');
  });

  it("names the file in which a mistake is written, not the example that hands it on", () => {
    const config = join(__dirname, "../../config");
    file(
      "written.ts",
      `import { defineConfig } from ${JSON.stringify(config)};\nexport default defineConfig({ name: 1 } as never);`,
    );
    expect(reportOn(file("example.ts", 'export { default } from "./written";'))).toMatch(
      /written\.ts has 14 problems:/,
    );
  });

  it("asks for a default export", () => {
    expect(reportOn(file("silent.ts", "export const config = {};"))).toMatch(
      /silent\.ts has 1 problem:\n {2}the configuration must export default defineConfig\(\{ … \}\), got nothing$/,
    );
  });

  it("names the file in a report", () => {
    mkdirSync(join(folder, "deep"), { recursive: true });
    expect(reportOn(file("deep/wrong.ts", "export default { name: 1 };"))).toMatch(
      /deep\/wrong\.ts has 14 problems:\n/,
    );
  });
});
