import type { Answer } from ".";

/** What CloudTrail's event history is asked for: it takes one attribute at a time. */
const attributesOf = ({ acts }: Pick<Answer, "acts">): readonly (readonly [string, readonly string[]])[] => {
  const names = acts.flatMap(({ calls }) => calls.flatMap(({ eventNames }) => eventNames));
  const sources = acts.flatMap(({ unnamed }) => unnamed);
  return [
    ["EventName", [...new Set(names)]],
    ["EventSource", [...new Set(sources)]],
  ];
};

/** Stands for a Region that the plan does not say. */
const ANY_REGION = "REGION";

const MOST_ON_A_LINE = 56;

/** The head of a loop, continued on further lines where its words are many. */
function loop(variable: string, words: readonly string[]): readonly string[] {
  const lines = [`for ${variable} in`];
  for (const word of words) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length > MOST_ON_A_LINE) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line} \\` : `${line}; do`));
}

/** The shell commands that name the callers: a loop over the names of calls, and over the Regions where they are several. */
export function lookUpLines(answer: Pick<Answer, "acts" | "regions">): readonly string[] {
  const [first = ANY_REGION, ...others] = answer.regions;
  const isOne = others.length === 0;
  return attributesOf(answer)
    .filter(([, values]) => values.length > 0)
    .flatMap(([key, values]) => [
      ...(isOne ? [] : loop("region", answer.regions)),
      ...loop("call", values),
      `aws cloudtrail lookup-events --region ${isOne ? first : "$region"} \\`,
      `  --lookup-attributes AttributeKey=${key},AttributeValue=$call`,
      isOne ? "done" : "done; done",
    ]);
}
