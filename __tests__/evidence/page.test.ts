import { page } from "../../commands/verify/page";
import { html } from "../../commands/output/page/html";
import { STYLE } from "../../commands/output/page/style";
import { HOSTILE, troubled } from "./hostile";

test("what stands between the texts of a template is escaped, HTML is not twice", () => {
  const inner = html`<b title="${`"'`}">${"<&>"}</b>`;
  expect(html`<p>${[inner, "<i>", 1]}${undefined}</p>`.text).toBe(
    '<p><b title="&quot;&#39;">&lt;&amp;&gt;</b>&lt;i&gt;1</p>',
  );
});

/** Relative luminance. Source: WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

test("every verdict can be read: ink on its ground has a contrast of 4.5 to 1", () => {
  const pairs = Array.from(
    STYLE.matchAll(/\{ color: (#\w{6}); background: (#\w{6});/g),
    ([, ink = "", ground = ""]) => [ink, ground] as const,
  );
  expect(pairs).toHaveLength(4);
  const onPaper = Array.from(
    STYLE.matchAll(/(?:--quiet|\ba \{ color): (#\w{6})/g),
    ([, ink = ""]) => [ink, "#ffffff"] as const,
  );
  expect(onPaper).toHaveLength(2);
  for (const [ink, ground] of [...pairs, ...onPaper]) expect(contrast(ink, ground)).toBeGreaterThanOrEqual(4.5);
});

describe("the page", () => {
  const { report, since } = troubled();
  const text = page(report, since);

  it("has its headings in order, and one of the first", () => {
    const levels = Array.from(text.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
  });

  it("says the verdict before anything else, in a language that is named", () => {
    expect(text).toMatch(/<html lang="en">/);
    expect(text.indexOf('id="verdict"')).toBeLessThan(text.indexOf("<table"));
  });

  it("gives every header of a table its scope, every link a place, and every control its evidence", () => {
    expect(text.match(/<th\b(?![^>]*scope="(?:row|col)")/g)).toBeNull();
    const places = new Set(Array.from(text.matchAll(/ id="([^"]+)"/g), ([, id]) => id));
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(places).toContain(target);
    for (const { id } of report.controls) expect(places).toContain(id);
  });

  it("takes nothing from elsewhere, runs nothing, and holds no name as it was written", () => {
    expect(text).not.toMatch(/<script|<img|https?:\/\/|@import|url\(/);
    expect(text).not.toContain(HOSTILE);
    expect(text).toContain("&lt;img src=x onerror=");
  });

  it("shows the tree, gaps with what mends them, and what changed", () => {
    expect(text).toContain("aws cloudtrail start-logging --name");
    expect(text).toMatch(/The root users of 1 of 3\s+member accounts/);
    expect(text).toContain("in force → GAP");
  });
});
