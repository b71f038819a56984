import type { Event } from "../../catalogue/detection";
import { isObject } from "../../organization/json";
import { isRecord } from "./shapes";

/** The object in a field; one without fields where there is none. */
export const objectOf = (value: unknown): Event => (isObject(value) ? value : {});

/** The first of these that is a text, and not an empty one; undefined where none is. */
export const firstText = (...values: readonly unknown[]): string | undefined =>
  values.find((value): value is string => typeof value === "string" && value !== "");

/** The record of CloudTrail in an event: itself, or what stands in its envelope. */
export const recordOf = (event: Event): Event => (isRecord(event) ? event : objectOf(event["detail"]));

/** A root user, or a session that root's own credentials made: its issuer is Root. */
export const isRoot = (identity: Event): boolean =>
  identity["type"] === "Root" || objectOf(objectOf(identity["sessionContext"])["sessionIssuer"])["type"] === "Root";
