import { QUOTAS, type Quota } from "../catalogue/quotas";
import { markdownTable } from "./markdown-table";
import { GENERATED } from "./page";

const shown = (value: Quota["value"]): string =>
  typeof value === "number" ? value.toLocaleString("en-US") : value.join(", ");

/** docs/quotas.md, from the register. */
export const quotasPage = (): string => `${GENERATED}

# Quotas

What the baseline checks before AWS does, with the document that says so and the month in which it was read. The quotas
of service control policies can be overridden, where yours differ: \`guardrails.quotas\` in
[configuration.md](configuration.md#guardrails).

${markdownTable(
  ["what", "limit", "", "source", "read"],
  QUOTAS.map(({ name, value, unit, source, read }) => [name, shown(value), unit, source, read]),
)}
`;
