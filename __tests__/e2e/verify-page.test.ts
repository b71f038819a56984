import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { page } from "../../commands/verify/page";
import { HOSTILE, troubled } from "../evidence/hostile";
import { chromium, foundChromium, type Shown } from "./support/chromium";

const binary = foundChromium();
const isRequired = Boolean(process.env.REQUIRE_E2E);
// Debian: apt-get install chromium. Where the gate runs, its lack is a failure.
const describeInBrowser = binary === undefined && !isRequired ? describe.skip : describe;

describeInBrowser("the page of verify in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-page-"));
  const file = join(folder, "report.html");
  const { report, since } = troubled();
  const text = page(report, since);

  const open = (address: string, ...args: readonly string[]): Shown => {
    if (binary === undefined) throw new Error("Chromium must be installed (apt-get install chromium), got none");
    return chromium(binary, pathToFileURL(address).href, join(folder, "profile"), ...args);
  };
  const show = (...args: readonly string[]): Shown => open(file, ...args);

  beforeAll(() => writeFileSync(file, text));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("a hostile name is text: nothing runs, nothing is loaded, no tag of it is there", () => {
    const { dom } = show("--dump-dom");
    expect(dom).toContain(`<title>Protection of root users: o-exampleorgid, 2026-12-01</title>`);
    expect(dom).not.toMatch(/<img|<script/);
    expect(dom).toContain("&lt;img src=x");
    expect(text).not.toContain(HOSTILE);
    expect(dom).not.toMatch(/\b(src|href)="(?!#)/);
  });

  test("the style is the one that the policy allows; another one is refused", () => {
    const complaint = /Content Security Policy/;
    expect(show("--dump-dom").said).not.toMatch(complaint);
    const other = join(folder, "other.html");
    writeFileSync(other, text.replace("<style>", "<style>body { color: red }"));
    expect(open(other, "--dump-dom").said).toMatch(complaint);
  });

  test("it prints on A4", () => {
    const pdf = join(folder, "report.pdf");
    show(`--print-to-pdf=${pdf}`, "--no-pdf-header-footer");
    const boxes = Array.from(
      readFileSync(pdf, "latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
      ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
    );
    expect(boxes.length).toBeGreaterThan(1);
    for (const box of boxes) expect(box).toEqual([595, 842]);
  });

  test("it can be seen", () => {
    const picture = process.env.SCREENSHOT ?? join(folder, "report.png");
    show(`--screenshot=${picture}`, "--window-size=1100,3000");
    const png = readFileSync(picture);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    // Width and height, where the format has them.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1100, 3000]);
    expect(png.length).toBeGreaterThan(50_000);
  });
});
