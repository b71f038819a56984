import type { Tone } from "./document";
import { html, type Html } from "./html";

/** A few words in a box of their colour. They begin with a sign: who sees no colours sees that. */
export const toned = (tone: Tone, words: string): Html => html`<span class="word ${tone}">${words}</span>`;
