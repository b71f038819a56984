import { ifKnown, type Blueprint } from "../blueprint";
import type { Problem } from "../report/problem";

/**
 * A check of meaning: something that no single field can say. It reads what it needs; where a field that it reads has
 * the wrong shape it is skipped, so that one report holds mistakes of shape and of meaning together.
 */
export type Check = (blueprint: Blueprint) => readonly Problem[];

/** What the checks find, in their order; nothing from a check that reads what is not known. */
export const problemsOf = (checks: readonly Check[], blueprint: Blueprint): readonly Problem[] =>
  checks.flatMap((check) => ifKnown(() => check(blueprint)) ?? []);

/** The problems among candidates: each is a problem, or false where all is well. */
export const found = (...candidates: readonly (Problem | false)[]): readonly Problem[] =>
  candidates.filter((candidate) => candidate !== false);
