import { partition } from "../partition";
import { breakGlass } from "./break-glass";
import { delivery } from "./delivery";
import type { Circumstances, MustPass, Read } from "./must-pass";
import { pipeline } from "./pipeline";
import { rootSessions } from "./root-sessions";

export { ANY_MEMBER, MUST_PASS_READS, type MustPass } from "./must-pass";

/** Every call that the policies above an account must let through. `accounts` are further members to try. */
export function mustPass(baseline: Read, accounts: readonly string[] = []): readonly MustPass[] {
  const { id } = partition(baseline);
  const caller = { partition: id, organization: baseline.organization.id };
  const at: Circumstances = { partition: id, region: baseline.homeRegion, caller };
  return [
    ...rootSessions(baseline, at, accounts),
    ...breakGlass(baseline, at),
    ...pipeline(baseline, at),
    ...delivery(baseline, at),
  ];
}
