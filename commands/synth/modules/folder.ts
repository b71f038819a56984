import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { replaceFolder } from "../../../processes/replaced-folder";
import { mistake } from "../../contract/mistake";

/** Texts of files, by their paths in a folder. */
export type Files = ReadonlyMap<string, string>;

/** What the folder may hold: whatever else lies there is somebody's, and would be lost. */
const OURS = /^[a-z0-9-]+[/\\](main\.tf\.json|README\.md)$/;

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/** Puts the files in place of what an earlier run wrote, whole or not at all. */
export function writeModules(folder: string, files: Files): void {
  const strange = filesIn(folder).filter((file) => !OURS.test(file));
  if (strange.length > 0) mistake(folder, "hold nothing but modules, since it is replaced as a whole", strange);
  replaceFolder(folder, (next) => {
    for (const [file, text] of files) {
      mkdirSync(dirname(join(next, file)), { recursive: true });
      writeFileSync(join(next, file), text);
    }
  });
}

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch {
    return undefined;
  }
};

/** What is missing, differs or is stray in a folder, as a sentence each. Writes nothing. */
export function staleModules(folder: string, fresh: Files): readonly string[] {
  const there = filesIn(folder);
  return [
    ...[...fresh].flatMap(([file, text]) => {
      const found = textOf(join(folder, file));
      if (found === text) return [];
      return [`${file} must be what is synthesized, got ${found === undefined ? "nothing" : "another text"}`];
    }),
    ...there.filter((file) => !fresh.has(file)).map((file) => `${file} must go: nothing synthesizes it`),
  ];
}
