import type { ConditionTest, PolicyStatement } from "../policy/statement";

const KEY = "aws:principalarn";

/** Whether a pattern names one account, and another one. */
function isOfAnother(pattern: string, account: string): boolean {
  const owner = pattern.split(":")[4] ?? "";
  return /^\d{12}$/.test(owner) && owner !== account;
}

function forAccount(test: ConditionTest, account: string): readonly ConditionTest[] {
  if (test.key !== KEY) return [test];
  const values = test.values.filter((value) => !isOfAnother(value, account));
  // Nobody is left whom it would spare: it holds for everybody.
  const sparesNobody = values.length === 0 && test.operator.includes("Not");
  return sparesNobody ? [] : [{ ...test, values }];
}

/**
 * The statements as they are for callers of one account: patterns of principals of other accounts match none of them.
 * True of service control policies alone: they bind the callers of the accounts that they are attached above, and
 * nobody else (Organizations User Guide, SCPs).
 */
export const statementsForAccount = (
  statements: readonly PolicyStatement[],
  account: string | undefined,
): readonly PolicyStatement[] =>
  account === undefined
    ? statements
    : statements.map((each) => ({
        ...each,
        conditions: each.conditions.flatMap((test) => forAccount(test, account)),
      }));
