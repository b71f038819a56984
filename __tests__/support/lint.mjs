// Lints snippets as if they stood in the given files: [{ file, code }] on standard input, the messages on output.
import { text } from "node:stream/consumers";
import { ESLint } from "eslint";

const eslint = new ESLint();
const answers = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`));
}
process.stdout.write(JSON.stringify(answers));
