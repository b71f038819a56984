import { sentence as plainSentence, type Reach, type ReviewSeverity } from "../../../review";
import type { Tone } from "../../output/page/document";
import { html, type Html } from "../../output/page/html";

/** How serious each severity looks. */
export const SEVERITY_TONES: Readonly<Record<ReviewSeverity, Tone>> = {
  critical: "bad",
  high: "bad",
  medium: "open",
  low: "plain",
};

/** How each reach is meant, and how it is said of a guardrail. The worst first; what stays is not said. */
export const REACHES: readonly (readonly [Reach, Tone, (guardrail: string) => string])[] = [
  ["lost", "bad", (name) => `✗ loses ${name}`],
  ["weaker", "bad", (name) => `✗ ${name} denies less`],
  ["undecided", "open", (name) => `? ${name}: not decided`],
  ["replaced", "plain", (name) => `– ${name} leaves, others deny the same`],
  ["stronger", "good", (name) => `✓ ${name} denies more`],
  ["gained", "good", (name) => `✓ gains ${name}`],
];

/** Text whose names stand between ticks. An odd tick opens nothing. */
export function prose(text: string): Html {
  const parts = text.split("`");
  if (parts.length % 2 === 0) return html`${text}`;
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;
}

export const sentence = (text: string): Html => prose(plainSentence(text));

/** Names are what others write: one that turns the direction of its text turns nothing beside it. */
export const named = (name: string): Html => html`<bdi>${name}</bdi>`;
