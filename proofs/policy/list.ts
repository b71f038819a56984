/** A table of names, written as words on lines. */
export const list = (words: string): readonly string[] => words.trim().split(/\s+/);
