import type { Difference } from "../../../evidence/differences";
import type { ControlReport, Report } from "../../../evidence/report";
import { differenceText, inForceOf } from "../text";
import { commandLine } from "../../output/in-shell";
import { html, type Html } from "../../output/page/html";
import { table } from "../../output/page/table";
import { time, word } from "./words";

/** Every control in a line, with a link to its evidence. */
export const overview = ({ controls }: Report): Html =>
  table(
    "Every control, in the order of the AWS security checklist for root users",
    [
      ["Control", ""],
      ["Checklist", "short"],
      ["Verdict", "short"],
      ["In force", "short"],
    ],
    controls.map((control) => [
      html`<a href="#${control.id}">${control.title}</a>`,
      html`row ${control.checklist}`,
      word(control.verdict),
      html`${inForceOf(control)}`,
    ]),
  );

/** Everything that is not in force, with what mends it. */
export function gaps({ controls }: Report): Html {
  const rows = controls.flatMap(({ id, items }) =>
    items
      .filter(({ verdict }) => verdict !== "in-force" && verdict !== "not-applicable")
      .map(({ of, says, verdict, mend = "", run = [] }): readonly [Html, ...Html[]] => [
        html`<a href="#${id}">${of}</a>`,
        word(verdict),
        html`${says}`,
        html`${mend === "" ? html`` : html`<p>${mend}</p>`}${run.map((words) => html`<pre>${commandLine(words)}</pre>`)}`,
      ]),
  );
  if (rows.length === 0) return html`<p>None.</p>`;
  const heads = [
    ["What", "thing"],
    ["Verdict", "short"],
    ["Evidence", ""],
    ["What mends it", "mend"],
  ] as const;
  return table("Everything that is not in force", heads, rows);
}

/** What is judged otherwise than in the earlier report. */
export function changes(changed: readonly Difference[] | undefined): Html {
  if (changed === undefined) return html`<p>No earlier report was given.</p>`;
  if (changed.length === 0) return html`<p>Nothing is judged otherwise.</p>`;
  return table(
    "What is judged otherwise than in the earlier report",
    [
      ["What", "thing"],
      ["Control", ""],
      ["Change", ""],
    ],
    changed.map((each) => [
      html`${each.of}`,
      html`<a href="#${each.control}">${each.control}</a>`,
      html`${differenceText(each)}`,
    ]),
  );
}

/** A control with its evidence. */
export function evidence({ id, title, matters, verdict, references, items }: ControlReport): Html {
  const heads = [
    ["What", "thing"],
    ["Verdict", "short"],
    ["Evidence", ""],
    ["Read (UTC)", "time"],
  ] as const;
  const rows = items.map((item): readonly [Html, ...Html[]] => [
    html`${item.of}`,
    word(item.verdict),
    html`${item.says}`,
    time(item.at),
  ]);
  return html`<h3 id="${id}">${title}</h3>
    <p>${word(verdict)} ${matters}</p>
    <p class="quiet">${references.map(({ source, control }) => `${source}: ${control}`).join("; ")}</p>
    ${table(`Evidence of ${id}`, heads, rows)}`;
}
