import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { ACCOUNT_CALLS, REGION_CALLS } from "../protected-calls";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const STARTED = roleCall("account", "StartPrimaryEmailUpdate", {
  requestParameters: { accountId: "444444444444", primaryEmail: "HIDDEN_DUE_TO_SECURITY_REASONS" },
});

/**
 * Names of calls and their event source: AWS Account Management Reference Guide, Logging AWS Account Management API calls
 * using AWS CloudTrail.
 */
export const accountIdentityChanged = {
  id: "account-identity-changed",
  set: "root",
  title: "The e-mail address, a contact, the name or a Region of an account changed",
  severity: "high",
  rationale:
    "Whoever receives the primary e-mail address of an account can become its root user, and AWS tells the contacts when the account is abused. A Region that is switched off takes its rules and its detector with it. Every deployment that sets the security contact fires this once.",
  response: [
    "Read eventName, requestParameters.accountId, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "StartPrimaryEmailUpdate and nobody planned it: it takes effect with AcceptPrimaryEmailUpdate only. Set the old address again at once (aws account start-primary-email-update).",
    "Anything else that is no deployment of yours: put the old value back from the management account, and ask the caller within the day.",
    "Watch for PasswordRecoveryRequested of that account for 24 hours.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098" },
    { source: "AWS Security Hub", control: "Account.1" },
  ],
  path: watching(
    () => [watch({ service: "account", calls: { ...ACCOUNT_CALLS, ...REGION_CALLS } })],
    [{ account: "management", region: "organizations" }],
  ),
  fires: [
    STARTED,
    { ...STARTED, eventName: "AcceptPrimaryEmailUpdate" },
    { ...STARTED, eventName: "PutAlternateContact", recipientAccountId: "444444444444" },
    { ...STARTED, eventName: "DisableRegion", requestParameters: { regionName: "ap-east-1" } },
  ],
  ignores: [
    denied(STARTED),
    { ...STARTED, eventName: "GetPrimaryEmail", readOnly: true },
    roleCall("organizations", "StartPrimaryEmailUpdate"),
  ],
} as const satisfies CatalogueDetection;
