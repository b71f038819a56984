import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DETECTIONS } from "../../catalogue/detections/index";
import { SEVERITIES } from "../../catalogue/severities";
import { DETECTION_PAGES } from "../../documentation/detection-pages";

const ROOT = join(__dirname, "..", "..");

const textOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test.each(DETECTION_PAGES.map(({ path, text }) => [path, text] as const))(
  "%s is as the catalogue says",
  (path, text) => {
    expect(textOf(path)).toBe(text());
  },
);

test("every detection has its section", () => {
  const page = textOf("docs/detections.md");
  for (const { id } of DETECTIONS) expect(page).toContain(`\n### ${id}\n`);
});

test.each(SEVERITIES)("the messages of severity %s name a runbook that exists", (severity) => {
  expect(textOf(`docs/runbooks/${severity}.md`)).toContain(`# ${severity[0]?.toUpperCase()}${severity.slice(1)}`);
});

const PAGES = ["docs/detections.md", "docs/compliance.md", ...SEVERITIES.map((each) => `docs/runbooks/${each}.md`)];

test.each(PAGES)("links of %s lead somewhere", (path) => {
  const folder = join(ROOT, path, "..");
  const targets = Array.from(textOf(path).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g), ([, target]) => target ?? "");
  expect(targets.filter((target) => !/^https?:/.test(target) && !existsSync(join(folder, target)))).toEqual([]);
});
