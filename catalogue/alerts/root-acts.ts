import type { FilterPattern } from "../../proofs/filter-pattern/index";
import { allOf, anyOf, is, isMissingOrNoneOf } from "../filter";

/** Service that judges root's sign-ins, passwords and e-mail address: other detections name what happens there. */
export const SIGN_IN_SERVICE = "signin.amazonaws.com";

/**
 * A root user, or a session that root's own credentials made with GetFederationToken: its type is FederatedUser, and its
 * issuer is Root. Source: CloudTrail User Guide, userIdentity element, sessionIssuer.
 */
const byRoot = anyOf(is("userIdentity.type", "Root"), is("userIdentity.sessionContext.sessionIssuer.type", "Root"));

/**
 * No other service stands behind the call. `invokedBy` names the service that calls for root; the sign-in service there
 * is a person in the console, as in CloudTrail's own example of console activity (CloudTrail User Guide, log file
 * examples). "AWS Internal" stands beside a person's address in such examples too, so it is no name of a service.
 */
const byNoOtherService = anyOf(
  isMissingOrNoneOf("userIdentity.invokedBy", ["*.amazonaws.com*"]),
  is("userIdentity.invokedBy", `${SIGN_IN_SERVICE}*`),
);

/**
 * Whatever a root user does, in any way of being recorded that is not named here: left out are events that a service
 * wrote without a request, calls that another service made for root, and what happens at the sign-in service, which
 * other detections judge. A new type of event, and a record without a type, fire.
 */
export const rootActs: FilterPattern = allOf(
  byRoot,
  byNoOtherService,
  isMissingOrNoneOf("eventType", ["AwsServiceEvent"]),
  isMissingOrNoneOf("eventSource", [SIGN_IN_SERVICE]),
);
