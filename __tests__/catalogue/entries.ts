/** `deny-root-user` as a Sid: `DenyRootUser`. */
export const pascalCase = (id: string): string =>
  id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** One sentence or more, begun with a capital letter and ended with a full stop. */
export const SENTENCES = /^[A-Z].{4,}\.$/s;
