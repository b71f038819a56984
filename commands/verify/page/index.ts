import type { Difference } from "../../../evidence/differences";
import type { Report } from "../../../evidence/report";
import { document } from "../../output/page/document";
import { html } from "../../output/page/html";
import { verdictText } from "../text";
import { changes, evidence, gaps, overview } from "./tables";
import { tree } from "./tree";
import { time, TONES } from "./words";

/** The evidence as one page: verdict first, then what is wrong and how it is mended, then everything looked at. */
export const page = (report: Report, changed: readonly Difference[] | undefined): string =>
  document({
    title: `Protection of root users: ${report.organization}, ${report.at.slice(0, 10)}`,
    heading: "Protection of root users",
    of: html`Organization ${report.organization}, management account ${report.managementAccount}, judged
    ${time(report.at)} UTC`,
    verdict: { says: verdictText(report), tone: TONES[report.verdict] },
    body: [
      overview(report),
      html`<h2>Gaps, and what mends them</h2>
        ${gaps(report)}
        <h2>Since the earlier report</h2>
        ${changes(changed)}
        <h2>The organization</h2>
        ${tree(report.coverage)}
        <h2>Evidence</h2>
        ${report.controls.map(evidence)}`,
    ],
  });
