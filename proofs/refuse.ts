/** What an evaluator does not understand, or AWS would refuse. `where` is the place in what was asked. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(
    readonly where: string,
    rule: string,
    got: unknown,
  ) {
    super(`${where} must ${rule}, got ${shown(got)}`);
  }
}

const LONGEST = 120;

/** A value as JSON, cut where it would fill the screen. */
const shown = (value: unknown): string => {
  if (value === undefined) return "nothing";
  const text = (JSON.stringify(value) as string | undefined) ?? `a ${typeof value}`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/**
 * Stops with `<where> must <rule>, got <value>`: what is not understood is an error, never "no match". An expression,
 * so that it can stand where a value is wanted.
 *
 * @throws Refusal
 */
export function refuse(where: string, rule: string, got: unknown): never {
  throw new Refusal(where, rule, got);
}
