/** Stops the evaluator: `<where> must <rule>, got <value>`. What is not understood is an error, never "no match". */
export function refuse(where: string, rule: string, got: unknown): never {
  throw new Error(`${where} must ${rule}, got ${got === undefined ? "nothing" : JSON.stringify(got)}`);
}
