import { topicText, type Topic } from "./topic";

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
