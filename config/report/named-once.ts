import type { z } from "zod";

/**
 * A check of a list in a file: each thing in it is named once. Of two that bear one name, whoever reads the list by names
 * would believe the later one.
 */
export const namedOnce =
  <Field extends string>(field: Field) =>
  (all: readonly Readonly<Record<Field, string>>[], { addIssue }: Pick<z.RefinementCtx, "addIssue">): void => {
    const names = new Set<string>();
    for (const [index, { [field]: name }] of all.entries()) {
      if (names.has(name)) addIssue({ code: "custom", message: "be named once", path: [index, field], input: name });
      names.add(name);
    }
  };
