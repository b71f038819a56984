/** Something in a stack that is not planned beside credentials. Told as `<where> must <rule>, got <value>`. */
export interface Problem {
  readonly where: string;
  readonly rule: string;
  readonly got?: unknown;
}

/** Longest value in a line, in characters. */
const LONGEST = 200;

export function sentence({ where, rule, got }: Problem): string {
  const value = got === undefined ? "nothing" : JSON.stringify(got);
  return `${where} must ${rule}, got ${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}`;
}
