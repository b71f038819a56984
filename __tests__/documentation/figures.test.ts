import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FIGURED, withFigures } from "../../documentation/figures";
import { withMarked } from "../../documentation/marked";
import { GENERATED } from "../../documentation/page";

const ROOT = join(__dirname, "..", "..");

const marks = { where: "a.md", opening: "<!-- x -->", closing: "<!-- /x -->" };

test("what stands between the comments is replaced wherever they stand, and nothing else", () => {
  const document = "a <!-- x -->1<!-- /x --> b <!-- x -->2<!-- /x --> c";
  expect(withMarked(document, marks, "3")).toBe("a <!-- x -->3<!-- /x --> b <!-- x -->3<!-- /x --> c");
});

test.each(["nothing", "<!-- x -->1", "<!-- /x --><!-- x -->"])("%j has no section to replace", (document) => {
  expect(() => withMarked(document, marks, "3")).toThrow(
    "a.md must have a section between <!-- x --> and <!-- /x -->, got none",
  );
});

test.each(FIGURED)("no line of %s begins with a comment: Markdown would read it as HTML", (path) => {
  expect(readFileSync(join(ROOT, path), "utf8")).not.toMatch(/^<!-- /m);
});

test.each(FIGURED)("%s has figures", (path) => {
  expect(withFigures(path)).toContain("<!-- figure ");
});

/** Written by hand: not generated, and not docs/performance.md, whose figures are measured. */
const written = [".", "docs", "docs/decisions", "docs/runbooks", "examples"]
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((file) => join(folder, file)))
  .filter((path) => path.endsWith(".md") && path !== "docs/performance.md")
  .filter((path) => !readFileSync(join(ROOT, path), "utf8").startsWith(GENERATED));

test.each(written)("%s counts nothing of the code by hand", (path) => {
  const prose = readFileSync(join(ROOT, path), "utf8").replace(/<!-- figure \S+ -->.*?<!-- \/figure -->/g, "N");
  const counted =
    /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (more )?(guardrails|detections|stacks|resources|filters|tests)\b/gi;
  expect(prose.match(counted) ?? []).toEqual([]);
});
