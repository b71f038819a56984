import { CALLS } from "../../model/calls";
import { GUARD } from "../../model/guards";
import { READ } from "../../model/read-only";
import { blocksOf, canonical, isNothing, type Change, type Thing, type Values } from "../../model/thing";
import type { Found, ReviewRule } from "../rule";
import { nameOf, placeOf } from "../words";

const runs = (guard: Thing | undefined): Values => (guard?.values["runs"] as Values | undefined) ?? {};

/** `provisioner`, and of which kind as far as its form says it. */
function kindOf(key: string, value: unknown): string {
  const blocks = blocksOf(value);
  const kinds = key === "provisioner" ? blocks.flatMap((block) => Object.keys(block)) : [];
  return kinds.length === 0 ? `\`${key}\`` : `\`${key}\` of ${kinds.map((kind) => `\`${kind}\``).join(", ")}`;
}

/** What is read anew, or otherwise than before: a plan reads it, before anybody has reviewed that plan. */
const reads = ({ type, action, after }: Change): readonly Found[] =>
  type !== READ || action === "nothing" || after === undefined
    ? []
    : [
        {
          place: placeOf(after),
          exactly: after.values["body"],
          words: `\`${after.label}\` (${String(after.values["of"])}) is read by every plan, with its credentials: whether that only looks could not be decided`,
        },
      ];

/** A function that a problem names. */
const FUNCTION = /, not ([\w-]+\(\))$/;

const problemsOf = (thing: Thing | undefined): readonly string[] =>
  (thing?.values["problems"] as readonly string[] | undefined) ?? [];

/** Expressions that do what no stack of ours does: what `file()` reads of the machine stands in a tag afterwards. */
function calls({ before, after }: Change): readonly Found[] {
  const fresh = problemsOf(after).filter((problem) => !problemsOf(before).includes(problem));
  if (after === undefined || fresh.length === 0) return [];
  const what = fresh.map((problem) => {
    const [, name] = FUNCTION.exec(problem) ?? [];
    return name === undefined ? `must ${problem}` : `calls \`${name}\``;
  });
  return [
    {
      place: placeOf(after),
      exactly: fresh,
      words: `an expression of \`${after.label}\` ${what.join(", ")}: whether it reads the machine or hides a value could not be decided`,
    },
  ];
}

/** What runs with a resource. What an apply runs has its credentials, and no plan and no policy judges it. */
export const pipelineCode: ReviewRule = {
  id: "pipeline-code",
  severity: "high",
  fires:
    "a resource comes with code that Terraform runs, or with a connection to a machine, or has another; or a data source comes, or is another, that is not known to look only; or an expression calls what no stack calls",
  matters: "it runs in the pipeline with its credentials, and no plan shows what it does",
  find: ({ changes }) =>
    changes.flatMap((change) => {
      const { type, before, after } = change;
      if (type === CALLS) return calls(change);
      if (type !== GUARD || after === undefined) return reads(change);
      const [was, is] = [runs(before), runs(after)];
      return Object.entries(is)
        .filter(([key, value]) => !isNothing(value) && canonical(value) !== canonical(was[key]))
        .map(([key, value]) => ({
          place: placeOf(after),
          words: `\`${nameOf(after)}\` (${String(after.values["of"])}) runs code where it is applied: ${kindOf(key, value)}`,
        }));
    }),
};
