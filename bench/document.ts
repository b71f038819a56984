import { cpus, loadavg, totalmem, type } from "node:os";
import { gigabytes, type Topic, topicText } from "./report";

const opening = (id: string): string => `<!-- bench: ${id} -->`;
const CLOSING = "<!-- end of bench -->";

/** The document with the section of each topic replaced. What stands around the sections is written by hand. */
export const withTopics = (document: string, topics: readonly Topic[], machine: string): string =>
  topics.reduce((text, topic) => withTopic(text, topic, machine), document);

function withTopic(document: string, topic: Topic, machine: string): string {
  const start = document.indexOf(opening(topic.id));
  const end = document.indexOf(CLOSING, start);
  if (start < 0 || end < 0)
    throw new Error(`docs/performance.md must have a section between ${opening(topic.id)} and ${CLOSING}, got none`);
  const section = [opening(topic.id), topicText(topic), machine, ""].join("\n\n");
  return document.slice(0, start) + section + document.slice(end);
}

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
