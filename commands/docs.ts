import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { PAGES, type Page } from "../documentation/pages";
import { command } from "./contract/command";

const isStale = ({ path, text }: Page): boolean => !existsSync(path) || readFileSync(path, "utf8") !== text();

function write({ path, text }: Page): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text());
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
  run: ({ options: { check } }) => {
    const stale = PAGES.filter(isStale);
    if (!check) stale.forEach(write);
    else stale.forEach(({ path }) => console.error(`${path} must be as the catalogue says: npm run baseline -- docs`));
    return check && stale.length > 0 ? 2 : 0;
  },
});
