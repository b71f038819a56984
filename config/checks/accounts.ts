import { found, type Check } from "./check";

/** Each part of the baseline has its own account: a delegated administrator is never the management account. */
export const accountsDiffer: Check = ({ accounts: { management, security, ownLogArchive } }) =>
  found(
    security.id === management.id && {
      where: "accounts.security.id",
      rule: "differ from accounts.management.id (the management account cannot be a delegated administrator)",
      got: security.id,
    },
    ownLogArchive?.id === management.id && {
      where: "accounts.logArchive.id",
      rule: "differ from accounts.management.id (leave accounts.logArchive out to keep the bucket there)",
      got: ownLogArchive.id,
    },
    ownLogArchive?.id === security.id && {
      where: "accounts.logArchive.id",
      rule: "differ from accounts.security.id (who reads alerts must not be able to change the record)",
      got: ownLogArchive.id,
    },
  );

/** A trial account is one that the baseline works in. */
export const trialAccountsExist: Check = ({ baseline: { trialAccounts }, accounts: { ids } }) =>
  trialAccounts
    .map((id, index) => ({ where: `trialAccounts[${index}]`, rule: `be one of ${ids.join(", ")}`, got: id }))
    .filter(({ got }) => !ids.includes(got));

/** An address is taken up or let go, not both. */
export const adoptionIsNoRelease: Check = ({ baseline: { adopt, release } }) =>
  release
    .map((address, index) => ({ where: `release[${index}]`, rule: "be left out of release or of adopt", got: address }))
    .filter(({ got }) => Object.hasOwn(adopt, got));
