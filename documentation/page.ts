/** A generated document. */
export interface Page {
  /** Where it lies, seen from the project's folder. */
  readonly path: string;
  /** What it says. */
  readonly text: () => string;
}

/** First line of a page that is written as a whole. */
export const GENERATED = "<!-- Written by `npm run generate`. Change the catalogue or the schema instead. -->";

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
