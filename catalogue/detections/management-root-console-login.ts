import type { CatalogueDetection } from "../alerts/detection-sets";
import {
  MANAGEMENT_ROOT_IDENTITY,
  ROOT_API_CALL,
  ROOT_SIGN_IN,
  ROOT_SIGN_IN_FAILURE,
  signInEnvelope,
  USER_SIGN_IN,
} from "./sample-events";

const MANAGEMENT_SIGN_IN = { ...ROOT_SIGN_IN, userIdentity: MANAGEMENT_ROOT_IDENTITY };

export const managementRootConsoleLogin = {
  id: "management-root-console-login",
  set: "root",
  title: "Root user of the management account signed in",
  severity: "critical",
  rationale:
    "The management account's root user is the one that no guardrail binds. An event rule tells within seconds, long before the metric filter does. A failed attempt does not page: whoever knows the address could page you at will. Those are counted by root-console-login-failed.",
  response: [
    "Call both custodians of the MFA devices now. One of them is signing in, or nobody should be.",
    "Nobody announced it: sign in as the other custodian, change the password, remove unknown MFA devices and access keys.",
    "List what the session did: userIdentity.type = Root, recipientAccountId = the management account, from detail.eventTime on.",
  ],
  latency: "seconds",
  references: [
    { source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" },
    { source: "CloudTrail User Guide", control: "console sign-in events" },
  ],
  path: {
    kind: "event",
    pattern: {
      source: ["aws.signin"],
      "detail-type": ["AWS Console Sign In via CloudTrail"],
      detail: {
        eventName: ["ConsoleLogin"],
        userIdentity: { type: ["Root"] },
        // Whatever is not said to have failed: a new word for success must not pass unseen.
        responseElements: { ConsoleLogin: [{ "anything-but": ["Failure"] }, { exists: false }] },
      },
    },
  },
  fires: [
    signInEnvelope(MANAGEMENT_SIGN_IN, "111111111111"),
    signInEnvelope({ ...MANAGEMENT_SIGN_IN, responseElements: null }, "111111111111"),
  ],
  ignores: [
    signInEnvelope({ ...ROOT_SIGN_IN_FAILURE, userIdentity: MANAGEMENT_ROOT_IDENTITY }, "111111111111"),
    signInEnvelope(USER_SIGN_IN, "111111111111"),
    signInEnvelope({ ...MANAGEMENT_SIGN_IN, eventName: "SwitchRole" }, "111111111111"),
    {
      ...signInEnvelope(ROOT_API_CALL, "111111111111"),
      "detail-type": "AWS API Call via CloudTrail",
      source: "aws.s3",
    },
  ],
} as const satisfies CatalogueDetection;
