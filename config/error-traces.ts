/** Runs with another way to write the trace of an error, and puts back what was there. V8 writes it when it is read. */
export function withTraces<T>(write: NonNullable<typeof Error.prepareStackTrace>, run: () => T): T {
  const before = Object.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  Error.prepareStackTrace = write;
  try {
    return run();
  } finally {
    if (before === undefined) Reflect.deleteProperty(Error, "prepareStackTrace");
    else Object.defineProperty(Error, "prepareStackTrace", before);
  }
}
