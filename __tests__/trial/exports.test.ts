import { execFileSync } from "node:child_process";
import { exportLines } from "../../trial/exports";

describe("settings for another terminal", () => {
  test("are taken over by a shell as they are, whatever they hold", () => {
    const values = { PLAIN: "http://127.0.0.1:1", QUOTED: `it's $HOME "and" \`more\``, EMPTY: "" };
    const print = `printf '%s|' "$PLAIN" "$QUOTED" "$EMPTY" "\${AWS_PROFILE-unset}"`;
    const shell = [...exportLines(values), print].join("\n");
    const said = execFileSync("sh", ["-c", shell], { encoding: "utf8", env: { AWS_PROFILE: "production" } });
    expect(said).toBe(`${Object.values(values).join("|")}|unset|`);
  });
});

test("a person's terminal is not said to be a pipeline, where no command could ask", () => {
  expect(exportLines({ CI: "true", TF_INPUT: "0" }).slice(1)).toEqual(["export TF_INPUT=0"]);
});
