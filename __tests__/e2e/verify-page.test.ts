import { page } from "../../commands/verify/page";
import { HOSTILE, troubled } from "../evidence/hostile";
import { A4, describeInBrowser, PageInBrowser, sizeOf } from "./support/page-in-browser";

describeInBrowser("the page of verify in a browser", () => {
  const { report, since } = troubled();
  const text = page(report, since);
  const shown = new PageInBrowser(text);
  afterAll(() => shown.close());

  test("a hostile name is text: nothing runs, nothing is loaded, no tag of it is there", () => {
    const { dom } = shown;
    expect(dom).toContain(`<title>Protection of root users: o-exampleorgid, 2026-12-01</title>`);
    expect(dom).not.toMatch(/<img|<script/);
    expect(dom).toContain("&lt;img src=x");
    expect(text).not.toContain(HOSTILE);
    expect(dom).not.toMatch(/\b(src|href)="(?!#)/);
  });

  test("the style is the one that the policy allows; another one is refused", () => {
    const [ours, other] = shown.complaints();
    expect(ours).not.toMatch(/Content Security Policy/);
    expect(other).toMatch(/Content Security Policy/);
  });

  test("it prints on A4", () => {
    const sheets = shown.sheets();
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) expect(sheet).toEqual(A4);
  });

  test("it can be seen", () => {
    const png = shown.picture(1100, 3000);
    expect(sizeOf(png)).toEqual([1100, 3000]);
    expect(png.length).toBeGreaterThan(50_000);
  });
});
