import { identity, type Verdict } from "./item";
import type { Report } from "./report";

/** A thing that is judged otherwise than before. */
export interface Difference {
  readonly control: string;
  readonly of: string;
  /** Undefined: it was not looked at then. */
  readonly was?: Verdict;
  /** Undefined: it is not looked at any more. */
  readonly is?: Verdict;
}

const verdicts = ({
  controls,
}: Report): ReadonlyMap<string, Required<Pick<Difference, "control" | "of">> & { verdict: Verdict }> =>
  new Map(
    controls.flatMap(({ id, items }) =>
      items.map(({ of, verdict }) => [JSON.stringify([id, identity(of)]), { control: id, of, verdict }] as const),
    ),
  );

/** What is judged otherwise in the later report: by control and thing, whatever the words of the evidence are. */
export function differences(earlier: Report, later: Report): readonly Difference[] {
  const [before, after] = [verdicts(earlier), verdicts(later)];
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const found = is ?? was;
    if (found === undefined || was?.verdict === is?.verdict) return [];
    return [{ control: found.control, of: found.of, was: was?.verdict, is: is?.verdict }];
  });
}
