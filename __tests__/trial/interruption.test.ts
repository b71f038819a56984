import { EventEmitter } from "node:events";
import { unlessInterrupted } from "../../trial/interruption";

const never = () => new Promise<never>(() => undefined);

test("the work goes on until it is done", async () => {
  await expect(unlessInterrupted(() => Promise.resolve(5), {}, new EventEmitter())).resolves.toBe(5);
});

test("it ends where nobody reads on", async () => {
  const screen = new EventEmitter();
  const work = unlessInterrupted(never, {}, screen);
  screen.emit("error", Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
  screen.emit("error", new Error("write EPIPE"));
  await expect(work).rejects.toThrow("stopped by the end of who reads this");
});
