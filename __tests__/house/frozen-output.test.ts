import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BaselineConfig } from "../../config";
import { FORMS, inForm } from "../support/examples";
import { synth } from "../support/synth";

// The synthesized JSON of frozen configurations, file by file, while the house is rebuilt: not a byte may change.
const FOLDER = join(__dirname, "frozen");
const HASHES = join(FOLDER, "hashes.golden.json");

const frozen = readdirSync(FOLDER).filter((file) => file.endsWith(".json") && !file.includes(".golden."));

const hashesOf = (file: string, form: (typeof FORMS)[number]): Readonly<Record<string, string>> => {
  const config = JSON.parse(readFileSync(join(FOLDER, file), "utf8")) as BaselineConfig;
  const { files } = synth(inForm(config, form));
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, createHash("sha256").update(text).digest("hex")]),
  );
};

const cases = frozen.flatMap((file) => FORMS.map((form) => ({ name: `${file}, ${form}`, file, form })));

if (process.env.UPDATE_FROZEN === "1")
  writeFileSync(
    HASHES,
    `${JSON.stringify(Object.fromEntries(cases.map(({ name, file, form }) => [name, hashesOf(file, form)])), undefined, 2)}\n`,
  );

const known = JSON.parse(readFileSync(HASHES, "utf8")) as Readonly<Record<string, unknown>>;

test.each(cases)("$name becomes the same bytes", ({ name, file, form }) => {
  expect(hashesOf(file, form)).toEqual(known[name]);
});
