import { z } from "zod";
import { VERDICTS } from "./item";
import type { Report } from "./report";

const verdict = z.enum(VERDICTS);

const item = z.strictObject({
  of: z.string(),
  verdict,
  says: z.string(),
  mend: z.string().optional(),
  run: z.array(z.array(z.string())).optional(),
  at: z.iso.datetime(),
});

const control = z.strictObject({
  ...{ id: z.string(), title: z.string(), matters: z.string(), checklist: z.int() },
  references: z.array(z.strictObject({ source: z.string(), control: z.string() })),
  verdict,
  items: z.array(item),
});

const account = z.strictObject({
  ...{ id: z.string(), name: z.string(), status: z.string(), unit: z.string() },
  verdict: z.enum([...verdict.options, "not-bound"]),
});

const coverage = z.strictObject({
  root: z.string(),
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), parent: z.string() })),
  accounts: z.array(account),
});

/** The only form of a report that is understood. One that a later release writes has another number. */
export const REPORT_FORM = z.strictObject({
  version: z.literal(1),
  organization: z.string(),
  managementAccount: z.string(),
  at: z.iso.datetime(),
  verdict,
  controls: z.array(control),
  coverage: coverage.optional(),
}) satisfies z.ZodType<Report>;
