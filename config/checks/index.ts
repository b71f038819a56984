import { accountsDiffer, trialAccountsExist } from "./accounts";
import type { Check } from "./check";

/** Every check of meaning, in the order in which a report lists them. */
export const CHECKS: readonly Check[] = [accountsDiffer, trialAccountsExist];
