import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PAGES } from "../../documentation/pages";
import { GUARDRAILS } from "../../catalogue/guardrails";

const ROOT = join(__dirname, "..", "..");

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

describe("generated documentation", () => {
  it.each(PAGES)("$path is as the catalogue says (npm run baseline -- docs)", ({ path, text }) => {
    expect(read(path)).toBe(text());
  });

  it("has a section for every guardrail, and none beside them", () => {
    const headings = read("docs/guardrails.md").match(/^## [a-z-]+$/gm) ?? [];
    expect(headings).toEqual(GUARDRAILS.map(({ id }) => `## ${id}`));
  });

  it.each([
    "docs/guardrails.md",
    "docs/runbooks/remove-a-guardrail.md",
    "docs/decisions/0010-the-log-group-stays-in-the-management-account.md",
  ])("%s links to what exists", (path) => {
    const links = [...read(path).matchAll(/\]\(([^)#]+)\)/g)].map(([, link = ""]) => link);
    for (const link of links.filter((each) => !each.startsWith("http")))
      expect([link, existsSync(join(ROOT, path, "..", link))]).toEqual([link, true]);
  });
});
