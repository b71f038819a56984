/** What a person mends, not the code: `<where> must <rule>, got <value>`. Shown as it is, without a stack trace. */
export class Refusal extends Error {
  constructor(where: string, rule: string, got?: unknown) {
    super(`${where} must ${rule}, got ${got === undefined ? "nothing" : JSON.stringify(got)}`);
    this.name = "Refusal";
  }
}

/** More than these are counted, not told. */
const MOST_TOLD = 50;

/** Everything that a person has to mend, in one report. */
export class Refusals extends Error {
  override readonly name = "Refusals";

  constructor(where: string, sentences: readonly string[]) {
    const count = sentences.length === 1 ? "1 problem" : `${sentences.length} problems`;
    const more = sentences.length - MOST_TOLD;
    const told = [...sentences.slice(0, MOST_TOLD), ...(more > 0 ? [`… and ${more} more`] : [])];
    super([`${where} has ${count}:`, ...told.map((each) => `  ${each}`)].join("\n"));
  }
}
