/** A text with a capital letter at the start. */
export const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

/** A text as a sentence of its own. */
export const sentence = (text: string): string => `${capital(text)}.`;
