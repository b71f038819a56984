import { grouped, type Node, type Picture } from "../../../review";
import { html, type Html } from "../../output/page/html";
import { accountsOf, called, said } from "./accounts";
import { Marked, type Marks } from "./marks";

const KNOWN: Readonly<Record<Picture["knowledge"], string>> = {
  live: "Units and accounts as they were when the plans were made. No policy binds the management account.",
  plans:
    "Nobody read the organization: units and accounts are those that the plans asked for. In which unit an account lies is not known, so guardrails are judged on their targets.",
  targets:
    "Nobody asked AWS: units and accounts are those that the configuration names as targets. What else the organization holds, and which accounts lie in a unit, is not known.",
};

type Account = Picture["accounts"][number];

const UNBOUND: Marks = { marks: [{ tone: "plain", says: "– not bound: management account" }], quiet: "" };

const joined = (one: Marks, other: Marks): Marks => ({
  marks: [...one.marks, ...other.marks],
  quiet: [one.quiet, other.quiet].filter((part) => part !== "").join(" · "),
});

const by = <T extends Node>(nodes: readonly T[]): ReadonlyMap<string | undefined, readonly T[]> =>
  grouped(nodes, ({ parent }) => parent);

/** Draws units and accounts, and remembers which of them it drew. */
class Tree {
  private readonly units: ReadonlyMap<string | undefined, readonly Node[]>;
  private readonly accounts: ReadonlyMap<string | undefined, readonly Account[]>;
  private readonly marked: Marked;
  private readonly drawn = new Set<string>();

  constructor(private readonly picture: Picture) {
    this.units = by(picture.units);
    this.accounts = by(picture.accounts);
    this.marked = new Marked(picture.guardrails);
  }

  private marksOf({ id }: Pick<Node, "id">): Marks {
    return this.marked.isPlace(id) ? joined(this.marked.at(id), this.marked.of(id)) : this.marked.of(id);
  }

  private listed(accounts: readonly Account[]): readonly Html[] {
    accounts.forEach(({ id }) => this.drawn.add(id));
    return accountsOf(accounts, (account) => (account.isManagement ? UNBOUND : this.marksOf(account)));
  }

  /** A unit with everything below it; nothing where it was drawn: what lies in itself is no tree. */
  private unit(node: Node): Html | undefined {
    if (this.drawn.has(node.id)) return undefined;
    this.drawn.add(node.id);
    const inside = [
      ...this.listed(this.accounts.get(node.id) ?? []),
      ...(this.units.get(node.id) ?? []).map((each) => this.unit(each)),
    ];
    return html`<li>
      <strong>${called(node)}</strong>${said(this.marksOf(node))}${
        inside.length === 0
          ? undefined
          : html`<ul>
              ${inside}
            </ul>`
      }
    </li> `;
  }

  /** The root with everything below it. */
  private fromRoot(): Html | undefined {
    const root = this.picture.units.find(({ id }) => id === this.picture.root);
    return root === undefined
      ? undefined
      : html`<ul class="tree">
          ${this.unit(root)}
        </ul>`;
  }

  /** Whatever hangs nowhere: units and accounts whose parent is not known, and targets of which nothing else is. */
  private elsewhere(): Html | undefined {
    const { units, accounts, strangers } = this.picture;
    const known = new Set([...units, ...accounts].map(({ id }) => id));
    const tops = units.filter(({ parent }) => parent === undefined || !known.has(parent));
    // After those that begin something come those that go round in circles.
    const left = [...tops, ...units, ...strangers].flatMap((each) => this.unit(each) ?? []);
    const lying = this.listed(accounts.filter(({ id }) => !this.drawn.has(id)));
    return left.length + lying.length === 0
      ? undefined
      : html`<h3>Where these lie is not known</h3>
          <ul class="tree">
            ${[...left, ...lying]}
          </ul>`;
  }

  draw(): Html {
    const [tree, elsewhere] = [this.fromRoot(), this.elsewhere()];
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The organization as a tree">
      ${tree ?? html`<p>No tree: the root is not known.</p>`}${elsewhere}
    </div>`;
  }
}

/** The organization as a tree: what is attached where, and what each account gains and loses. */
export const tree = (picture: Picture): Html =>
  html`<h2>The organization</h2>
    <p>${KNOWN[picture.knowledge]}</p>
    ${new Tree(picture).draw()}`;
