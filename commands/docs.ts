import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Page } from "../documentation/pages";
import { command } from "./contract/command";

/** A page with its text: some take seconds to make, so it is made once. */
interface Made {
  readonly path: Page["path"];
  readonly text: string;
}

/** Loaded by this command alone: the pages take in the whole product, and the compiler. */
const pages = async () => (await import("../documentation/pages.ts")).PAGES;

const isStale = ({ path, text }: Made): boolean => !existsSync(path) || readFileSync(path, "utf8") !== text;

function write({ path, text }: Made): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}

export const docs = command({
  name: "docs",
  summary: "write the generated documentation, or check it (--check)",
  about: ["Pages that are as the catalogue says are left alone."],
  options: { check: { takes: "nothing", says: "only compare; write nothing" } },
  exitCodes: {
    0: "every page is as the catalogue says, or is so now",
    1: "a mistake in what was asked, or a page that cannot be written",
    2: "--check: a page is missing or stale",
  },
  run: async ({ options: { check } }) => {
    const stale = (await pages()).map(({ path, text }): Made => ({ path, text: text() })).filter(isStale);
    if (!check) stale.forEach(write);
    else stale.forEach(({ path }) => console.error(`${path} must be as the catalogue says: npm run baseline -- docs`));
    return check && stale.length > 0 ? 2 : 0;
  },
});
