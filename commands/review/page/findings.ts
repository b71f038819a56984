import { EXPIRED, otherInWords, REVIEW_SEVERITIES, type ExplainedFinding, type ReviewJson } from "../../../review";
import { html, type Html } from "../../output/page/html";
import { toned } from "../../output/page/toned";
import { prose, sentence, SEVERITY_TONES } from "./words";

const diffOf = (diff: readonly string[]): Html =>
  html`<details>
    <summary>What changes in the text</summary>
    ${html`<pre>${diff.join("\n")}</pre>`}
  </details>`;

/** What an entry names that accepts the finding. One that has ended is renewed, not accepted. */
const printOf = ({ rule, fingerprint }: ExplainedFinding): Html | undefined =>
  rule === EXPIRED ? undefined : html`, fingerprint <code>${fingerprint}</code>`;

const finding = (found: ExplainedFinding): Html => {
  const { severity, words, rule, place, fires, matters, details = [], diff = [] } = found;
  return html`<li>
    ${toned(SEVERITY_TONES[severity], severity)} <strong>${sentence(words)}</strong>
    ${details.map((detail) => html`<p>${sentence(detail)}</p>`)}
    <p class="quiet">${sentence(fires)} ${sentence(matters)}</p>
    <p class="quiet"><code>${rule}</code> at <code>${place}</code>${printOf(found)}</p>
    ${diff.length === 0 ? undefined : diffOf(diff)}
  </li> `;
};

const section = (heading: string, lines: readonly Html[]): Html | undefined =>
  lines.length === 0
    ? undefined
    : html`<h3>${heading}</h3>
        <ul>
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`;

/** What was found, the most serious first; then what somebody answers for, and what does no harm. */
export const findings = ({ findings: open, accepted, acceptedAndNotFound, harmless, notCompared }: ReviewJson): Html =>
  html`<h2>Findings</h2>
    ${open.length === 0 ? html`<p>None.</p>` : undefined}
    <ol class="findings">
      ${REVIEW_SEVERITIES.flatMap((severity) => open.filter((each) => each.severity === severity)).map(finding)}
    </ol>
    ${section(
      "Accepted",
      accepted.map(
        ({ words, reason, author, until, rule, place }) =>
          html`${sentence(words)} Accepted: ${prose(reason)} (${author}, until ${until}).
            <span class="quiet"><code>${rule}</code> at <code>${place}</code></span>`,
      ),
    )}
    ${section(
      "Accepted, and not found",
      acceptedAndNotFound.map(
        (risk) =>
          html`<code>${risk.rule}</code> at <code>${risk.place}</code>, until ${risk.until}${otherInWords(risk)}`,
      ),
    )}
    ${section("Not compared", notCompared.map(sentence))} ${section("Harmless", harmless.map(sentence))}`;
