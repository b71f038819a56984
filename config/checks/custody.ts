import { found, type Check } from "./check";

/** Names as a person compares them: "Head of  Platform" is "head of platform". */
const plain = (holder: string): string => holder.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

interface Duty {
  readonly group: string;
  readonly where: string;
  readonly holder: string;
}

const duties = (group: string, holders: readonly string[]): readonly Duty[] =>
  holders.map((holder, index) => ({ group, where: `custody.${group}[${index}]`, holder }));

/** One holder of every device is one person who can be absent, or can be persuaded. */
export const devicesHaveTwoHolders: Check = ({ baseline }) => {
  const holders = baseline.custody.mfaDevices.map(({ holder }) => holder);
  return found(
    new Set(holders.map(plain)).size < 2 && {
      where: "custody.mfaDevices",
      rule: "name at least two different holders",
      got: holders,
    },
  );
};

/** Nobody signs in as root alone, and nobody resets the password alone: the groups share nobody. */
export const custodyIsSplit: Check = ({ baseline: { custody } }) => {
  const all = [
    ...duties(
      "mfaDevices",
      custody.mfaDevices.map(({ holder }) => holder),
    ),
    ...duties("password", custody.password),
    ...duties("mailboxAndPhone", custody.mailboxAndPhone),
  ];
  return all.flatMap((duty, index) => {
    const other = all
      .slice(0, index)
      .find(({ group, holder }) => group !== duty.group && plain(holder) === plain(duty.holder));
    if (other === undefined) return [];
    const rule = `be somebody else than ${other.where}: nobody holds two of MFA device, password and mailbox`;
    return [{ where: duty.where, rule, got: duty.holder }];
  });
};
