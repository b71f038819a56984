import type { Coverage, CoveredAccount } from "../../../evidence/coverage";
import { html, type Html } from "../../output/page/html";
import { word } from "./words";

const account = ({ id, name, status, verdict }: CoveredAccount): Html =>
  html`<li>${word(verdict)} ${name} <span class="quiet">${id}${status === "ACTIVE" ? "" : `, ${status}`}</span></li>`;

/** What lies in a unit, or in the root: accounts first, then units. */
function inside(coverage: Coverage, parent: string): Html {
  const accounts = coverage.accounts.filter(({ unit }) => unit === parent).map(account);
  const units = coverage.units
    .filter((unit) => unit.parent === parent)
    .map(
      ({ id, name }) => html`<li><strong>${name}</strong> <span class="quiet">${id}</span>${inside(coverage, id)}</li>`,
    );
  return accounts.length + units.length === 0
    ? html``
    : html`<ul>
        ${[...accounts, ...units]}
      </ul>`;
}

/** The organization as a tree: each account with a word and a colour of its coverage. */
export function tree(coverage: Coverage | undefined): Html {
  if (coverage === undefined) return html`<p>${word("not-read")} Units and accounts were not read.</p>`;
  const members = coverage.accounts.filter(({ verdict }) => verdict !== "not-bound");
  const covered = members.filter(({ verdict }) => verdict === "in-force");
  return html`<p>
      The root users of ${covered.length} of ${members.length} member accounts are denied everything. No policy binds
      the management account.
    </p>
    <ul class="tree">
      <li><strong>Root</strong> <span class="quiet">${coverage.root}</span>${inside(coverage, coverage.root)}</li>
    </ul>`;
}
