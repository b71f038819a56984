import {
  parseFilterPattern,
  type FilterPattern,
  type Selector,
  type Term,
  type Test,
} from "../../proofs/filter-pattern/index";

/** The saved query of a detection: the same question as its filter, asked of CloudWatch Logs Insights. */

const field = (selector: Selector): string => selector.join(".");

const escaped = (text: string): string => text.replace(/[.*+?^$()[\]{}|\\/]/g, String.raw`\$&`);

/** What stands open at its ends becomes a regular expression: `*Denied*` is `/Denied/`. */
const expression = (text: string): string => {
  const start = text.startsWith("*") ? "" : "^";
  const end = text.endsWith("*") ? "" : "$";
  return `/${start}${escaped(text.replace(/^\*|\*$/g, ""))}${end}/`;
};

const equals = (name: string, term: Term): string => {
  if (term.kind === "regex") return `${name} like /${term.source.replaceAll("/", String.raw`\/`)}/`;
  if (term.kind === "number") return `${name} = ${term.text}`;
  return /^\*|\*$/.test(term.text) ? `${name} like ${expression(term.text)}` : `${name} = "${term.text}"`;
};

/** Insights reads true as 1, false as 0, and an empty field as one that is not there. */
const STATES = { TRUE: "= 1", FALSE: "= 0" } as const;

const condition = (test: Test): string => {
  const name = field(test.selector);
  if (test.kind === "absence") return `not ispresent(${name})`;
  if (test.kind === "state") return test.state === "NULL" ? `not ispresent(${name})` : `${name} ${STATES[test.state]}`;
  if (test.kind === "order") return `${name} ${test.operator} ${test.term.text}`;
  const found = equals(name, test.term);
  return test.operator === "=" ? found : `not (${found})`;
};

const JOINTS = { all: " and ", any: " or " };

const filter = (pattern: FilterPattern): string =>
  pattern.kind === "all" || pattern.kind === "any"
    ? `(${pattern.parts.map(filter).join(JOINTS[pattern.kind])})`
    : condition(pattern);

/** Who, where and what: every event of the window that one of the filters counts, the newest first. */
export const savedQuery = (filterTexts: readonly string[]): string =>
  [
    "fields @timestamp, recipientAccountId, awsRegion, userIdentity.arn, userIdentity.accessKeyId, sourceIPAddress, eventSource, eventName, errorCode, eventID",
    `filter ${filterTexts.map((text) => filter(parseFilterPattern(text))).join(" or ")}`,
    "sort @timestamp desc",
    "limit 1000",
  ].join("\n| ");
