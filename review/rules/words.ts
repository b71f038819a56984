import { OUTSIDE, SOMEBODY } from "../guardrails/samples";
import { spelledKey, type Call, type Principal } from "../../proofs/policy";
import type { Change, Thing } from "../model/thing";

/** Where a thing is, for a finding and for an accepted risk. */
export const placeOf = ({ stack, address }: Pick<Thing, "stack" | "address">): string => `${stack}: ${address}`;

/** The thing that a change is about: as it will be or, where it goes, as it was. */
export const thingOf = ({ before, after }: Change): Thing | undefined => after ?? before;

/** How people call a thing: the name that it has at AWS or, without one, its address. */
export function nameOf({ values, label }: Thing): string {
  const name = ["name", "alarm_name", "bucket", "display_name"]
    .map((key) => values[key])
    .find((value) => typeof value === "string" && value !== "");
  return typeof name === "string" ? name : label;
}

/** The name at the end of an ARN. */
export const nameInArn = (value: unknown): string => String(value).split(/[:/]/).at(-1) ?? "";

const PRINCIPALS: Readonly<Record<Principal["type"], string>> = {
  root: "the root user",
  "assumed-root": "a root session",
  role: "role",
  user: "user",
  "service-linked-role": "service-linked role",
  service: "service",
  unauthenticated: "somebody who has not signed in",
};

/** Who calls, for people. */
export function whoCalls(principal: Principal): string {
  const name =
    "name" in principal ? ` ${"path" in principal ? (principal.path ?? "/").slice(1) : ""}${principal.name}` : "";
  const account = "account" in principal && ![SOMEBODY, OUTSIDE].includes(principal.account) ? principal.account : "";
  return `${PRINCIPALS[principal.type]}${name}${name === "" || account === "" ? "" : ` of ${account}`}`;
}

/** A call, for people: `iam:CreateAccessKey by the root user`. */
export function callInWords({ principal, action, resource, context = {} }: Call): string {
  const given = Object.entries(context).map(([key, value]) => `${spelledKey(key)} = ${String(value)}`);
  const on = resource === undefined || resource === "*" ? "" : ` on ${resource}`;
  return `${action}${on} by ${whoCalls(principal)}${given.length === 0 ? "" : ` with ${given.join(", ")}`}`;
}

/** The first few of a list, and how many more there are. */
export const few = (texts: readonly string[], most = 3): string =>
  texts.length <= most ? texts.join(", ") : `${texts.slice(0, most).join(", ")} and ${texts.length - most} more`;

/** The same of names, each in ticks. */
export const ticked = (names: readonly string[], most?: number): string =>
  few(
    names.map((name) => `\`${name}\``),
    most,
  );
