import type { RegionParts } from "../../organization/threat-detection";
import type { Subject } from "../../evidence/control";
import type { ProtectionParts } from "../../organization/protection";
import type { Reading } from "../../organization/clients/reading";
import { AT } from "../organization/as-read";
import { subject } from "./green";

/** What became of the organization, and what the control says of it. */
export type Red = readonly [what: string, subject: Subject, says: RegExp];

type Change<T> = (value: T) => T;

/** The reading with its value changed. */
export function changed<T>(reading: Reading<T>, change: Change<T>): Reading<T> {
  if ("unread" in reading) throw new Error("only what was read can be changed");
  return { at: reading.at, value: change(reading.value) };
}

/** The organization with a part changed. */
export const withLive = (change: (live: ProtectionParts) => Partial<ProtectionParts>): Subject => ({
  ...subject,
  live: { ...subject.live, ...change(subject.live) },
});

type Sections = "rootAccess" | "managementRoot" | "auditTrail" | "alarms" | "secondChannel";

/** The organization with one part of a section changed. */
export const withPart = <Section extends Sections, Part extends keyof ProtectionParts[Section]>(
  section: Section,
  part: Part,
  change: ProtectionParts[Section][Part] extends Reading<infer Value> ? Change<Value> : never,
): Subject =>
  withLive((live) => ({
    [section]: {
      ...live[section],
      [part]: changed(live[section][part] as Reading<unknown>, change as Change<unknown>),
    },
  }));

/** The organization with other units, accounts or policies. */
export const withSnapshot = (
  change: ProtectionParts["snapshot"] extends Reading<infer Value> ? Change<Value> : never,
): Subject => withLive(({ snapshot }) => ({ snapshot: changed(snapshot, change) }));

export const nothing = { at: AT, value: undefined };

/** GuardDuty in each Region with something of it another. */
export const inEachRegion = (change: (parts: RegionParts) => Partial<RegionParts>) =>
  withLive(({ threatDetection }) => ({
    threatDetection: {
      ...threatDetection,
      regions: threatDetection.regions.map((parts) => ({ ...parts, ...change(parts) })),
    },
  }));
