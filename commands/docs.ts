import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "./baseline";
import { UsageError } from "./usage-error";
import { PAGES, type Page } from "../documentation/pages";

const isStale = ({ path, text }: Page): boolean => !existsSync(path) || readFileSync(path, "utf8") !== text();

function checkOnly(args: readonly string[]): boolean {
  try {
    return parseArgs({ args: [...args], options: { check: { type: "boolean", default: false } } }).values.check;
  } catch {
    throw new UsageError(`docs must be called with --check or with nothing, got ${args.join(" ")}`);
  }
}

async function run(args: readonly string[]): Promise<number> {
  const check = checkOnly(args);
  const stale = PAGES.filter(isStale);
  for (const { path, text } of check ? [] : stale) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text());
    console.log(`wrote ${path}`);
  }
  if (!check) return 0;
  stale.forEach(({ path }) => console.error(`${path} must be as the catalogue says: npm run baseline -- docs`));
  return stale.length > 0 ? 1 : 0;
}

export const docs: Command = { summary: "write the generated documentation (--check: only compare)", run };
