import { knownEventMissing } from "../../catalogue/detections/known-event-missing";
import type { KnownCall } from "../../catalogue/alerts/known-event";
import type { Accounts } from "./accounts";
import type { Arns } from "./arns";
import type { ListedDetection } from "./detections";
import type { Names } from "./names";

/** Its rule forwards, so it is named as the rules are that may assume the forwarding role. */
const KNOWN_EVENT = "known-event";

/** What the call depends on. */
interface Known {
  readonly accounts: Accounts;
  readonly arns: Arns;
  readonly names: Names;
  readonly listedDetections: readonly ListedDetection[];
}

/** The call that is made only to come out; none where nobody asks to be told of its absence. */
export const knownCallOf = ({ accounts, arns, names, listedDetections }: Known): KnownCall | undefined => {
  const account = accounts.management.id;
  return listedDetections.some(({ id }) => id === knownEventMissing.id)
    ? { account, roleArn: arns.role(account, names.knownEvent), rule: names.forwardRule(KNOWN_EVENT) }
    : undefined;
};
