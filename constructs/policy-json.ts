import type { PolicyStatement } from "../catalogue/resource-policies/statement";

/**
 * Text that Terraform must take literally: `${aws:username}` in a policy is a policy variable, not a template.
 * Tokens of cdktf (`${TfToken[…]}`) stay what they are.
 */
export const literal = (text: string): string =>
  text.replace(/\$\{(?!TfToken\[)/g, () => "$${").replace(/%\{/g, () => "%%{");

/** A text as a string of a Terraform expression. */
export const quoted = (text: string): string => literal(JSON.stringify(text));

/** A policy document, minified: AWS counts white space against its quotas. */
export const policyJson = (statements: readonly PolicyStatement[]): string =>
  literal(JSON.stringify({ Version: "2012-10-17", Statement: statements }));
