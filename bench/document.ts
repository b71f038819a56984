import { cpus, loadavg, totalmem, type } from "node:os";
import { withMarked } from "../documentation/marked";
import { gigabytes, topicText, type Topic } from "./report";

const CLOSING = "<!-- end of bench -->";

/** The document with the section of each topic replaced. What stands around the sections is written by hand. */
export const withTopics = (document: string, topics: readonly Topic[], machine: string): string =>
  topics.reduce(
    (text, topic) =>
      withMarked(
        text,
        { where: "docs/performance.md", opening: `<!-- bench: ${topic.id} -->`, closing: CLOSING },
        `\n\n${topicText(topic)}\n\n${machine}\n\n`,
      ),
    document,
  );

/** One sentence that says where and when the figures were measured. */
export function machineSentence(versions: readonly string[], today: Date): string {
  const processors = cpus();
  const model = processors[0]?.model.replace(/\s+/g, " ").trim() ?? "";
  const parts = [
    `${processors.length} cores${model === "" ? "" : ` (${model})`}`,
    `${gigabytes(totalmem())} of memory`,
    type(),
    `Node ${process.version}`,
    ...versions,
    `load average ${(loadavg()[0] ?? 0).toFixed(1)}`,
  ];
  return `Measured on ${today.toISOString().slice(0, 10)}: ${parts.join(", ")}.`;
}
