import { createRequire } from "node:module";
import { resolve } from "node:path";
import type esbuild from "esbuild";
import type { Problem } from "./report/problem";

/** Loaded with the first file, not with this one: it compiles, and most who import the configuration's room do not. */
const require = createRequire(__filename);
const library = (): typeof esbuild => require("esbuild") as typeof esbuild;

/** What esbuild calls it. */
const TWICE = "duplicate-object-key";

/**
 * Keys that stand twice in one object of a file, TypeScript or JSON. JavaScript keeps the last and says nothing; an
 * editor would, or a check of types, for which no command waits.
 *
 * @param nameOf how a file is named in `where`: empty for the one that the report is about
 */
export function keysTwice(files: readonly string[], nameOf: (file: string) => string): readonly Problem[] {
  const { warnings } = library().buildSync({
    // Numbered, since two files may differ in their endings alone.
    entryPoints: files.map((file, index) => ({ in: file, out: String(index) })),
    ...{ bundle: false, write: false, outdir: "/", logLevel: "silent" },
  });
  return warnings
    .filter(({ id }) => id === TWICE)
    .map(({ text, location }) => {
      const name = nameOf(resolve(location?.file ?? ""));
      const line = `line ${location?.line ?? "unknown"}`;
      return {
        where: name === "" ? line : `${name}, ${line}`,
        rule: "hold each key once",
        got: /"(.*)"/.exec(text)?.[1] ?? text,
      };
    });
}
