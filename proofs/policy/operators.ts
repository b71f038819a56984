import { contains, parseNetwork } from "../ip";
import { arnMatcher } from "./arn";
import type { KeyType } from "./condition-keys";
import { matches, parseTemplate, plain, resolve, type Glyph } from "./pattern";
import type { Matcher } from "./policy-document";
import { parseBool, parseDate, parseNumber } from "./values";

/** A condition operator: which keys it may test and how it reads a value of a policy. */
export interface Operator {
  readonly keyTypes: readonly KeyType[];
  /** Holds where no value of the policy matches, and also where the request has no such key. */
  readonly negated: boolean;
  /** What a value must be, to complete "must …". */
  readonly rule: string;
  /** Reads a value of the policy, or answers undefined where it breaks the rule. */
  readonly compile: (policyValue: string) => Matcher | undefined;
}

/** Operators by the name that a policy gives them, without `ForAnyValue:` and `IfExists`. */
type Operators = Readonly<Record<string, Operator>>;

/** An operator and its negation under two names. */
const pair = (name: string, negation: string, operator: Omit<Operator, "negated">): Operators => ({
  [name]: { ...operator, negated: false },
  [negation]: { ...operator, negated: true },
});

/** Reads values with `parse` and matches where `test(request value, policy value)` holds. */
export const comparing =
  <T>(parse: (text: string) => T | undefined, test: (request: T, policy: T) => boolean): Operator["compile"] =>
  (policyValue) => {
    const policy = parse(policyValue);
    if (policy === undefined) return undefined;
    return (requestValue) => {
      const request = parse(requestValue);
      return request !== undefined && test(request, policy);
    };
  };

/** The six ways of ordering, shared by numbers and dates. */
function orderings(family: "Numeric" | "Date", parse: (text: string) => number | undefined): Operators {
  const keyTypes: readonly KeyType[] = [family, "Epoch"];
  const rule =
    family === "Numeric" ? "be a number" : "be a calendar date or time in ISO 8601 (with its zone) or epoch seconds";
  const ordering = (test: (request: number, policy: number) => boolean): Omit<Operator, "negated"> => ({
    keyTypes,
    rule,
    compile: comparing(parse, test),
  });
  const single = (test: (request: number, policy: number) => boolean): Operator => ({
    ...ordering(test),
    negated: false,
  });
  return {
    ...pair(
      `${family}Equals`,
      `${family}NotEquals`,
      ordering((request, policy) => request === policy),
    ),
    [`${family}LessThan`]: single((request, policy) => request < policy),
    [`${family}LessThanEquals`]: single((request, policy) => request <= policy),
    [`${family}GreaterThan`]: single((request, policy) => request > policy),
    [`${family}GreaterThanEquals`]: single((request, policy) => request >= policy),
  };
}

const text = (test: (pattern: readonly Glyph[], requestValue: string) => boolean): Omit<Operator, "negated"> => ({
  keyTypes: ["String", "ARN"],
  rule: "hold no ${…} but escapes and known single-valued condition keys",
  compile: (policyValue) => {
    const template = parseTemplate(policyValue);
    if (!template) return undefined;
    return (requestValue, context) => {
      const pattern = resolve(template, context);
      return pattern !== undefined && test(pattern, requestValue);
    };
  },
});

/** Text, with policy variables; wildcards for Like only. Source: IAM User Guide, String condition operators. */
const STRING: Operators = {
  ...pair(
    "StringEquals",
    "StringNotEquals",
    text((pattern, value) => plain(pattern) === value),
  ),
  ...pair(
    "StringEqualsIgnoreCase",
    "StringNotEqualsIgnoreCase",
    text((pattern, value) => plain(pattern).toLowerCase() === value.toLowerCase()),
  ),
  ...pair(
    "StringLike",
    "StringNotLike",
    text((pattern, value) => matches(pattern, value)),
  ),
};

const arn: Omit<Operator, "negated"> = {
  keyTypes: ["ARN"],
  rule: "be an ARN of six colon-separated fields whose ${…} are escapes or known single-valued condition keys",
  compile: arnMatcher,
};

/** ARNs. Equals and Like behave identically. Source: IAM User Guide, ARN condition operators. */
const ARN: Operators = {
  ...pair("ArnEquals", "ArnNotEquals", arn),
  ...pair("ArnLike", "ArnNotLike", arn),
};

/** Numbers, without variables or wildcards. Source: IAM User Guide, Numeric condition operators. */
const NUMERIC: Operators = orderings("Numeric", parseNumber);

/** Moments, without variables or wildcards. Source: IAM User Guide, Date condition operators. */
const DATE: Operators = orderings("Date", parseDate);

/** Booleans. Source: IAM User Guide, Boolean condition operators. */
const BOOL: Operators = {
  Bool: {
    keyTypes: ["Bool"],
    negated: false,
    rule: "be true or false",
    compile: comparing(parseBool, (request, policy) => request === policy),
  },
};

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytes(policyValue: string): Matcher | undefined {
  if (!BASE64.test(policyValue)) return undefined;
  const wanted = atob(policyValue);
  return (requestValue) => String.fromCharCode(...new TextEncoder().encode(requestValue)) === wanted;
}

/** Bytes: the policy holds them in base64, the request as they are. Source: IAM User Guide, Binary condition operators. */
const BINARY: Operators = {
  BinaryEquals: { keyTypes: ["String"], negated: false, rule: "be base64", compile: bytes },
};

/** IP addresses; IPv4 and IPv6 never match one another. Source: IAM User Guide, IP address condition operators. */
const IP: Operators = pair("IpAddress", "NotIpAddress", {
  keyTypes: ["IPAddress"],
  rule: "be an address or CIDR block of IPv4 or IPv6",
  compile: comparing(parseNetwork, (request, policy) => contains(policy, request)),
});

/** Every operator that compares values. `Null`, which asks whether there is one, is not among them. */
export const OPERATORS: Operators = { ...STRING, ...NUMERIC, ...DATE, ...BOOL, ...BINARY, ...IP, ...ARN };
