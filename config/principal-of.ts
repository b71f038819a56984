import type { Principal } from "../proofs/policy";

const ARN = /^arn:([^:]+):iam::(\d{12}):(role|user)(\/(?:.*\/)?)([^/]+)$/;
const ROOT = /^arn:([^:]+):iam::(\d{12}):root$/;

/** The principal of an IAM ARN: a role, a user or a root user. Undefined for what is none of them. */
export function principalOf(arn: string): Principal | undefined {
  const [, partition, account, kind, path, name] = ARN.exec(arn) ?? [];
  if (account !== undefined && name !== undefined)
    return { type: kind === "user" ? "user" : "role", partition, account, path, name };
  const [, rootPartition, rootAccount] = ROOT.exec(arn) ?? [];
  return rootAccount === undefined ? undefined : { type: "root", partition: rootPartition, account: rootAccount };
}
