import type { Picture, PicturedGuardrail } from "../../../review";
import { plural } from "../../output/plural";
import { html, type Html } from "../../output/page/html";
import { table } from "../../output/page/table";
import { toned } from "../../output/page/toned";
import { named, prose, REACHES } from "./words";

const isAccount = (id: string): boolean => /^\d{12}$/.test(id);

/** How many accounts, and how many targets whose accounts nobody knows. */
function counted(places: PicturedGuardrail["places"]): string {
  const accounts = places.filter(({ id }) => isAccount(id)).length;
  const targets = places.length - accounts;
  const parts = [
    ...(accounts > 0 ? [plural(accounts, "account")] : []),
    ...(targets > 0 ? [plural(targets, "target")] : []),
  ];
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

const WORDS = {
  lost: "✗ no longer covers",
  weaker: "✗ denies less on",
  undecided: "? not decided on",
  replaced: "– leaves, and others deny the same on",
  stronger: "✓ denies more on",
  gained: "✓ now covers",
  kept: "",
} as const;

/** What changes, the worst first. */
function changes({ where }: PicturedGuardrail): Html {
  const said = REACHES.flatMap(([reach, tone]) => {
    const places = where[reach];
    return places === undefined ? [] : [html`<p>${toned(tone, WORDS[reach])} ${prose(places)}</p>`];
  });
  return said.length === 0 ? html`nothing` : html`${said}`;
}

/** How bad the worst is that becomes of a guardrail: the lower, the worse. */
const worst = ({ where }: PicturedGuardrail): number => {
  const found = REACHES.findIndex(([reach]) => where[reach] !== undefined);
  return found === -1 ? REACHES.length : found;
};

/** Each guardrail with what it covers before and after; where protection goes away comes first. */
export function guardrails({ guardrails: all, open }: Picture): Html {
  const rows = all
    .toSorted((a, b) => worst(a) - worst(b))
    .map((each): readonly [Html, ...Html[]] => [
      html`${named(each.name)}${each.isOfResources ? html` <span class="quiet">(of resources)</span>` : undefined}`,
      changes(each),
      html`${counted(each.places.filter(({ was }) => was))}`,
      html`${counted(each.places.filter(({ is }) => is))}`,
    ]);
  const heads = [
    ["Guardrail", "thing"],
    ["What changes", ""],
    ["Before", "count"],
    ["After", "count"],
  ] as const;
  return html`<h2>Guardrails</h2>
    ${
      rows.length === 0
        ? html`<p>No policy that denies anything is attached where this review could see it.</p>`
        : table("What each policy that denies something covers, before and after", heads, rows)
    }
    ${
      open.length === 0
        ? undefined
        : html`<p>${toned("open", "? not known")} What these attach, or where, is known only after the apply:</p>
            <ul>
              ${open.map((address) => html`<li><code>${address}</code></li>`)}
            </ul>`
    }`;
}
