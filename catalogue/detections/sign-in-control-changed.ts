import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { SIGN_IN_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const SWITCHED_OFF = roleCall("signin", "DeleteConsoleAuthorizationConfiguration", {
  requestParameters: { targetId: "o-exampleorgid" },
});

/**
 * Operations: AWS Sign-In API Reference, AWS Sign-In Control Plane; they are written in us-east-1 only. AWS documents no
 * record of them: source and names are those by which CloudTrail records what a service's API is called on.
 */
export const signInControlChanged = {
  id: "sign-in-control-changed",
  set: "central-root",
  title: "Policies on console sign-in were switched on or off, or changed",
  severity: "high",
  rationale:
    "Switched off, deny-root-sign-in is no longer asked and root users of member accounts reach the password prompt again. A statement put into the sign-in policy of an account can keep everybody else out. Switching it on fires this once.",
  response: [
    "Read eventName, requestParameters.targetId, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "Nobody planned it: switch it on again (aws signin put-console-authorization-configuration), then ask whether it is on (get-console-authorization-configuration).",
    "List sign-ins of root users since: eventName = ConsoleLogin and userIdentity.type = Root, from eventTime on.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "AWS Sign-In API Reference", control: "DeleteConsoleAuthorizationConfiguration" },
    { source: "MITRE ATT&CK", control: "T1562.001" },
  ],
  path: watching(
    () => [watch({ service: "signin", calls: SIGN_IN_CALLS })],
    [{ account: "management", region: "global" }],
  ),
  fires: [
    SWITCHED_OFF,
    roleCall("signin", "PutResourcePermissionStatement", { recipientAccountId: "444444444444" }),
    { ...SWITCHED_OFF, eventName: "PutConsoleAuthorizationConfiguration" },
  ],
  ignores: [
    denied(SWITCHED_OFF),
    { ...SWITCHED_OFF, eventName: "GetConsoleAuthorizationConfiguration", readOnly: true },
    { ...SWITCHED_OFF, eventSource: "sso.amazonaws.com" },
  ],
} as const satisfies CatalogueDetection;
