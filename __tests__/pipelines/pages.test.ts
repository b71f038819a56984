import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { COMMANDS } from "../../commands/registry";
import { PIPELINES } from "../support/workflows";

/** Folders of which a test runs what they hold. The others say on top that none does. */
const TRIED = ["github-actions", "gitlab-ci", "shell"];

const FOLDERS = readdirSync(PIPELINES);
const FILES = FOLDERS.flatMap((folder) => readdirSync(join(PIPELINES, folder)).map((file) => join(folder, file)));
const textOf = (file: string) => readFileSync(join(PIPELINES, file), "utf8");

test.each(FOLDERS)("%s has a page, which docs/pipelines.md links", (folder) => {
  const page = textOf(join(folder, "README.md"));
  const index = readFileSync(join(PIPELINES, "..", "docs", "pipelines.md"), "utf8");
  expect(index).toContain(`](../pipelines/${folder}/README.md)`);
  expect([folder, /^# .+\n\n\*\*Untested/.test(page)]).toEqual([folder, !TRIED.includes(folder)]);
});

test.each(FILES.filter((file) => !file.endsWith(".md")))("%s says on top what nobody tried", (file) => {
  const [folder = ""] = file.split("/");
  const isTried = TRIED.includes(folder);
  expect([file, /^(#!.*\n)?# Untested\b/.test(textOf(file))]).toEqual([file, !isTried]);
});

test.each(FILES.filter((file) => file.endsWith(".sh")))(
  "%s is a script that bash understands and that stops at errors",
  (file) => {
    execFileSync("bash", ["-n", join(PIPELINES, file)]);
    expect(textOf(file)).toMatch(/^#!\/usr\/bin\/env bash\n(# .*\n)+set -euo pipefail$/m);
  },
);

test.each(FILES.filter((file) => /\.ya?ml$/.test(file)))("%s is YAML", (file) => {
  expect(parseAllDocuments(textOf(file)).flatMap(({ errors }) => errors)).toEqual([]);
});

test.each(FILES)("%s asks our commands only for what they have", (file) => {
  const asked = [...textOf(file).matchAll(/(?:npm run (?:-s )?(?:baseline -- ([\w-]+)|(synth)(?: --)?))([^\n|<>`]*)/g)];
  for (const [line, baseline, synth, rest = ""] of asked) {
    const name = baseline ?? synth ?? "";
    const command = COMMANDS.find((each) => each.name === name);
    const options = [...rest.matchAll(/(?<=\s)--([a-z-]+)/g)].map(([, option]) => option);
    expect([line, Object.keys(command?.options ?? {})]).toEqual([line, expect.arrayContaining(options)]);
    expect([line, command?.name]).toEqual([line, name]);
  }
});
