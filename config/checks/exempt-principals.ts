import { arn, parseArn } from "../../catalogue/aws/arn";
import { policyOf, unlessPrincipal } from "../../catalogue/guardrail";
import { TYPICAL_PRINCIPALS, type TypicalPrincipal } from "../../catalogue/aws/typical-principals";
import { evaluate, onRoot, type Level } from "../../proofs/policy";
import { ANY_MEMBER, principalOf } from "../lock-out";
import { found, type Check } from "./check";

/** An organization that denies everything to whom the pattern does not let through. */
function exempting(pattern: string): readonly Level[] {
  const everything = { Sid: "Everything", Effect: "Deny", Action: "*", Resource: "*" } as const;
  return onRoot(policyOf(pattern, [{ ...everything, ...unlessPrincipal([pattern]) }]));
}

/** Whether what stands between the wildcards holds the name of the principal. */
const names = (pattern: string, { word }: TypicalPrincipal): boolean =>
  pattern.split(/[*?]/).some((piece) => piece.includes(word));

/** The first typical principal that the pattern lets through and does not name. */
function letsThrough(pattern: string): (TypicalPrincipal & { readonly arn: string }) | undefined {
  const { partition = "", account = "" } = parseArn(pattern) ?? {};
  const levels = exempting(pattern);
  return TYPICAL_PRINCIPALS.filter((typical) => !names(pattern, typical))
    .map((typical) => ({
      ...typical,
      arn: arn({ ...typical, partition, service: "iam", account: account === "*" ? ANY_MEMBER : account }),
    }))
    .find((typical) => {
      const principal = principalOf(typical.arn);
      return principal !== undefined && evaluate({ principal, action: "iam:GetRole" }, levels).decision !== "denied";
    });
}

/** An exemption is for whom it names: one that lets typical principals through by the way lets everybody through. */
export const exemptionsNameSomebody: Check = ({ baseline }) =>
  baseline.guardrails.exemptPrincipals.flatMap((pattern, index) => {
    const somebody = /[*?]/.test(pattern) ? letsThrough(pattern) : undefined;
    return found(
      somebody !== undefined && {
        where: `guardrails.exemptPrincipals[${index}]`,
        rule: `name whom it exempts between its wildcards: it lets ${somebody.what} through, too (${somebody.arn})`,
        got: pattern,
      },
    );
  });
