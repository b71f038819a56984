import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../detection-sets";
import { watch, watching } from "../watch";
import { denied, roleCall } from "./sample-calls";

const BECOMES_ROOT = "whoever holds the address may become the root user, whose calls are watched";
const UNHEARD = "AWS writes to somebody else: no alert of ours goes there";

const STARTED = roleCall("account", "StartPrimaryEmailUpdate", {
  requestParameters: { accountId: "444444444444" },
});

/**
 * Names of calls and their event source: AWS Account Management Reference Guide, Logging AWS Account Management API calls
 * using AWS CloudTrail.
 */
export const accountIdentityChanged = {
  id: "account-identity-changed",
  set: "root",
  title: "The e-mail address or a contact of an account changes",
  severity: "high",
  rationale:
    "Whoever holds the primary e-mail address of an account can let its root password be set anew, and AWS tells the contacts that an account is abused. The management account and a delegated administrator of account management can change both for every member.",
  response: [
    "Read eventName, requestParameters.accountId, recipientAccountId and userIdentity.arn, from 15 minutes before the alarm.",
    "StartPrimaryEmailUpdate and nobody planned it: it takes effect with AcceptPrimaryEmailUpdate only. Set the old address again at once (aws account start-primary-email-update), and watch the account for PasswordRecoveryRequested for 24 hours.",
    "A contact: put the old one back (aws account put-alternate-contact), and ask the caller within the day.",
  ],
  latency: METRIC_LATENCY,
  references: [
    { source: "MITRE ATT&CK", control: "T1098" },
    { source: "AWS Security Hub", control: "Account.1" },
  ],
  path: watching(
    () => [
      watch({
        service: "account",
        calls: {
          AcceptPrimaryEmailUpdate: BECOMES_ROOT,
          StartPrimaryEmailUpdate: BECOMES_ROOT,
          DeleteAlternateContact: UNHEARD,
          PutAlternateContact: UNHEARD,
          PutContactInformation: UNHEARD,
        },
      }),
    ],
    [{ account: "management", region: "global" }],
  ),
  fires: [
    STARTED,
    { ...STARTED, eventName: "AcceptPrimaryEmailUpdate" },
    { ...STARTED, eventName: "PutAlternateContact", recipientAccountId: "444444444444" },
  ],
  ignores: [
    denied(STARTED),
    { ...STARTED, eventName: "GetAlternateContact", readOnly: true },
    { ...STARTED, eventName: "EnableRegion" },
  ],
} as const satisfies CatalogueDetection;
