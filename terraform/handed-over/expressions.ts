import { FUNCTIONS } from "./known";

/** Words that may stand before a bracket and call nothing. */
const KEYWORDS: ReadonlySet<string> = new Set(["if", "in", "for", "else", "endif", "endfor"]);

const IDENTIFIER = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** Signs that begin what this reader does not follow. It never skips what it does not understand. */
const NOT_READ: readonly (readonly [sign: RegExp, what: string])[] = [
  [/#|\/\/|\/\*/y, "hold no comment"],
  [/<</y, "hold no heredoc"],
  [/::/y, "call no function of a provider or a namespace"],
];

/** Reads Terraform's template language as far as to tell which functions a text calls. */
class Reader {
  readonly problems = new Set<string>();
  private at = 0;

  constructor(private readonly text: string) {}

  /** A text with parts in `${}` and `%{}`, to its end: of all, or of the quotes around it. */
  template(isQuoted: boolean): void {
    while (this.at < this.text.length) {
      if (isQuoted && this.text[this.at] === '"') {
        this.at += 1;
        return;
      }
      if (isQuoted && this.text[this.at] === "\\") this.at += 2;
      else if (this.opens()) this.expression();
    }
    if (isQuoted) this.problems.add("end its quotes");
  }

  /** Goes on past the next sign, or run of signs. True where an expression begins there. `$${` is a text. */
  private opens(): boolean {
    const sign = this.match(/(\$+|%+)\{/y);
    if (sign === undefined) {
      this.at += 1;
      return false;
    }
    if (sign.length > 3) this.problems.add("hold two of the signs $ and % before a brace at most");
    return sign.length === 2;
  }

  private expression(): void {
    let depth = 0;
    while (this.at < this.text.length) {
      const sign = this.text[this.at];
      if (sign === "}" && depth === 0) {
        this.at += 1;
        return;
      }
      if (sign === "{" || sign === "}") depth += sign === "{" ? 1 : -1;
      this.token();
    }
    this.problems.add("end its expression");
  }

  private token(): void {
    const unread = NOT_READ.find(([sign]) => this.match(sign, false) !== undefined);
    if (unread !== undefined) this.problems.add(unread[1]);
    const name = this.match(IDENTIFIER);
    if (name !== undefined) this.called(name);
    else if (this.text[this.at] === '"') {
      this.at += 1;
      this.template(true);
    } else this.at += 1;
  }

  private called(name: string): void {
    if (this.match(/\s*\(/y, false) === undefined || KEYWORDS.has(name) || FUNCTIONS.has(name)) return;
    this.problems.add(`call only functions that the baseline uses, not ${name}()`);
  }

  private match(pattern: RegExp, goesOn = true): string | undefined {
    pattern.lastIndex = this.at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined && goesOn) this.at += found.length;
    return found;
  }
}

/** What is wrong with a text that Terraform reads as a template: what must be otherwise, read after "must". */
export function expressionProblems(text: string): readonly string[] {
  const reader = new Reader(text);
  reader.template(false);
  return [...reader.problems];
}
