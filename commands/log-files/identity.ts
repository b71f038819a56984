import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/services/json";
import { shown } from "./not-understood";
import { recordOf } from "./record";
import { isRecord } from "./shapes";

/** The kinds of identity that CloudTrail knows. Source: CloudTrail User Guide, userIdentity element, `type`. */
const TYPES: ReadonlySet<unknown> = new Set([
  "AssumedRole",
  "AWSAccount",
  "AWSService",
  "Directory",
  "FederatedUser",
  "IAMUser",
  "IdentityCenterUser",
  "Role",
  "Root",
  "SAMLUser",
  "Unknown",
  "WebIdentityUser",
]);

const ofCloudTrail = (event: Event): boolean =>
  isRecord(event) || (typeof event["detail-type"] === "string" && event["detail-type"].endsWith(" via CloudTrail"));

/** What a service does by itself carries no type. Source: CloudTrail User Guide, non-API events captured by CloudTrail. */
const isOfService = ({ eventType }: Event, { invokedBy }: Event): boolean =>
  eventType === "AwsServiceEvent" || typeof invokedBy === "string";

/**
 * Why a record does not say who acted in CloudTrail's own words: no detection about root would fire on it, whoever it
 * was. Undefined where it does, and for what is no record.
 */
export function withoutIdentity(event: Event): string | undefined {
  if (!ofCloudTrail(event)) return undefined;
  const record = recordOf(event);
  const identity = record["userIdentity"];
  if (!isObject(identity)) return `a record must hold userIdentity as an object, got ${shown(identity ?? "nothing")}`;
  const { type } = identity;
  if (TYPES.has(type) || (type === undefined && isOfService(record, identity))) return undefined;
  return `a record must say in userIdentity.type who acted, in the words of CloudTrail (Root, IAMUser, AssumedRole, …), got ${shown(type ?? "nothing")}`;
}
