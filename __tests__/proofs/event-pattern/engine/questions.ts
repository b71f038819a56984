import fc from "fast-check";
import { DETECTION_PROOF_SETTINGS } from "../../../../catalogue/detection";
import { DETECTIONS } from "../../../../catalogue/detections";
import { apiCallEnvelope } from "../../../../catalogue/detections/sample-events";
import { preparedPath, preparedTwin } from "../../../../catalogue/alerts/prepare";
import { CONFIGURATIONS } from "../../../support/examples";
import { jsonTexts } from "../../../support/policies";
import { synth } from "../../../support/synth";
import { received } from "../../../support/template";
import * as tame from "../arbitraries";
import * as any from "./arbitraries";
import { type Asked, asked, EVENTS_EACH, narrow } from "./narrow";

/** What the engine is asked. The same seed always gives the same questions. */
export const SEED = 20261125;
const RANDOM_PAIRS = 85_000;

const single = asked(
  any.entries.map((a) => ({ detail: { a } })),
  any.value.map((a) => ({ detail: { a } })),
);
const element = fc.dictionary(fc.constantFrom("x", "y", "z"), tame.value, { maxKeys: 2 });
const inArrays = asked(
  fc.record({ x: any.entries, y: any.entries }).map((detail) => ({ detail })),
  fc.array(element, { maxLength: 4 }).map((detail) => ({ detail })),
);
const moto = asked(tame.pattern, tame.event);

/** The generator of the comparison with moto, the same in single fields, and what moto cannot judge. */
export const randomQuestions = (): readonly Asked[] =>
  fc.sample(
    fc.oneof(
      { weight: 4, arbitrary: single },
      { weight: 2, arbitrary: asked(any.pattern, any.event) },
      { weight: 2, arbitrary: inArrays },
      { weight: 3, arbitrary: moto },
      { weight: 9, arbitrary: narrow },
    ),
    { numRuns: RANDOM_PAIRS / EVENTS_EACH, seed: SEED },
  );

const isKnown = (text: string): boolean => /^[\0-\u058f\u1e00-\u1eff]+$/.test(text);

/** The letters whose case does not depend on a version of Unicode, each with what may be taken for it. */
export const letterQuestions = (): readonly Asked[] =>
  Array.from({ length: 0x1f00 }, (_none, code) => String.fromCharCode(code))
    .filter(isKnown)
    .map((letter) => ({
      pattern: { a: [{ "equals-ignore-case": letter }] },
      events: [letter, letter.toLowerCase(), letter.toUpperCase(), letter.toUpperCase().toLowerCase(), "x"].map(
        (form) => ({ a: isKnown(form) ? form : letter }),
      ),
    }));

/** Every event pattern that we ship, as Terraform receives it in the examples, on every event of every proof. */
export function shippedQuestions(): readonly Asked[] {
  const written = CONFIGURATIONS.flatMap(([, config]) => Object.values(synth(config).stacks).flatMap(jsonTexts))
    .filter(({ argument }) => argument === "event_pattern")
    .map(({ text }) => received(text));
  const listed = DETECTIONS.flatMap(({ path }) => {
    const paths = [preparedPath(path, DETECTION_PROOF_SETTINGS, []), preparedTwin(path, DETECTION_PROOF_SETTINGS)];
    return paths.flatMap((each) =>
      each === undefined || each.kind === "metric" ? [] : [JSON.stringify(each.pattern)],
    );
  });
  // A record stands in the log group as it is, and on a bus in its envelope.
  const events = DETECTIONS.flatMap(({ path, fires, ignores }) =>
    path.kind === "metric"
      ? [...fires, ...ignores].flatMap((event) => [event, apiCallEnvelope(event)])
      : [...fires, ...ignores],
  );
  return [...new Set([...listed, ...written])].sort().map((pattern) => ({
    pattern: JSON.parse(pattern) as object,
    events,
  }));
}
