import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { report } from "../../../commands/replay";
import { Judges } from "../../../commands/replay/judges";
import { JSON_TEXT } from "./forms";
import { PLACES } from "./places";

const judges = new Judges([], PLACES);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "replay-folders-"));
  mkdirSync(join(folder, "logs"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("what a link in a folder leads to is read", async () => {
  writeFileSync(join(folder, "elsewhere.json"), JSON_TEXT);
  symlinkSync(join(folder, "elsewhere.json"), join(folder, "logs", "link.json"));
  const { tally, problems } = await report([join(folder, "logs")], judges);
  expect({ events: tally.events, problems: problems.any }).toEqual({ events: 1, problems: false });
});

test("a link that leads to nothing or to a folder, and a socket, are named", async () => {
  symlinkSync(join(folder, "missing.json"), join(folder, "logs", "a-dangling"));
  symlinkSync(folder, join(folder, "logs", "b-folder"));
  const server = createServer().listen(join(folder, "logs", "c-socket"));
  await once(server, "listening");
  const { problems } = await report([join(folder, "logs")], judges);
  server.close();
  expect([...problems.examples].sort()).toEqual([
    expect.stringMatching(/a-dangling: .*ENOENT/),
    expect.stringMatching(/b-folder: .*EISDIR/),
    expect.stringMatching(/c-socket: what a folder holds must be files, got a pipe, a socket or a device$/),
  ]);
});
