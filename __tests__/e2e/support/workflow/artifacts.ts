import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A folder stands for all that is in it. */
const matcher = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*\*|\*/g, (star) => (star === "*" ? "[^/]*" : ".*"))}(/.*)?$`,
  );

const filesIn = (folder: string, isSeen: (name: string) => boolean): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => isSeen(name))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesIn(join(folder, entry.name), isSeen).map((file) => join(entry.name, file))
        : entry.isFile()
          ? [entry.name]
          : [],
    );

interface Seeing {
  /** Whether names that begin with a dot are seen. GitHub hashes such files, and leaves them out of artifacts. @default false */
  readonly hidden?: boolean;
}

/** Files below a folder that match some of these patterns and none of those that begin with `!`. */
export function matching(folder: string, patterns: readonly string[], { hidden = false }: Seeing = {}) {
  const [without, within] = [true, false].map((isNot) =>
    patterns
      .filter((pattern) => pattern.startsWith("!") === isNot)
      .map((pattern) => matcher(pattern.replace(/^!/, ""))),
  );
  return filesIn(folder, (name) => hidden || !name.startsWith(".")).filter(
    (file) => within?.some((one) => one.test(file)) && !without?.some((one) => one.test(file)),
  );
}

/** The folder that all patterns have in common, which GitHub leaves out of an artifact's paths. */
function commonFolder(folder: string, patterns: readonly string[]): string {
  const roots = patterns
    .filter((pattern) => !pattern.startsWith("!"))
    .map((pattern) => {
      const fixed = pattern.split("*")[0] ?? "";
      if (fixed !== pattern) return dirname(`${fixed}x`);
      return existsSync(join(folder, fixed)) && statSync(join(folder, fixed)).isDirectory() ? fixed : dirname(fixed);
    });
  return roots.every((root) => root === roots[0]) ? (roots[0] ?? ".") : ".";
}

/** Artifacts that jobs hand on to each other. */
export class Artifacts {
  constructor(private readonly folder: string) {}

  /** Answers whether there was anything to keep. `below`: the folder that is left out of the paths. */
  upload(name: string, from: string, patterns: readonly string[], below = commonFolder(from, patterns)): boolean {
    const root = join(from, below);
    const files = matching(from, patterns);
    for (const file of files) {
      const target = join(this.folder, name, relative(root, join(from, file)));
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(from, file), target);
    }
    return files.length > 0;
  }

  /** Names of an artifact's files. */
  filesOf(name: string): readonly string[] {
    return readdirSync(join(this.folder, name)).sort();
  }

  read(name: string, file: string): string {
    return readFileSync(join(this.folder, name, file), "utf8");
  }

  /** Answers whether there is such an artifact. */
  download(name: string, to: string): boolean {
    if (!existsSync(join(this.folder, name))) return false;
    mkdirSync(to, { recursive: true });
    cpSync(join(this.folder, name), to, { recursive: true });
    return true;
  }
}
