import { pathsOf } from "../../../alert-proof/paths";
import { ageText, daysSince, isToCome } from "../../age";
import type { Control, TriedPath } from "../../control";
import { applied, gap, inForce, ours, readAt, type Finding, type Mend } from "../../item";

/** Days after which a proof says nothing of today any more: ours, a quarter and a week to do it in. */
export const PROOF_DAYS = 99;

const PROVE: Mend = { mend: "prove them, then verify with --proof and its record", run: [ours("verify", "--alerts")] };

function judgePath(of: string, tried: TriedPath | undefined, now: Date): Finding {
  if (tried === undefined) return gap(of, "is not in the last proof", PROVE);
  const age = ageText(tried.at, now);
  if (isToCome(tried.at, now)) return gap(of, `${tried.at} is in the future`, PROVE);
  if (tried.unseen !== undefined) return gap(of, `a call was not seen to the end (${age}): ${tried.unseen}`, PROVE);
  return daysSince(tried.at, now) > PROOF_DAYS
    ? gap(of, `a call was seen to the end ${age}: too long ago to say anything of today`, PROVE)
    : inForce(of, `a call was seen to the end (${age})`);
}

export const alertPaths: Control = {
  id: "alert-paths",
  title: "A real call was seen on every alert path that a harmless one can take, within a quarter",
  matters: "Each part may be as configured and the whole still silent: only an alert that arrived proves its path.",
  checklist: 5,
  references: [{ source: "AWS Security Hub", control: "CloudWatch.1" }],
  reads: [],
  judge: ({ blueprint, proof, now }) => {
    const paths = pathsOf(blueprint);
    const tried = new Map((proof ?? []).map((each) => [each.of, each]));
    if (paths.length === 0)
      return readAt(now.toISOString(), [
        gap("alert paths", "no detection is configured that a harmless call fires", {
          mend: "name the set blinding among detections",
          ...applied("alarms"),
        }),
      ]);
    if (proof === undefined)
      return readAt(now.toISOString(), [gap(`${paths.length} alert paths`, "no proof was given", PROVE)]);
    return paths.flatMap(({ of }) =>
      readAt(tried.get(of)?.at ?? now.toISOString(), [judgePath(of, tried.get(of), now)]),
    );
  },
};
