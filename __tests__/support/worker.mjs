// In each process of the unit tests, first of all.

// What they start gets the environment of a person, not the runner's.
delete process.env.NODE_OPTIONS;

// The runner hands its own terminal on. Nobody sits there who answers to a test.
for (const stream of [process.stdin, process.stdout, process.stderr])
  Object.defineProperty(stream, "isTTY", { value: false, configurable: true, writable: true });
