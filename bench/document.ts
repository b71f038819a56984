import { withMarked } from "../documentation/marked";
import { topicText, type Topic } from "./topic";

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
