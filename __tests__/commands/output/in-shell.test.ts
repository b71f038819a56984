import { execFileSync } from "node:child_process";
import { commandLine } from "../../../commands/output/in-shell";

/** What a shell hands to a program that is called so. */
const taken = (line: string): readonly string[] =>
  execFileSync("sh", ["-c", `printf '%s\\0' ${line}`], { encoding: "utf8" })
    .split("\0")
    .slice(0, -1);

test.each([
  [["aws", "cloudwatch", "enable-alarm-actions", "--alarm-names", "org-baseline-x; touch /tmp/pwned"]],
  [["aws", "kms", "enable-key", "--key-id", "$(id)"]],
  [["npm", "run", "baseline", "--", "plan", "it's", "", "a b", "ü"]],
])("a shell takes a command as it is meant, whatever AWS calls a thing: %j", (words) => {
  expect(taken(commandLine(words))).toEqual(words);
});

test("what needs no quotes has none", () => {
  expect(commandLine(["aws", "kms", "enable-key", "--key-id", "arn:aws:kms:us-east-1:111111111111:key/1"])).toBe(
    "aws kms enable-key --key-id arn:aws:kms:us-east-1:111111111111:key/1",
  );
});
