/** What a person mends, not the code: `<where> must <rule>, got <value>`. Shown as it is, without a stack trace. */
export class Refusal extends Error {
  constructor(where: string, rule: string, got?: unknown) {
    super(`${where} must ${rule}, got ${got === undefined ? "nothing" : JSON.stringify(got)}`);
    this.name = "Refusal";
  }
}
