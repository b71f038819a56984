import { isObject, strictJson } from "../../proofs/policy";

/** What an element selects: what matches one of the patterns or, negated, what matches none. */
export interface Selection {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

export interface ConditionTest {
  /** As written: `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** In lower case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement of any policy: of an organization, a resource, a role, or the trust of one. */
export interface PolicyStatement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  /** `*`, or kind and name: `Service:sns.amazonaws.com`, `AWS:arn:*:iam::111111111111:root`. */
  readonly principals: Selection;
  readonly actions: Selection;
  readonly resources: Selection;
  readonly conditions: readonly ConditionTest[];
}

type Elements = Readonly<Record<string, unknown>>;

const ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

function texts(value: unknown, where: string): readonly string[] {
  const found = list(value);
  const wrong = found.find((each) => typeof each !== "string" && typeof each !== "boolean" && typeof each !== "number");
  if (wrong !== undefined || found.length === 0) throw new Error(`${where} must be a text or a list of texts`);
  return found.map(String);
}

/**
 * The root of an account in one spelling: its id alone means the same (IAM User Guide, Principal), and does not say in
 * which partition it is.
 */
function rootOfAccount(name: string): string {
  const [, account] = /^(?:arn:[\w-]+:iam::)?(\d{12})(?::root)?$/.exec(name) ?? [];
  return account === undefined ? name : `arn:*:iam::${account}:root`;
}

function principalTexts(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (!isObject(value)) throw new Error('a principal must be "*" or an object');
  return Object.entries(value).flatMap(([kind, names]) =>
    texts(names, "a principal").map((name) => (name === "*" ? "*" : `${kind}:${rootOfAccount(name)}`)),
  );
}

function selection(elements: Elements, name: string, read: (value: unknown) => readonly string[]): Selection {
  const negated = `Not${name}` in elements;
  const value = elements[negated ? `Not${name}` : name];
  // A trust has no resource, a policy of a role no principal.
  return value === undefined ? { negated: false, patterns: ["*"] } : { negated, patterns: read(value) };
}

function conditionsOf(condition: unknown): readonly ConditionTest[] {
  if (condition === undefined) return [];
  if (!isObject(condition)) throw new Error("a condition must be an object");
  return Object.entries(condition).flatMap(([operator, keys]) => {
    if (!isObject(keys)) throw new Error(`condition ${operator} must be an object`);
    return Object.entries(keys).map(([key, values]) => ({
      operator,
      key: key.toLowerCase(),
      values: Array.isArray(values) && values.length === 0 ? [] : texts(values, `condition ${operator}.${key}`),
    }));
  });
}

function statementOf(value: unknown): PolicyStatement {
  if (!isObject(value)) throw new Error("a statement must be an object");
  const stranger = Object.keys(value).find((key) => !ELEMENTS.includes(key));
  if (stranger !== undefined) throw new Error(`a statement must hold documented elements only, got ${stranger}`);
  const { Effect: effect, Sid: sid } = value;
  if (effect !== "Allow" && effect !== "Deny") throw new Error("an effect must be Allow or Deny");
  return {
    sid: typeof sid === "string" && sid !== "" ? sid : undefined,
    effect,
    principals: selection(value, "Principal", principalTexts),
    actions: selection(value, "Action", (each) => texts(each, "an action")),
    resources: selection(value, "Resource", (each) => texts(each, "a resource")),
    conditions: conditionsOf(value["Condition"]),
  };
}

/** Of any other version, and of none, policy variables are texts. Source: IAM User Guide, Version and Policy variables. */
const VERSION = "2012-10-17";

/** The statements of a policy's text; none where there is no text. Throws where it is no policy that we can read. */
export function statementsOf(text: unknown): readonly PolicyStatement[] {
  if (text === undefined || text === null || text === "") return [];
  if (typeof text !== "string") throw new Error("a policy must be known before the apply");
  const policy = strictJson(text, "policy");
  if (!isObject(policy)) throw new Error("a policy must be an object");
  if (policy["Version"] !== VERSION && text.includes("${"))
    throw new Error(`a policy must have Version ${VERSION} for \${…} in it to be more than a text`);
  return list(policy["Statement"] ?? []).map(statementOf);
}
