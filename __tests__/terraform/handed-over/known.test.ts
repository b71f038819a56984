import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DATA, RESOURCES } from "../../../terraform/handed-over/known";

const ROOT = resolve(__dirname, "../../..");

/** Types whose binding a construct or a stack imports. */
function imported(): ReadonlySet<string> {
  const files = ["constructs", "stacks"].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(join(ROOT, room, file), "utf8")),
  );
  const bindings = files.flatMap((text) => [...text.matchAll(/@cdktf\/provider-aws\/lib\/([\w-]+)/g)]);
  return new Set(bindings.map(([, name = ""]) => name).filter((name) => name !== "provider"));
}

const bindingOf = (type: string): string => type.replace(/^aws_/, "").replaceAll("_", "-");

test("what may be planned is what our constructs make, and what may be read is what they read", () => {
  const known = [
    ...[...RESOURCES].filter((type) => type !== "terraform_data").map(bindingOf),
    ...[...DATA].map((type) => `data-aws-${bindingOf(type)}`),
  ];
  expect(known.sort()).toEqual([...imported()].sort());
});
