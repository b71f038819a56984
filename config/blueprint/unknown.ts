import type { Baseline } from "../schema/baseline";

/** Signal that a value is asked for which the configuration does not determine, because a field has the wrong shape. */
class Unknown extends Error {}

/** The top-level fields whose shape is right. Reading any other one is answered with the signal. */
export const knownParts = (wellShaped: Partial<Baseline>): Baseline =>
  new Proxy(wellShaped, {
    get: (fields, name) =>
      Object.hasOwn(fields, name) ? (Reflect.get(fields, name) as unknown) : unknown(String(name)),
  }) as Baseline;

/** Answers with the signal: whoever asked cannot be answered. */
export function unknown(what: string): never {
  throw new Unknown(`${what} is not known`);
}

/** What is computed, or undefined where it asks for something unknown. Every other error passes. */
export function ifKnown<Value>(compute: () => Value): Value | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof Unknown) return undefined;
    throw error;
  }
}
