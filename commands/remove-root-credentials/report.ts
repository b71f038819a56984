import { isLookedAt, type AuditRow, type LookedAt } from "../../root-sessions/audit-record";
import { isToRemove } from "../../root-sessions/removal/planned";
import { lastSeen, type AccountRemoval, type Removed, type RemovalRecord } from "../../root-sessions/removal/record";
import { verdictOf } from "../../root-sessions/remaining";
import { hanging } from "../output/indented";
import { plural } from "../output/plural";

const day = (time: string | null): string => time?.slice(0, 10) ?? "unknown";
const use = (time: string | null): string => (time === null ? "never used" : `last used ${day(time)}`);

/** What a root user holds, a thing a line. */
function heldLines(row: LookedAt): readonly string[] {
  const { password, accessKeys, signingCertificates, mfaDevices, lastActivity } = row;
  return [
    ...(password ? [`password; root's last activity: ${lastActivity === null ? "none" : day(lastActivity)}`] : []),
    ...accessKeys.map(
      ({ id, status, created, lastUsed }) =>
        `key ${id ?? "without id"}, ${status}, of ${day(created)}, ${use(lastUsed)}`,
    ),
    ...signingCertificates.map(
      ({ id, status, created }) => `certificate ${id ?? "without id"}, ${status}, of ${day(created)}`,
    ),
    ...mfaDevices.map(({ serial, kind }) => `MFA ${serial ?? "without serial"}, ${kind}`),
  ].flatMap((line) => hanging(line, 4));
}

const heldIn = (row: AuditRow): readonly string[] => (isLookedAt(row) ? heldLines(row) : []);

const head = ({ id, name }: AccountRemoval): readonly string[] => hanging(`${id} ${name}`, 2);
const because = (account: AccountRemoval): readonly string[] =>
  hanging(`${account.id} ${account.name}: ${account.untouched ?? ""}`, 2);

/** A heading with what stands below it, where anything does. */
const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [heading, ...lines, ""];

/** Accounts that nobody may touch, or nobody could look at. */
const untouchedSections = (accounts: readonly AccountRemoval[]): readonly string[] => {
  const untouched = accounts.filter((account) => account.untouched !== null);
  const seen = untouched.filter(({ before }) => isLookedAt(before));
  return [
    ...section(
      "Left alone, as a whole:",
      seen.flatMap((account) => [...because(account), ...heldIn(account.before)]),
    ),
    ...section("Not looked at:", untouched.filter((account) => !seen.includes(account)).flatMap(because)),
  ];
};

const isClean = (account: AccountRemoval): boolean => verdictOf(lastSeen(account), "") === "nothing left";

const summary = (accounts: readonly AccountRemoval[]): string =>
  `${accounts.filter(isClean).length} of ${plural(accounts.length, "account")} have no root credential left.`;

/** Whether no account that was asked for has anything left, as far as anybody could look. */
export const isDone = (accounts: readonly AccountRemoval[]): boolean => accounts.every(isClean);

/** What would be removed, and what is left alone. */
export const planText = (accounts: readonly AccountRemoval[]): string =>
  [
    ...section(
      "To be removed:",
      accounts.filter(isToRemove).flatMap((account) => [...head(account), ...heldIn(account.before)]),
    ),
    ...untouchedSections(accounts),
    summary(accounts),
  ].join("\n");

const NOUNS: Readonly<Record<Removed["kind"], string>> = {
  password: "password",
  "access-key": "key",
  "signing-certificate": "certificate",
  "mfa-device": "MFA",
  "unassigned-device": "unassigned device",
};

const STATES: Readonly<Record<Removed["state"], string>> = {
  removing: "nobody knows: it ended in the middle",
  removed: "removed",
  gone: "was gone already",
  kept: "kept",
  unanswered: "nobody knows: AWS did not answer",
};

/** Why it was kept; of a device that is nobody's any more, what that means. */
const why = ({ kind, state, said }: Removed): string => {
  if (kind === "unassigned-device" && state === "kept")
    return ": it signs nobody in, and AWS denies its deletion to root";
  return said === undefined ? "" : `: ${said}`;
};

const removalLines = ({ removals }: AccountRemoval): readonly string[] =>
  removals.flatMap((each) => {
    const thing = [NOUNS[each.kind], ...(each.id === null ? [] : [each.id])].join(" ");
    return hanging(`${thing}: ${STATES[each.state]}${why(each)}`, 4);
  });

/** What was removed, and what is left. */
export function resultText({ accounts, begun, ended, stopped }: RemovalRecord): string {
  const begunIn = accounts.filter(({ removals }) => removals.length > 0);
  const notBegun = accounts.filter((account) => account.removals.length === 0 && isToRemove(account));
  const left = begunIn.filter((account) => !isClean(account));
  return [
    ...section(
      "Removed:",
      begunIn.flatMap((account) => [...head(account), ...removalLines(account)]),
    ),
    ...section("Not begun:", notBegun.flatMap(head)),
    ...section(
      "Still left, looked at again:",
      left.flatMap(({ id, name, after }) =>
        after === null || isLookedAt(after)
          ? [...hanging(`${id} ${name}`, 2), ...(after === null ? [] : heldLines(after))]
          : hanging(`${id} ${name}: ${after.notLookedAt}`, 2),
      ),
    ),
    ...untouchedSections(accounts),
    summary(accounts),
    `Begun ${begun}, ${ended === null ? `stopped by ${stopped ?? "an interruption"}` : `ended ${ended}`}.`,
  ].join("\n");
}

/** The accounts for machines, each with its verdict. */
export const accountsJson = (accounts: readonly AccountRemoval[]) =>
  accounts.map((account) => ({ verdict: verdictOf(lastSeen(account), ""), ...account }));
