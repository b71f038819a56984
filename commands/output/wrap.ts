/** Lines of at most this many characters, as long as no word is longer. A word is never cut. */
export function wrapWords(words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** The same for a text, whose words stand between blanks. */
export const wrapText = (text: string, width: number): readonly string[] => wrapWords(text.split(" "), width);
