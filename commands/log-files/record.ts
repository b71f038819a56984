import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/services/json";
import { isRecord } from "./shapes";

/** The object in a field; one without fields where there is none. */
export const objectOf = (value: unknown): Event => (isObject(value) ? value : {});

/** The first of these that is a text, and not an empty one; undefined where none is. */
export const firstText = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === "string" && value !== "");

/** The record of CloudTrail in an event: itself, or what stands in its envelope. */
export const recordOf = (event: Event): Event => (isRecord(event) ? event : objectOf(event["detail"]));

const ROOT_ARN = /^arn:[^:]*:iam::\d*:root$/;

const saysRoot = ({ type, arn }: Event): boolean =>
  (typeof type === "string" && type.toLowerCase() === "root") || (typeof arn === "string" && ROOT_ARN.test(arn));

/**
 * A root user by type or by ARN, whichever a record has kept, or a session that root's own credentials made: its issuer
 * is Root.
 */
export const isRoot = (identity: Event): boolean =>
  saysRoot(identity) || saysRoot(objectOf(objectOf(identity["sessionContext"])["sessionIssuer"]));
