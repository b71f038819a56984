import { isKnownData } from "../../terraform/handed-over/known";
import { readIn, type Configured } from "../../terraform/planning/configured";
import type { StackJson } from "./synthesized";
import { becoming, blocksOf, isValues, NOWHERE, type Change, type Thing, type Values } from "./thing";

/** The type of the things here: what Terraform reads for a plan, of which nobody here knows that it only looks. */
export const READ = "read";

/** Data sources that look at who calls, at what the provider knows by itself, or at nothing. */
const LOOK_ONLY = [
  "aws_caller_identity",
  "aws_iam_policy_document",
  "aws_partition",
  "aws_regions",
  "aws_service_principal",
];

const isHarmless = (kind: string, type: string, body: Values): boolean =>
  kind === "data" && (LOOK_ONLY.includes(type) || isKnownData(type, body));

interface Reading {
  readonly kind: string;
  readonly type: string;
  readonly label: string;
  readonly body: Values;
  /** @default that of the stack itself */
  readonly address?: string;
}

const thingOf = (stack: string, { kind, type, label, body, address = `${kind}.${type}.${label}` }: Reading): Thing => ({
  ...{ stack, address, type: READ, label, ...NOWHERE },
  values: { of: `${kind}.${type}`, body },
});

/** What a stack reads and nobody here knows. */
export const readingsOf = (stack: string, json: StackJson): readonly Thing[] => [
  ...dataIn(json.data).map((reading) => thingOf(stack, reading)),
  // A check may read for itself.
  ...Object.entries(json.check ?? {}).flatMap(([name, check]) =>
    blocksOf(check).flatMap(({ data }) =>
      dataIn(data).map((reading) =>
        thingOf(stack, { ...reading, address: `check.${name}.data.${reading.type}.${reading.label}` }),
      ),
    ),
  ),
];

const dataIn = (data: unknown): readonly Reading[] =>
  Object.entries(isValues(data) ? data : {}).flatMap(([type, byName]) =>
    Object.entries(isValues(byName) ? byName : {})
      .filter(([, body]) => !isHarmless("data", type, isValues(body) ? body : {}))
      .map(([label, body]) => ({ kind: "data", type, label, body: isValues(body) ? body : { body } })),
  );

/** What is written out of a block: the rest hangs on other things. */
const constants = (expressions: Values = {}): Values =>
  Object.fromEntries(
    Object.entries(expressions).flatMap(([name, expression]) =>
      isValues(expression) && "constant_value" in expression ? [[name, expression["constant_value"]]] : [],
    ),
  );

/** The same of a plan. With a base, the stacks are compared: then it is that of modules alone, which they do not hold. */
export const readingsIn = (stack: string, plan: Configured, hasBase: boolean): readonly Change[] =>
  readIn(plan)
    .filter(({ address, mode }) => !hasBase || mode !== "data" || address.startsWith("module."))
    .map(({ address, mode: kind, type, name: label, expressions }) => {
      return { kind, type, label, address, body: constants(expressions) };
    })
    .filter(({ kind, type, body }) => !isHarmless(kind, type, body))
    .map((reading) => becoming(undefined, thingOf(stack, reading)));
