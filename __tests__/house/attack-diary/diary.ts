import type { Event } from "../../../catalogue/detection";
import { roleCall, roleIdentity } from "../../../catalogue/detections/sample-calls";
import { simulate } from "../../../commands/simulate";
import type { Blueprint } from "../../../config";
import type { Call, Principal } from "../../../proofs/policy";
import type { Organization } from "../alert-paths/walk";

/** One thing that somebody tries. */
export interface Attempt {
  /** How it goes. */
  readonly sentence: string;
  readonly call: Call & { readonly principal: Principal & { readonly account: string; readonly name: string } };
  /** What CloudTrail records where it is carried out; none for a call of which the trail holds no record of its own. */
  readonly record?: Event;
}

interface Details extends Pick<Call, "resource" | "context"> {
  /** Of the request, as the record holds them. None where there is no record. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}

/** Attempts of a role of an account. */
export const by =
  (account: string, name = "Admin") =>
  (sentence: string, action: string, { parameters, ...details }: Details = {}): Attempt => {
    const [service = "", eventName = ""] = action.split(":");
    const call = { principal: { type: "role", account, name } as const, action, ...details };
    if (parameters === undefined) return { sentence, call };
    // Records name CloudWatch otherwise than IAM does.
    const record = roleCall(service === "cloudwatch" ? "monitoring" : service, eventName, {
      userIdentity: roleIdentity(account, name),
      recipientAccountId: account,
      requestParameters: parameters,
    });
    return { sentence, call, record };
  };

const GLOBAL = /^(iam|organizations|account|signin)\./;

/** The ways on which somebody is told of a record, in the Region where its service records it. */
export const waysOf = (organization: Organization, { partition, homeRegion }: Blueprint, record: Event) =>
  organization.waysOf({
    ...record,
    awsRegion: GLOBAL.test(String(record["eventSource"])) ? partition.globalRegion : homeRegion,
  });

/** The exit code of the command that judges the call; what it prints goes nowhere. */
export async function simulated({ principal, action, resource, context = {} }: Attempt["call"]): Promise<number> {
  jest.spyOn(console, "log").mockImplementation(() => undefined);
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  const asked = Object.entries(context).flatMap(([key, values]) =>
    [values].flat().map((value) => `--context=${key}=${String(value)}`),
  );
  try {
    return await simulate.run([
      `--account=${principal.account}`,
      `--principal=arn:aws:iam::${principal.account}:role/${principal.name}`,
      `--action=${action}`,
      ...(resource === undefined ? [] : [`--resource=${resource}`]),
      ...asked,
      "--at=2026-11-22T12:00:00Z",
    ]);
  } finally {
    jest.restoreAllMocks();
  }
}
