import { check, found } from "./check";

/** Each part of the baseline has its own account: a delegated administrator is never the management account. */
export const accountsDiffer = check(["accounts"], ({ accounts: { management, security, logArchive } }) =>
  found(
    security.id === management.id && {
      where: "accounts.security.id",
      rule: "differ from accounts.management.id (the management account cannot be a delegated administrator)",
      got: security.id,
    },
    logArchive?.id === management.id && {
      where: "accounts.logArchive.id",
      rule: "differ from accounts.management.id (leave accounts.logArchive out to keep the bucket there)",
      got: logArchive.id,
    },
    logArchive?.id === security.id && {
      where: "accounts.logArchive.id",
      rule: "differ from accounts.security.id (who reads alerts must not be able to change the record)",
      got: logArchive.id,
    },
  ),
);

/** A trial account is one that the baseline works in. */
export const trialAccountsExist = check(["accounts", "trialAccounts"], ({ accounts, trialAccounts }) => {
  const known = Object.values(accounts).flatMap((account) => (account === undefined ? [] : [account.id]));
  return trialAccounts
    .map((id, index) => ({ where: `trialAccounts[${index}]`, rule: `be one of ${known.join(", ")}`, got: id }))
    .filter(({ got }) => !known.includes(got));
});
