import type { ForwarderRole } from "../../catalogue/alerts/forwarder";
import type { Arrival } from "../../catalogue/detection";
import type { Baseline } from "../schema/baseline";
import type { Accounts } from "./accounts";
import type { Arns } from "./arns";
import type { DetectionsByPath } from "./detections";
import type { Names } from "./names";

/** A role that puts events on the alert buses. */
export interface Forwarder extends ForwarderRole {
  /** The stack that makes it. */
  readonly stack: "alarms" | "threat-detection";
  /** Whose account it is. */
  readonly of: Arrival["account"];
  readonly name: string;
  readonly roleArn: string;
}

/** What they depend on. */
interface Asked {
  readonly accounts: Accounts;
  readonly arns: Arns;
  readonly baseline: Pick<Baseline, "alerting">;
  readonly names: Names;
  readonly detectionsByPath: DetectionsByPath;
  readonly securityForwards: boolean;
}

/** Of the management account, and of the security account, where something is forwarded from there. */
export function forwardersOf(asked: Asked): readonly Forwarder[] {
  const { accounts, arns, baseline, names, detectionsByPath, securityForwards } = asked;
  const busArns = [arns.alertBus(), ...(baseline.alerting.secondChannel === undefined ? [] : [arns.secondBus()])];
  const forwarder = (stack: Forwarder["stack"], of: Forwarder["of"], name: string): Forwarder => {
    const account = accounts[of].id;
    const rulesArn = arns.forwardRule(account, "*", "*");
    return { stack, of, account, name, roleArn: arns.role(account, name), rulesArn, busArns };
  };
  return [
    ...(detectionsByPath.event.length > 0 ? [forwarder("alarms", "management", names.eventForwardRole)] : []),
    ...(securityForwards ? [forwarder("threat-detection", "security", names.findingForwardRole)] : []),
  ];
}
