import type { CoveredAccount } from "../../../evidence/coverage";
import type { Tone } from "../../output/page/document";
import { html, type Html } from "../../output/page/html";
import { toned } from "../../output/page/toned";
import { WORDS } from "../text";

type Verdict = CoveredAccount["verdict"];

const SIGNS: Readonly<Record<Verdict, string>> = {
  "in-force": "✓",
  gap: "✗",
  "not-read": "?",
  "not-applicable": "–",
  "not-bound": "–",
};

/** How each verdict is meant. */
export const TONES: Readonly<Record<Verdict, Tone>> = {
  "in-force": "good",
  gap: "bad",
  "not-read": "open",
  "not-applicable": "plain",
  "not-bound": "plain",
};

/** A verdict: a sign and a word, in its colour. */
export const word = (verdict: Verdict): Html =>
  toned(TONES[verdict], `${SIGNS[verdict]} ${verdict === "not-bound" ? "not bound" : WORDS[verdict]}`);

/** A time as people read it, to the minute and in UTC. */
export const time = (at: string): Html => html`<time datetime="${at}">${at.slice(0, 16).replace("T", " ")}</time>`;
