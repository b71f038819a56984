import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, foundChromium, type Shown } from "./chromium";

const binary = foundChromium();

// Debian: apt-get install chromium. Where the gate runs, its lack is a failure.
export const describeInBrowser = binary === undefined && !process.env.REQUIRE_E2E ? describe.skip : describe;

/** A page of ours, opened in a browser of its own. */
export class PageInBrowser {
  private readonly folder = mkdtempSync(join(tmpdir(), "org-baseline-page-"));

  constructor(private readonly text: string) {}

  /** What becomes of the page, or of another text in its place. */
  show(args: readonly string[], text = this.text): Shown {
    if (binary === undefined) throw new Error("Chromium must be installed (apt-get install chromium), got none");
    const file = join(this.folder, "page.html");
    writeFileSync(file, text);
    return chromium(binary, pathToFileURL(file).href, join(this.folder, "profile"), ...args);
  }

  get dom(): string {
    return this.show(["--dump-dom"]).dom;
  }

  /** What the browser says of the page with its own style, and with another one. */
  complaints(): readonly [string, string] {
    const other = this.text.replace("<style>", "<style>body { color: red }");
    return [this.show(["--dump-dom"]).said, this.show(["--dump-dom"], other).said];
  }

  /** Width and height of its sheets when printed, in points. */
  sheets(): readonly (readonly number[])[] {
    const pdf = join(this.folder, "page.pdf");
    this.show([`--print-to-pdf=${pdf}`, "--no-pdf-header-footer"]);
    return Array.from(
      readFileSync(pdf, "latin1").matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g),
      ([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))],
    );
  }

  /** A picture of the page in a window of that size; kept where SCREENSHOT names a file. */
  picture(width: number, height: number): Buffer {
    const file = process.env.SCREENSHOT ?? join(this.folder, "page.png");
    this.show([`--screenshot=${file}`, `--window-size=${width},${height}`]);
    return readFileSync(file);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A sheet of A4, in points. */
export const A4 = [595, 842];

/** Width and height of a PNG, where the format has them. Throws where it is none. */
export function sizeOf(png: Buffer): readonly number[] {
  if (png.subarray(1, 4).toString() !== "PNG") throw new Error("a picture must be a PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
