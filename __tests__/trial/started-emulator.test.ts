import { endEmulator } from "../../trial/started-emulator";

test("an emulator that runs is asked to stop", async () => {
  const calls: string[] = [];
  const stop = () => Promise.resolve(void calls.push("stop"));
  await endEmulator(Promise.resolve({ stop }), () => calls.push("kill"));
  expect(calls).toEqual(["stop"]);
});

test("one that is still starting loses its programs until it gives up", async () => {
  let giveUp: (reason: Error) => void = () => undefined;
  let ended = 0;
  const starting = new Promise<never>((_, reject) => (giveUp = reject));
  await endEmulator(starting, () => {
    ended += 1;
    if (ended === 3) giveUp(new Error("it ended"));
  });
  expect(ended).toBe(3);
});

test("one that never started needs nothing", async () => {
  let ended = 0;
  await endEmulator(Promise.reject(new Error("no python3")), () => (ended += 1));
  expect(ended).toBe(0);
});
