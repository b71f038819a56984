import { HOSTILE } from "../evidence/hostile";
import { large, HARMFUL, HARMLESS, pageOf } from "../review/pages";
import { A4, describeInBrowser, PageInBrowser, sizeOf } from "./support/page-in-browser";

describeInBrowser("the page of review in a browser", () => {
  const [harmful, harmless] = [HARMFUL, HARMLESS].map((input) => new PageInBrowser(pageOf(input)));
  const hostile = new PageInBrowser(pageOf(large()));
  const all = [harmful, harmless, hostile] as readonly PageInBrowser[];
  afterAll(() => all.forEach((each) => each.close()));

  test("a hostile name is text: nothing runs, nothing is loaded, no tag of it is there", () => {
    const { dom } = hostile;
    expect(dom).toContain("<title>Review of the plans, 2026-11-30</title>");
    expect(dom).toContain("&lt;img src=x");
    expect(dom).not.toMatch(/<img|<script/);
    expect(dom).not.toContain(HOSTILE);
    expect(dom).not.toMatch(/\b(src|href)="(?!#)/);
  });

  test("the style is the one that the policy allows; another one is refused", () => {
    const [ours = "", other = ""] = harmful?.complaints() ?? [];
    expect(ours).not.toMatch(/Content Security Policy/);
    expect(other).toMatch(/Content Security Policy/);
  });

  test("it prints on A4, 500 accounts too", () => {
    for (const each of all) {
      const sheets = each.sheets();
      expect(sheets.length).toBeGreaterThan(0);
      for (const sheet of sheets) expect(sheet).toEqual(A4);
    }
  });

  test.each([
    [1100, 2200],
    [500, 2600],
  ])("it can be seen in a window of %d by %d, and what is harmful looks otherwise", (width, height) => {
    const [one, other] = [harmful, harmless].map((each) => each?.picture(width, height) ?? Buffer.alloc(0));
    for (const png of [one, other]) {
      expect(sizeOf(png ?? Buffer.alloc(0))).toEqual([width, height]);
      expect(png?.length).toBeGreaterThan(30_000);
    }
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });
});
