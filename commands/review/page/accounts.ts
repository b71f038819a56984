import { grouped, type Node } from "../../../review";
import { html, Html } from "../../output/page/html";
import { toned } from "../../output/page/toned";
import { NOTHING, type Marks } from "./marks";
import { named } from "./words";

/** How many accounts of which the same is said are listed without being folded. */
const MOST_SHOWN = 12;

const OPEN = new Html("open");

const quietly = (text: string | undefined): Html | undefined =>
  text === undefined || text === "" ? undefined : html` <span class="quiet">· ${text}</span>`;

/** What is said of a place. */
export const said = ({ marks, quiet }: Marks): Html =>
  html`${marks.map(({ tone, says }) => html` ${toned(tone, says)}`)}${quietly(quiet)}`;

/** A place by its name and, where that says more, its id. */
export const called = ({ name, shownId }: Node): Html => html`${named(name)}${quietly(shownId)}`;

/** Accounts of which the same is said; those that lose something stay unfolded, on paper as well. */
function together(accounts: readonly Node[], marks: Marks): Html {
  const isOpen = accounts.length <= MOST_SHOWN || marks.marks.some(({ tone }) => tone === "bad" || tone === "open");
  return html`<li>
    <details ${isOpen ? OPEN : undefined}>
      <summary>${accounts.length} accounts${said(marks)}</summary>
      <ul class="names">
        ${accounts.map((each) => html`<li>${called(each)}</li> `)}
      </ul>
    </details>
  </li> `;
}

/** Accounts that lie in one place, those of which the same is said together. */
export function accountsOf<T extends Node>(accounts: readonly T[], marksOf: (account: T) => Marks): readonly Html[] {
  const marked = accounts.map((account) => ({ account, marks: marksOf(account) }));
  const groups = grouped(marked, ({ marks }) => JSON.stringify(marks));
  return [...groups.values()].map((alike) => {
    const [one, ...others] = alike;
    if (one !== undefined && others.length === 0) return html`<li>${called(one.account)}${said(one.marks)}</li> `;
    return together(
      alike.map(({ account }) => account),
      one?.marks ?? NOTHING,
    );
  });
}
