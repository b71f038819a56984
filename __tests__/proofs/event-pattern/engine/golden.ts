import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { ENGINE } from "./engine";
import type { Asked } from "./narrow";
import { SEED } from "./questions";

/** The engine's verdicts, for machines without Java: a letter for each pair, packed, and what was asked, as a hash. */

const FILE = join(__dirname, "verdicts.golden.json");

interface Golden {
  readonly engine: string;
  readonly seed: number;
  /** By the name of the questions. */
  readonly verdicts: Readonly<Record<string, { readonly asked: string; readonly answers: string }>>;
}

/** The verdict on one pair: it fires, it stays quiet, or the pattern is refused. */
export type Verdict = "f" | "q" | "r";

const hashOf = (questions: readonly Asked[]): string =>
  createHash("sha256").update(JSON.stringify(questions)).digest("hex");

const read = (): Golden => JSON.parse(readFileSync(FILE, "utf8")) as Golden;

/** What the file holds on these questions, or undefined where it answers others or another engine's. */
export function goldenVerdicts(name: string, questions: readonly Asked[]): readonly Verdict[] | undefined {
  const { engine, verdicts } = read();
  const found = verdicts[name];
  if (engine !== ENGINE || found?.asked !== hashOf(questions)) return undefined;
  return Array.from(brotliDecompressSync(Buffer.from(found.answers, "base64")).toString()) as Verdict[];
}

/** Writes the engine's verdicts on these questions into the file. */
export function writeGolden(name: string, questions: readonly Asked[], answers: readonly Verdict[]): void {
  const packed = brotliCompressSync(answers.join("")).toString("base64");
  const verdicts = { ...read().verdicts, [name]: { asked: hashOf(questions), answers: packed } };
  const golden: Golden = { engine: ENGINE, seed: SEED, verdicts };
  writeFileSync(FILE, `${JSON.stringify(golden, null, 1)}\n`);
}
