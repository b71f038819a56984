import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guardrail } from "../../catalogue/guardrail";
import { DETECTIONS } from "../../catalogue/detections";
import { GUARDRAILS } from "../../catalogue/guardrails";
import { SEVERITIES } from "../../catalogue/alerts/severities";
import { PAGES } from "../../documentation/pages";

const ROOT = join(__dirname, "..", "..");

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test.each(PAGES.map(({ path, text }) => [path, text] as const))(
  "%s is as the code says (npm run generate)",
  (path, text) => expect(read(path)).toBe(text()),
);

test("every guardrail has its section, and nothing else has one", () => {
  const headings = read("docs/guardrails.md").match(/^## [a-z-]+$/gm) ?? [];
  expect(headings).toEqual(GUARDRAILS.map(({ id }) => `## ${id}`));
});

test.each((GUARDRAILS as readonly Guardrail[]).map((entry) => [entry.id, entry] as const))(
  "the sentences of every attack on %s are on its page",
  (_id, { denies, permits }) => {
    const page = read("docs/guardrails.md");
    for (const { attack, note } of [...denies, ...permits]) {
      if (attack !== undefined) expect(page).toContain(`Attack: ${attack} |`);
      if (note !== undefined) expect(page).toContain(`${note} |`);
    }
  },
);

test("every detection has its section", () => {
  const page = read("docs/detections.md");
  for (const { id } of DETECTIONS) expect(page).toContain(`\n### ${id}\n`);
});

test.each(SEVERITIES)("the messages of severity %s name a runbook that exists", (severity) => {
  expect(read(`docs/runbooks/${severity}.md`)).toContain(`# ${severity[0]?.toUpperCase()}${severity.slice(1)}`);
});

const documents = [".", "docs", "docs/decisions", "docs/runbooks", "examples"].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".md"))
    .map((file) => join(folder, file)),
);

test.each(documents)("links of %s lead somewhere", (path) => {
  const folder = join(ROOT, path, "..");
  const targets = Array.from(read(path).matchAll(/\]\(([^)#]+?)(?:#[^)]*)?\)/g), ([, target]) => target ?? "");
  expect(targets.filter((target) => !/^https?:/.test(target) && !existsSync(join(folder, target)))).toEqual([]);
});
