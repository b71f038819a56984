import { printable } from "../../config";
import { wrapText } from "./wrap";

/** Columns of a terminal that does not tell its own. */
const WIDTH = 80;

/** Lines of a text, whoever named what it tells of: a terminal acts on nothing in it. */
const lines = (text: string, width: number): readonly string[] => wrapText(printable(text), width);

/** Lines of a text behind so many blanks; the first may have a label there. */
export const indented = (text: string, blanks: number, label = ""): readonly string[] =>
  lines(text, WIDTH - blanks).map((row, index) => `${(index === 0 ? label : "").padEnd(blanks)}${row}`);

/** Lines of a text behind so many blanks, and two more below the first. */
export const hanging = (text: string, blanks = 0): readonly string[] =>
  lines(text, WIDTH - blanks - 2).map((row, index) => `${" ".repeat(index === 0 ? blanks : blanks + 2)}${row}`);
