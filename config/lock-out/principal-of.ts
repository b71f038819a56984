import { parseArn } from "../../catalogue/aws/arn";
import type { Principal } from "../../proofs/policy";

const ROLE_OR_USER = /^(role|user)(\/(?:.*\/)?)([^/]+)$/;

/** The principal of an IAM ARN: a role, a user or a root user. Undefined for what is none of them. */
export function principalOf(arn: string): Principal | undefined {
  const { partition, service, region, account = "", resource = "" } = parseArn(arn) ?? {};
  if (service !== "iam" || region !== "" || !/^\d{12}$/.test(account)) return undefined;
  if (resource === "root") return { type: "root", partition, account };
  const [, kind, path, name] = ROLE_OR_USER.exec(resource) ?? [];
  return name === undefined ? undefined : { type: kind === "user" ? "user" : "role", partition, account, path, name };
}
