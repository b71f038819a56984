import { ConfigurationError } from "../../config";
import { refusalOf, WrongOrganization } from "../../organization/clients/refusals";
import { SessionRefusal } from "../../root-sessions/refusal";
import { CommandFailure } from "../../terraform/command-failure";
import { Refusal, Refusals } from "../../terraform/refusal";

/** A mistake in what was asked: `<where> must <rule>, got <value>`. Shown as it is, without a stack trace. */
export class Mistake extends Error {
  override readonly name = "Mistake";
}

/** How a mistake is told. `got` is shown as JSON, or as "nothing" where it is undefined. */
export const mistakeText = (where: string, rule: string, got?: unknown): string =>
  `${where} must ${rule}, got ${got === undefined ? "nothing" : JSON.stringify(got)}`;

/** Ends a command with a mistake. */
export function mistake(where: string, rule: string, got?: unknown): never {
  throw new Mistake(mistakeText(where, rule, got));
}

/** What a program that we run said, or could not say, of why it cannot go on. Shown as it is, without a stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
}

/** Errors whose message is for a person. */
const TOLD = [
  Mistake,
  Failure,
  ConfigurationError,
  WrongOrganization,
  SessionRefusal,
  Refusal,
  Refusals,
  CommandFailure,
] as const;

/**
 * What a person is told of an error that is no bug of ours: a mistake in what was asked or configured, or an answer of
 * AWS or of Terraform that no code can mend. Undefined for everything else, which is shown with its stack trace.
 */
export const sentenceOf = (error: unknown): string | undefined =>
  error instanceof Error && TOLD.some((kind) => error instanceof kind) ? error.message : refusalOf(error);
