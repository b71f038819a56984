import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, calls, metric, succeeded } from "../filter";
import { denied, roleCall } from "./sample-calls";

const DISABLED = roleCall("iam", "DisableOrganizationsRootCredentialsManagement");

export const rootFeaturesChanged = {
  id: "root-features-changed",
  set: "central-root",
  title: "Centralized root access was switched on or off",
  severity: "high",
  rationale:
    "Switched off, new accounts get root credentials again and nobody can open a root session to look. The first deployment switches it on and fires this once.",
  response: [
    "Read eventName, userIdentity.arn and sourceIPAddress, from 15 minutes before the alarm.",
    "Not a deployment of yours: switch it on again (a plan of the stack root-access shows it), then treat it as an incident.",
    "List accounts created while it was off: CreateAccount events since then. They have root credentials.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.1" },
    { source: "MITRE ATT&CK", control: "T1098" },
  ],
  path: metric(allOf(calls("iam", ["EnableOrganizationsRoot*", "DisableOrganizationsRoot*"]), succeeded)),
  fires: [DISABLED, roleCall("iam", "EnableOrganizationsRootSessions")],
  ignores: [denied(DISABLED), roleCall("iam", "ListOrganizationsFeatures", { readOnly: true })],
} as const satisfies CatalogueDetection;
