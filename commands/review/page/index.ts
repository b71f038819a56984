import { acceptedInWords, countsInWords, NOTHING_WEAKENS, type Picture, type ReviewJson } from "../../../review";
import { document, type Tone } from "../../output/page/document";
import { html } from "../../output/page/html";
import { findings } from "./findings";
import { guardrails } from "./guardrails";
import { tree } from "./tree";
import { SEVERITY_TONES } from "./words";

/** What a page shows. */
interface Shown {
  readonly title: string;
  readonly json: ReviewJson;
  readonly picture: Picture;
  readonly today: Date;
}

function verdictOf({ findings: open, accepted }: ReviewJson): { readonly says: string; readonly tone: Tone } {
  const [tone = "good"] = (["bad", "open", "plain"] as const).filter((each) =>
    open.some(({ severity }) => SEVERITY_TONES[severity] === each),
  );
  const counts = countsInWords(open);
  return { says: `${counts === undefined ? NOTHING_WEAKENS : `Found: ${counts}`}${acceptedInWords(accepted)}`, tone };
}

/** The review as one page: the verdict, what was found, and where in the organization protection comes or goes. */
export function page({ title, json, picture, today }: Shown): string {
  const day = today.toISOString().slice(0, 10);
  return document({
    title: `${title}, ${day}`,
    heading: title,
    of: html`What the change does to the protection of the organization. Judged <time datetime="${day}">${day}</time>`,
    verdict: verdictOf(json),
    body: [findings(json), guardrails(picture), tree(picture)],
  });
}
