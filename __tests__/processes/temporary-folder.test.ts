import { temporaryFolder } from "../../processes/temporary-folder";

const LONG = `/scratch/${"a".repeat(60)}`;

test("this machine's own, as long as the sockets below it may have their names", () => {
  expect(temporaryFolder("/var/folders/zz/zyxvpxvq6csfxvn_n0000000000000/T", "darwin")).toMatch(/^\/var\/folders/);
  expect(temporaryFolder(LONG, "linux")).toBe("/tmp");
  expect(temporaryFolder(LONG, "win32")).toBe(LONG);
});
