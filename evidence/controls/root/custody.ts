import { ageText, daysSince, isToCome } from "../../age";
import type { Control } from "../../control";
import { type Finding, type Mend, gap, inForce, must, readAt } from "../../item";

/** Days between two reviews, and between two drills: ours, a year and a month to do it in. */
const CUSTODY_DAYS = 396;

const dated = (of: string, day: string | undefined, now: Date, mend: Mend): Finding => {
  if (day === undefined) return gap(of, "never", mend);
  const says = `${day} (${ageText(day, now)})`;
  if (isToCome(day, now)) return gap(of, `${day} is in the future`, mend);
  return must(of, daysSince(day, now) <= CUSTODY_DAYS, says, `${says}: more than a year ago`, mend);
};

export const custody: Control = {
  id: "custody",
  title: "Root of the management account takes two people, who rehearsed it within a year",
  matters: "Whoever holds both password and device is root alone; what nobody rehearsed does not work at night.",
  checklist: 8,
  references: [{ source: "IAM User Guide", control: "root user best practices: multi-person approval" }],
  reads: [],
  judge: ({ blueprint: { baseline }, now }) => {
    const { mfaDevices, password, mailboxAndPhone, lastReviewed, lastDrill } = baseline.custody;
    const devices = mfaDevices.map(({ holder, kind }) => `${holder} (${kind})`).join(", ");
    const findings = [
      // A configuration in which two groups share a holder is refused before anything is judged.
      inForce(
        "separation",
        `devices: ${devices}; password: ${password.join(", ")}; mailbox and phone: ${mailboxAndPhone.join(", ")}`,
      ),
      dated("review", lastReviewed, now, { mend: "review custody in the configuration, and set custody.lastReviewed" }),
      dated("drill", lastDrill, now, { mend: "rehearse docs/runbooks/break-glass.md, and set custody.lastDrill" }),
    ];
    return readAt(now.toISOString(), findings);
  },
};
