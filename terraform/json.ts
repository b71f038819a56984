/** An object of JSON, or none. */
export type Body = Readonly<Record<string, unknown>>;

export const isBody = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** An object of JSON as it is; anything else is an empty one. */
export const bodyOf = (value: unknown): Body => (isBody(value) ? value : {});

/** Providers that something in a stack uses, by the name under which it names them. The others are never started. */
export const providersIn = (stack: Body): ReadonlySet<string> =>
  new Set(
    [stack["resource"], stack["data"]]
      .flatMap((kind) => Object.values(bodyOf(kind)).flatMap((byName) => Object.values(bodyOf(byName))))
      .flatMap((body) => {
        const { provider } = bodyOf(body);
        return typeof provider === "string" ? [provider] : [];
      }),
  );
