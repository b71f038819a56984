import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical } from "../planning/normalized-changes";
import { Refusal, Refusals } from "../refusal";
import { type Body } from "../json";
import { sentence, type Problem } from "./problem";
import { stackProblems } from "./stack-problems";

const FILE = "cdk.tf.json";

/** Far more than the largest stack: with every Region it has half a megabyte. */
const MOST_BYTES = 16_000_000;

interface Read {
  readonly stacks: ReadonlyMap<string, unknown>;
  readonly problems: readonly Problem[];
}

/** Reads a file that must be one, not a link to whatever lies on the runner. */
function readStack(path: string): { readonly stack: unknown } | Problem {
  const there = lstatSync(path);
  if (!there.isFile()) return { where: path, rule: "be a file, and no link", got: "something else" };
  if (there.size > MOST_BYTES) return { where: path, rule: `have at most ${MOST_BYTES} bytes`, got: there.size };
  const text = readFileSync(path, "utf8");
  try {
    return { stack: JSON.parse(text) as unknown };
  } catch {
    return { where: path, rule: "be JSON", got: text.slice(0, 40) };
  }
}

/** Reads a folder of the stacks that the base has. Anything else that lies there is a problem. */
function readEntry(folder: string, name: string, names: readonly string[]): Read {
  const path = join(folder, name);
  const refused = (problem: Problem): Read => ({ stacks: new Map(), problems: [problem] });
  if (!names.includes(name))
    return refused({ where: path, rule: `be a stack of the base branch: ${names.join(", ")}`, got: name });
  if (!lstatSync(path).isDirectory())
    return refused({ where: path, rule: "be a folder, and no link", got: "something else" });
  const files = readdirSync(path);
  const others = files.filter((file) => file !== FILE);
  const problems = others.map((file): Problem => ({ where: join(path, file), rule: `be ${FILE}`, got: file }));
  if (!files.includes(FILE)) return { stacks: new Map(), problems: [...problems, missing(folder, name)] };
  const read = readStack(join(path, FILE));
  return "stack" in read
    ? { stacks: new Map([[name, read.stack]]), problems }
    : { stacks: new Map(), problems: [...problems, read] };
}

const missing = (folder: string, name: string): Problem => ({
  where: join(folder, name, FILE),
  rule: "be handed over: the base branch has this stack",
});

function readFolder(folder: string, names: readonly string[]): Read {
  const there = readdirSync(folder).sort();
  const read = there.map((name) => readEntry(folder, name, names));
  return {
    stacks: new Map(read.flatMap(({ stacks }) => [...stacks])),
    problems: [
      ...read.flatMap(({ problems }) => problems),
      ...names.filter((name) => !there.includes(name)).map((name) => missing(folder, name)),
    ],
  };
}

/**
 * The Terraform that somebody else's job synthesized, if all of it may be planned beside credentials. `base` is what
 * this checkout synthesizes. What is answered is written anew from what was judged: a key that stands twice, which
 * Terraform would read otherwise than we do, is gone. Throws Refusals that name everything that is not known to be
 * harmless.
 */
export function handedOver(folder: string, base: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal("--synthesized", "name a folder that holds <stack>/cdk.tf.json", folder);
  const { stacks, problems: unread } = readFolder(folder, [...base.keys()]);
  const bases = new Map([...base].map(([name, text]) => [name, JSON.parse(text) as Body]));
  const problems = [
    ...unread,
    ...[...stacks].flatMap(([name, stack]) =>
      stackProblems(stack, bases.get(name) ?? {}).map(({ where, ...problem }) => ({
        where: `${name}: ${where}`,
        ...problem,
      })),
    ),
  ];
  if (problems.length > 0) throw new Refusals(folder, problems.map(sentence));
  return new Map(
    [...base].map(([name, text]) => {
      const stack = stacks.get(name);
      const isSame = canonical(stack) === canonical(bases.get(name));
      return [name, isSame ? text : `${JSON.stringify(stack, undefined, 2)}\n`];
    }),
  );
}
