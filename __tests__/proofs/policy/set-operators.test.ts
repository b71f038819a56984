import type { ContextValue } from "../../../proofs/policy";
import { denies } from "./helpers";

// The tables of the IAM User Guide, Set operators for multivalued context keys, in our own keys.
describe("ForAllValues and ForAnyValue", () => {
  test.each<[string, readonly string[], ContextValue, boolean]>([
    ["ForAllValues:StringEquals", ["env", "team"], ["env", "team"], true],
    ["ForAllValues:StringEquals", ["env", "team"], ["env"], true],
    ["ForAllValues:StringEquals", ["env", "team"], ["env", "cost"], false],
    ["ForAllValues:StringEquals", ["env"], [], true],
    ["ForAllValues:StringEquals", ["env"], "", true],
    ["ForAllValues:StringNotEquals", ["env"], ["team", "cost"], true],
    ["ForAllValues:StringNotEquals", ["env"], ["team", "env"], false],
    ["ForAnyValue:StringEquals", ["env", "team"], ["cost", "team"], true],
    ["ForAnyValue:StringEquals", ["env", "team"], ["cost"], false],
    ["ForAnyValue:StringEquals", ["env"], [], false],
    ["ForAnyValue:StringLike", ["*"], "", false],
    ["ForAnyValue:StringNotEquals", ["env"], ["env", "team"], true],
    ["ForAnyValue:StringNotEquals", ["env"], ["env"], false],
    ["ForAnyValue:StringLike", ["e*"], ["env"], true],
    ["ForAnyValue:StringNotLike", ["e*"], [], false],
    ["Null", ["true"], [], true],
    ["Null", ["false"], ["env"], true],
  ])("%s %j against %j: %s", (operator, policy, request, holds) => {
    expect(denies({ [operator]: { "aws:TagKeys": policy } }, { context: { "aws:TagKeys": request } })).toBe(holds);
  });

  test.each([
    ["ForAllValues:StringEquals", true],
    ["ForAnyValue:StringEquals", false],
    ["ForAnyValue:StringNotEquals", false],
    ["ForAnyValue:StringEqualsIfExists", true],
    ["ForAllValues:StringNotEqualsIfExists", true],
  ])("%s without the key: %s", (operator, holds) => {
    expect(denies({ [operator]: { "aws:TagKeys": "env" } })).toBe(holds);
  });

  test("a single value is a set of one", () => {
    const condition = { "ForAnyValue:StringEquals": { "aws:PrincipalOrgID": "o-example123" } };
    expect(denies(condition, { context: { "aws:PrincipalOrgID": "o-example123" } })).toBe(true);
  });

  test("IfExists tests a key that is there", () => {
    const condition = { StringEqualsIfExists: { "aws:SourceVpc": "vpc-1" } };
    expect(denies(condition)).toBe(true);
    expect(denies(condition, { context: { "aws:SourceVpc": "vpc-1" } })).toBe(true);
    expect(denies(condition, { context: { "aws:SourceVpc": "vpc-2" } })).toBe(false);
  });
});
