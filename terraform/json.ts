/** An object of JSON, or none. */
export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** An object of JSON as it is; anything else is an empty one. */
export const bodyOf = (value: unknown): Body => (isBody(value) ? value : {});
