import type { DriftedResource } from "../../terraform/planning/drift";
import type { Answer, StackDrift } from "./who";
import { whoSentences } from "./who/lines";
import { lookUpLines } from "./who/look-up";

/** Without the values of the state, and without what is sensitive of what differs. */
const resource = ({ address, type, place, isGone, attributes }: DriftedResource) => ({
  address,
  type,
  account: place.account ?? null,
  region: place.region ?? null,
  isGone,
  attributes: attributes.map(({ was, is, ...each }) => (each.isSensitive ? each : { ...each, was, is })),
});

const answer = ({ account, part, regions, acts, suspects }: Answer) => ({
  account: account ?? null,
  part: part ?? null,
  regions,
  acts,
  suspects: suspects ?? null,
  sentences: whoSentences(suspects),
  lookUp: lookUpLines({ acts, regions }).join("\n"),
});

/** The answer for machines: what drifted, and who can have done it. */
export const asJson = (drifts: readonly StackDrift[], who: readonly Answer[]) => ({
  stacks: drifts.map(({ stack, drifted, pending, seen }) => ({
    stack,
    drifted: drifted.map(resource),
    pending,
    seen: seen.map(resource),
  })),
  who: who.map(answer),
});
