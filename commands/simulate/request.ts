import { parseArn } from "../../catalogue/aws/arn";
import { globalRegionOf } from "../../catalogue/aws/global-services";
import type { Blueprint } from "../../config";
import type { Call, Principal } from "../../proofs/policy";

type Context = NonNullable<Call["context"]>;

/**
 * What AWS sends with every call: the Region (of a global service its own, wherever the caller works), the transport,
 * and that no service stands between. What is given goes before, however its key is written.
 */
export function requestContext({ partition, homeRegion }: Blueprint, action: string, given: Context): Context {
  const always = {
    "aws:RequestedRegion": globalRegionOf(partition.id, action) ?? homeRegion,
    "aws:SecureTransport": "true",
    "aws:ViaAWSService": "false",
  };
  const names = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  return { ...Object.fromEntries(Object.entries(always).filter(([key]) => !names.has(key.toLowerCase()))), ...given };
}

/** The owner of the resource, as far as the call tells: of what has no account in its ARN, nobody knows. */
export function ownerOf(principal: Principal, account: string, resource: string | undefined): string | undefined {
  if (principal.type === "service") return account;
  return resource !== undefined && parseArn(resource)?.account === account ? account : undefined;
}
