import { differences, type Difference } from "../../evidence/differences";
import { report, type Report } from "../../evidence/report";
import { refused } from "../organization/as-read";
import { ALERT_REDS } from "./alert-reds";
import { subject } from "./green";
import { changed, withSnapshot } from "./red";
import type { REDS } from "./reds";
import { TRAIL_REDS } from "./trail-reds";

/** A name that somebody gave an account to see what becomes of it. */
export const HOSTILE = `<img src=x onerror="document.title='owned'"></td><script>document.title='owned'</script>&'`;

const liveOf = (reds: typeof REDS, id: string) => reds[id]?.[0]?.[1].live ?? subject.live;

const named = withSnapshot((found) => ({
  ...found,
  accounts: found.accounts.map((each) => (each.id === "444444444444" ? { ...each, name: HOSTILE } : each)),
  policies: found.policies.map((each) =>
    each.name.endsWith("deny-root-user") ? { ...each, targets: ["ou-exam-cana0000"] } : each,
  ),
})).live;

/** An organization with gaps of several kinds, a part that was not read, and an account with a hostile name. */
export function troubled(): { readonly report: Report; readonly since: readonly Difference[] } {
  const live = {
    ...subject.live,
    snapshot: changed(named.snapshot, (found) => found),
    alarms: liveOf(ALERT_REDS, "alarms").alarms,
    auditTrail: liveOf(TRAIL_REDS, "trail-records").auditTrail,
    rootAccess: { ...subject.live.rootAccess, breakGlassRoles: refused() },
  };
  const later = report({ ...subject, live, audit: undefined });
  return { report: later, since: differences(report(subject), later) };
}
