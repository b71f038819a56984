import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FIGURED, withFigures } from "../../documentation/figures";
import { withMarked } from "../../documentation/marked";

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

test.each(FIGURED)("%s counts what the code has by no number of its own", (path) => {
  const prose = readFileSync(join(__dirname, "..", "..", path), "utf8").replace(
    /<!-- figure \S+ -->.*?<!-- \/figure -->/g,
    "N",
  );
  const counted =
    /\b(\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (more )?(guardrails|detections|stacks|resources|filters|tests)\b/gi;
  expect(prose.match(counted) ?? []).toEqual([]);
  expect(withFigures(path)).toContain("<!-- figure ");
});
