import { z } from "zod";
import type { Event } from "../../catalogue/detection";
import { SEVERITIES } from "../../catalogue/alerts/severities";
import { formed, notEmpty, uniqueList } from "./primitives";
import { eventPattern, filterPattern } from "./patterns";
import { roleArn } from "./principals";

const id = formed(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "be an id: lower-case words joined by hyphens");

const event = z.custom<Event>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  "be an event: an object as CloudTrail, EventBridge or GuardDuty writes it",
);

const path = z.discriminatedUnion("kind", [
  z.strictObject({
    /** A metric filter on the organization trail, with an alarm: every account and Region, 5 to 10 minutes. */
    kind: z.literal("metric"),
    /** Filter pattern as CloudWatch Logs reads it: text, or a tree written with the words of catalogue/filter.ts. */
    pattern: filterPattern,
  }),
  z.strictObject({
    /** An event rule in the management account, in the Region where global services record their events: seconds. */
    kind: z.literal("event"),
    /** Event pattern, as EventBridge reads it. */
    pattern: eventPattern,
  }),
  z.strictObject({
    /** A rule on GuardDuty findings, in every governed Region. */
    kind: z.literal("finding"),
    /** Event pattern, as EventBridge reads it. */
    pattern: eventPattern,
  }),
]);

const own = z.strictObject({
  /** What happened, in lower-case words joined by hyphens. It becomes part of names and addresses: do not change it. */
  id,
  /** What happened, as the message says it. */
  title: notEmpty,
  /** How urgent it is. */
  severity: z.enum(SEVERITIES),
  /** Why it matters. */
  rationale: notEmpty,
  /** First steps of the person who is told. */
  response: z.array(notEmpty).min(1, "name at least one step"),
  /** How long it takes from the call to the message, in words. */
  latency: notEmpty,
  /**
   * Where the requirement is written down.
   * @default none
   */
  references: z
    .array(
      z.strictObject({
        /** The document. */
        source: notEmpty,
        /** The place in it. */
        control: notEmpty,
      }),
    )
    .default([]),
  /** How it is noticed. */
  path,
  /** Events on which it must fire: the proof, judged whenever the configuration is read. */
  fires: z.array(event).min(1, "hold at least one event: a detection without proof is a hope"),
  /** Near misses on which it must stay quiet. */
  ignores: z.array(event).min(1, "hold at least one near miss: what looks alike and is harmless"),
});

const override = z.strictObject({
  /**
   * Another severity, and so another topic.
   * @default the catalogue's
   */
  severity: z.enum(SEVERITIES).optional(),
  /**
   * Matching events in five minutes that raise the alarm. For detections on the trail only: a rule tells of each event.
   * @default 1
   */
  threshold: z.int("be a whole number").min(1, "be at least 1").optional(),
});

export const detectionTuning = z.strictObject({
  /**
   * What is changed about a detection, by its id.
   * @default nothing
   */
  overrides: z.record(id, override).default({}),
  /**
   * ARNs of roles, such as a pipeline's, whose sessions the sets central-root and your own detections leave out. Never
   * left out of the filters that scanners compare, nor of what would blind us. Risk: whoever gets such a role is not
   * seen there; `exempt-identity-changed` tells who changes it.
   * @default none
   */
  automationRoles: uniqueList(roleArn).default([]),
  /**
   * Detections of your own, of the same form as the catalogue's and with the same proof.
   * @default none
   */
  own: z.array(own).default([]),
});
