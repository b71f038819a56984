import { METRIC_LATENCY } from "../detection";
import type { CatalogueDetection } from "../alerts/detection-sets";
import { allOf, anyOf, is, isMissingOrNoneOf, metric } from "../filter";
import { SIGN_IN_SERVICE } from "../alerts/root-acts";
import { byRoleNamedRoot } from "./sample-calls";
import { ROOT_SIGN_IN, ROOT_SIGN_IN_FAILURE, USER_SIGN_IN } from "./sample-events";

const EMAIL_CHANGED = {
  ...ROOT_SIGN_IN,
  eventName: "EmailUpdated",
  responseElements: { EmailUpdated: "Success" },
  additionalEventData: null,
};

export const rootSignInChange = {
  id: "root-sign-in-change",
  set: "root",
  title: "A root user did something else at the sign-in service",
  severity: "high",
  rationale:
    "The sign-in service records more than sign-ins and passwords: a changed e-mail address, for one. This catches what the other detections do not name, so that nothing which root does there goes unnoticed.",
  response: [
    "Read recipientAccountId, eventName and sourceIPAddress of the event, from 15 minutes before the alarm.",
    "Ask the custodians of that account. Nobody did it: treat it as an incident.",
  ],
  latency: METRIC_LATENCY,
  references: [{ source: "MITRE ATT&CK", control: "T1098" }],
  path: metric(
    allOf(
      is("eventSource", SIGN_IN_SERVICE),
      is("userIdentity.type", "Root"),
      anyOf(
        isMissingOrNoneOf("eventName", [
          "ConsoleLogin",
          "PasswordRecoveryRequested",
          "PasswordRecoveryCompleted",
          "PasswordUpdated",
        ]),
        // A sign-in whose end no other detection knows.
        allOf(
          is("eventName", "ConsoleLogin"),
          isMissingOrNoneOf("responseElements.ConsoleLogin", ["Success", "Failure"]),
        ),
      ),
    ),
  ),
  fires: [
    EMAIL_CHANGED,
    { ...EMAIL_CHANGED, eventName: "CheckMfa", responseElements: { CheckMfa: "Success" } },
    { ...EMAIL_CHANGED, eventType: "AwsApiCall" },
    { ...ROOT_SIGN_IN, responseElements: null },
    { ...ROOT_SIGN_IN, responseElements: { ConsoleLogin: null } },
    { ...ROOT_SIGN_IN, responseElements: { ConsoleLogin: "Challenge" } },
  ],
  ignores: [
    ROOT_SIGN_IN,
    ROOT_SIGN_IN_FAILURE,
    { ...EMAIL_CHANGED, userIdentity: USER_SIGN_IN["userIdentity"] },
    byRoleNamedRoot(EMAIL_CHANGED),
  ],
} as const satisfies CatalogueDetection;
