import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The operations that our own clients call, read out of the source: every command and paginator that is imported of an
 * AWS client. npm run generate writes the file again.
 */
const ROOT = join(__dirname, "../../..");
const FILE = join(ROOT, "catalogue/pipeline/readback.golden.json");
const ROOMS = ["organization", "commands"];

/** Clients that are called otherwise than the service is signed for. */
const SIGNED: Readonly<Record<string, string>> = {
  cloudwatch: "monitoring",
  "cloudwatch-logs": "logs",
  eventbridge: "events",
};

const IMPORT = /import (?:type )?\{([^}]*)\} from "@aws-sdk\/client-([\w-]+)"/g;

const sources = (room: string): readonly string[] =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));

function operationsIn(text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, names = "", client = ""]) =>
    names.split(",").flatMap((name) => {
      const [, command, paginated] = /^\s*(?:(\w+)Command|paginate(\w+))\s*$/.exec(name) ?? [];
      const operation = command ?? paginated;
      return operation === undefined ? [] : `${SIGNED[client] ?? client}:${operation}`;
    }),
  );
}

test("every operation that we call ourselves stands in the file", () => {
  const texts = ROOMS.flatMap((room) => sources(room).map((file) => readFileSync(join(ROOT, room, file), "utf8")));
  const now = [...new Set(texts.flatMap(operationsIn))].filter((name) => name !== "sts:AssumeRole").sort();
  const text = `${JSON.stringify(now, undefined, 2)}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(FILE, text);
  expect(readFileSync(FILE, "utf8")).toBe(text);
  expect(now.length).toBeGreaterThan(50);
});
