const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** A pattern that EventBridge would refuse, or whose meaning is not documented. `where` is the path into the pattern. */
export class EventPatternError extends Error {
  override readonly name = "EventPatternError";

  constructor(
    readonly where: string,
    rule: string,
    got: unknown,
  ) {
    super(`${where} must ${rule}, got ${shorten(JSON.stringify(got) ?? String(got))}`);
  }
}

/** Stops with an error: an expression, so that it can stand where a value is wanted. */
export const refuse = (where: string, rule: string, got: unknown): never => {
  throw new EventPatternError(where, rule, got);
};
