import type { Difference } from "../../../evidence/differences";
import type { Report } from "../../../evidence/report";
import { verdictText } from "../text";
import { html } from "./html";
import { POLICY, STYLE_ELEMENT } from "./style";
import { changes, evidence, gaps, overview } from "./tables";
import { tree } from "./tree";
import { time } from "./words";

/**
 * The evidence as one page that loads nothing and runs nothing: verdict first, then what is wrong and how it is mended,
 * then everything that was looked at.
 */
export const page = (report: Report, changed: readonly Difference[] | undefined): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Protection of root users: ${report.organization}, ${report.at.slice(0, 10)}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#verdict">To the verdict</a>
        <header>
          <h1>Protection of root users</h1>
          <p>
            Organization ${report.organization}, management account ${report.managementAccount}, judged
            ${time(report.at)} UTC
          </p>
        </header>
        <main>
          <p id="verdict" class="banner ${report.verdict}" tabindex="-1">${verdictText(report)}</p>
          ${overview(report)}
          <h2>Gaps, and what mends them</h2>
          ${gaps(report)}
          <h2>Since the earlier report</h2>
          ${changes(changed)}
          <h2>The organization</h2>
          ${tree(report.coverage)}
          <h2>Evidence</h2>
          ${report.controls.map(evidence)}
        </main>
      </body>
    </html> `.text;
