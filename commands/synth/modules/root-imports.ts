import { isBody, listOf, type Body } from "../../../terraform/json";

/** An `import` block, which Terraform takes in a root module alone. */
export interface RootImport {
  /** Address in the module. */
  readonly to: string;
  /** Id of what is imported, or none where the module works it out. */
  readonly id: string | undefined;
}

/** Name of the local value and of the output that hold what the module works out. */
export const IMPORTS = "imports";

/** The output. */
export const IMPORTS_OUTPUT: Body = {
  [IMPORTS]: {
    description: "Ids of what is live and wanted, for the import blocks of the caller",
    value: `\${local.${IMPORTS}}`,
  },
};

/** The resource that an address is of, without the key. */
export const resourceIn = (to: string): string => to.replace(/\[.*$/, "");

const asText = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a stack imports, as its caller has to write it. */
export const rootImports = (blocks: unknown): readonly RootImport[] =>
  listOf(blocks ?? [])
    .filter(isBody)
    .map(({ to, id, for_each: forEach }) => ({ to: asText(to), id: forEach === undefined ? asText(id) : undefined }));

/** What is live and wanted, by the resource: keys are the instances, values their ids. */
export const workedOut = (blocks: unknown): Body =>
  Object.fromEntries(
    listOf(blocks ?? [])
      .filter(isBody)
      .filter(({ for_each: forEach }) => forEach !== undefined)
      .map(({ to, for_each: forEach }) => [resourceIn(asText(to)), forEach]),
  );
