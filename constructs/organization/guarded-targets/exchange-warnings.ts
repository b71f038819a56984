import { quoted } from "../../policy-json";
import { shown, spellings, type Counted } from "./target-room";

/** What a `check` block asserts: where it fails, the plan warns and goes on. */
interface Assertion {
  readonly condition: string;
  readonly error_message: string;
}

/** Terraform expressions of how targets are spelled, and which of the spellings are ids of units. */
interface Spellings {
  readonly spelled: string;
  readonly listed: string;
  readonly unitIds: ReadonlySet<string>;
}

/** Spellings of which some are the id of a unit: another one, a path, may lead to the same unit. */
const isSpelledBothWays = (targets: readonly string[], unitIds: ReadonlySet<string>): boolean =>
  targets.some((text) => unitIds.has(text)) && !targets.every((text) => unitIds.has(text));

/** One target that a policy names twice, by path and by id: it is one attachment. Asked only where that can be. */
export function spelledTwice(
  policies: readonly { readonly name: string; readonly targets: readonly string[] }[],
  { spelled, listed, unitIds }: Spellings,
): readonly Assertion[] {
  return policies
    .filter(({ targets }) => isSpelledBothWays(targets, unitIds))
    .map(({ name }) => {
      const texts = `${listed}[${quoted(name)}]`;
      const twins = `[for other in ${texts} : other if ${spelled}[other] == ${spelled}[text]]`;
      const twice = `distinct([for text in ${texts} : join(" and ", ${twins}) if length(${twins}) > 1])`;
      return {
        condition: `\${length(${twice}) == 0}`,
        error_message: `each target of ${name} must be named once, got \${join("; ", ${twice})} for one target: it is attached there once, leave one of them out`,
      };
    });
}

const UNORDERED = "policies must not come and go in one deploy, since Terraform does not attach before it detaches";
const GAP = "for a moment, or until the next deploy where this one fails half-way,";

/** Policies that go while others come, and policies that go from one target to another. */
export function exchangeWarnings(counted: Counted): readonly Assertion[] {
  const { leaving, arriving } = counted;
  const both = `[for id, names in ${arriving} : id if length(names) > 0 && length(${leaving}[id]) > 0]`;
  const exchanged = `[for id in ${both} : format("%s for %s on %s", ${shown(counted, `${arriving}[id]`)}, ${shown(counted, `${leaving}[id]`)}, ${spellings(counted, "id")})]`;
  const moved = `[for name in distinct(flatten(values(${leaving}))) : name if contains(flatten(values(${arriving})), name)]`;
  return [
    {
      condition: `\${length(${both}) == 0}`,
      error_message: `${UNORDERED}, got \${join("; ", ${exchanged})}: ${GAP} neither holds. Two deploys do it: 1. this configuration and what goes beside it (of a pack: overlap = true); 2. this configuration. What only has a new name is renamed with previousName. See docs/runbooks/changes.md`,
    },
    {
      condition: `\${length(${moved}) == 0}`,
      error_message: `${UNORDERED}, got \${${shown(counted, moved)}} moved from one target to another: ${GAP} it holds on neither. Two deploys do it: 1. on both targets; 2. this configuration. See docs/runbooks/changes.md`,
    },
  ];
}
