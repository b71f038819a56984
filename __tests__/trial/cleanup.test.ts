import { Cleanup } from "../../trial/cleanup";

test("undoes in reverse order, whatever fails, and only once", async () => {
  const cleanup = new Cleanup();
  const undone: string[] = [];
  cleanup.add(() => void undone.push("emulator"));
  cleanup.add(() => Promise.reject(new Error("no such process")));
  cleanup.add(() => void undone.push("deployment"));
  expect(await cleanup.run()).toEqual([new Error("no such process")]);
  expect(undone).toEqual(["deployment", "emulator"]);
  expect(await cleanup.run()).toEqual([]);
});
