/** In quotes that no shell looks into. */
export const inShell = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A word of a command line, in quotes where a shell would look into it. */
export const wordInShell = (word: string): string => (/^[\w./:=@%+,-]+$/.test(word) ? word : inShell(word));

/** A command on one line, as a shell takes it. It is never wrapped: it is there to be copied. */
export const commandLine = (words: readonly string[]): string => words.map(wordInShell).join(" ");
