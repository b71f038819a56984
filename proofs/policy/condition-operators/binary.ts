import type { Matcher } from "../policy-document";
import type { Operators } from "./operator";

const BASE64 = /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function compile(policyValue: string): Matcher | undefined {
  if (!BASE64.test(policyValue)) return undefined;
  const wanted = atob(policyValue);
  return (requestValue) => String.fromCharCode(...new TextEncoder().encode(requestValue)) === wanted;
}

/** Bytes: the policy holds them in base64, the request as they are. Source: IAM User Guide, Binary condition operators. */
export const BINARY: Operators = {
  BinaryEquals: { keyTypes: ["String"], negated: false, rule: "be base64", compile },
};
