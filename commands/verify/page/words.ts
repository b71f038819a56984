import type { CoveredAccount } from "../../../evidence/coverage";
import { WORDS } from "../text";
import { html, type Html } from "./html";

const SIGNS = { "in-force": "✓", gap: "✗", "not-read": "?", "not-applicable": "–", "not-bound": "–" } as const;

/** A verdict: a sign and a word, in its colour. */
export const word = (verdict: CoveredAccount["verdict"]): Html =>
  html`<span class="word ${verdict}"
    >${SIGNS[verdict]} ${verdict === "not-bound" ? "not bound" : WORDS[verdict]}</span
  >`;

/** A time as people read it, to the minute and in UTC. */
export const time = (at: string): Html => html`<time datetime="${at}">${at.slice(0, 16).replace("T", " ")}</time>`;
