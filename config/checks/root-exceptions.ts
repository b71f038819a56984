import type { GuardrailId } from "../../catalogue/guardrails";
import { MOST_EXCEPTION_DAYS } from "../../catalogue/quotas";
import { found, type Check } from "./check";

const DAY = 24 * 60 * 60 * 1000;

/** An exception is for a task, not for a year. */
export const exceptionsEnd: Check = ({ baseline }) =>
  baseline.guardrails.rootExceptions.flatMap(({ from, until }, index) => {
    const days = (Date.parse(until) - Date.parse(from)) / DAY;
    return found(
      !(days > 0) && {
        where: `guardrails.rootExceptions[${index}].until`,
        rule: `be later than from, ${from}`,
        got: until,
      },
      days > MOST_EXCEPTION_DAYS && {
        where: `guardrails.rootExceptions[${index}].until`,
        rule: `be at most ${MOST_EXCEPTION_DAYS} days after from, ${from}: a longer task gets a second exception, and a second look`,
        got: until,
      },
    );
  });

/** What holds root users back, but for an exception. */
const EXCEPTING: readonly GuardrailId[] = ["deny-root-user", "deny-root-sign-in"];

/** An exception is from a guardrail that is attached, for an account that it binds. */
export const exceptionsExceptSomething: Check = ({ baseline: { guardrails }, accounts }) =>
  guardrails.rootExceptions.flatMap(({ account }, index) =>
    found(
      account === accounts.management.id && {
        where: `guardrails.rootExceptions[${index}].account`,
        rule: "be a member account: no service control policy binds the management account's root user",
        got: account,
      },
      !guardrails.attach.some(({ id }) => EXCEPTING.includes(id)) && {
        where: `guardrails.rootExceptions[${index}]`,
        rule: `be left out until guardrails.attach lists ${EXCEPTING.join(" or ")}: nothing is denied that it could except`,
        got: account,
      },
    ),
  );
