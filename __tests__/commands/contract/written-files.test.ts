import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dispatch } from "../../../commands/contract/dispatch";
import { Mistake } from "../../../commands/contract/mistake";
import { newFile } from "../../../commands/contract/written-files";
import { COMMANDS } from "../../../commands/registry";
import { withoutCredentials } from "../../support/without-credentials";

const folder = mkdtempSync(join(tmpdir(), "written-files-"));
const at = (name: string): string => join(folder, name);

writeFileSync(at("there"), "kept");
mkdirSync(at("folder"));
symlinkSync(at("nowhere"), at("link"));

afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ["a file that is there", at("there"), "be a file that is not there yet"],
  ["a folder", at("folder"), "be a file that is not there yet"],
  ["a folder that is not there", `${at("new")}/`, "be the name of a file"],
  ["a link that leads nowhere", at("link"), "be a file that is not there yet"],
  ["a name below a file", at("there/below"), "be in a folder that can be written to"],
  ["a name that no system takes", at("n".repeat(300)), "be a file that is not there yet"],
])("a result does not go to %s", (_what, file, rule) => {
  expect(() => newFile(file, "audit")).toThrow(Mistake);
  expect(() => newFile(file, "audit")).toThrow(rule);
});

test("it goes to a name that is free", () => {
  expect(newFile(at("free.json"), "audit")).toBe(at("free.json"));
});

describe("verify", () => {
  const before = { ...process.env };
  let said = "";

  beforeEach(() => {
    process.env = withoutCredentials(before);
    said = "";
    jest.spyOn(console, "error").mockImplementation((text: string) => {
      said += text;
    });
  });
  afterEach(() => {
    process.env = before;
    jest.restoreAllMocks();
  });

  test.each([
    ["--report", ["--report", at("there"), "--audit", at("there")], "be another file than --audit"],
    ["--report", ["--report", at("there"), "--proof", at("./there")], "be another file than --proof"],
    ["--html", ["--html", at("there"), "--since", at("there")], "be another file than --since"],
    ["--html", ["--report", at("new.json"), "--html", at("new.json")], "be another file than --report"],
    ["--html", ["--html", `${at("pages")}/`], "be the name of a file"],
    ["--report", ["--report", at("no/report.json")], "be in a folder that can be written to"],
  ])("%s of %j is refused before anything is read or written", async (option, args, rule) => {
    const files = readdirSync(folder);
    expect(await dispatch(COMMANDS, ["verify", ...args])).toBe(1);
    expect(said).toContain(`${option} must ${rule}`);
    expect(readdirSync(folder)).toEqual(files);
    expect(readFileSync(at("there"), "utf8")).toBe("kept");
  });
});

test.each([
  ["audit", "!!!"],
  ["remove-root-credentials", " "],
  ["remove-root-credentials", "\n\t"],
])("%s takes no reason of which AWS would keep nothing", async (command, reason) => {
  const error = jest.spyOn(console, "error").mockImplementation(() => undefined);
  expect(await dispatch(COMMANDS, [command, "--reason", reason])).toBe(1);
  expect(String(error.mock.calls)).toContain("--reason must have a letter or a digit");
  error.mockRestore();
});
