import { principalOf, type Blueprint } from "../../config";
import type { Principal } from "../../proofs/policy";
import { mistake } from "../contract/mistake";

const SESSION = /^arn:([^:]+):sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/;
const SERVICE_LINKED = /^\/aws-service-role\//;

/** The id of the account: as written, or that of an account that the configuration names. */
export function accountId({ accounts }: Blueprint, account: string): string {
  if (/^\d{12}$/.test(account)) return account;
  const { management, security, ownLogArchive } = accounts;
  const known: Readonly<Record<string, string | undefined>> = {
    management: management.id,
    security: security.id,
    logArchive: ownLogArchive?.id,
  };
  const id = Object.hasOwn(known, account) ? known[account] : undefined;
  return id ?? mistake("--account", "be 12 digits, management, security or logArchive", account);
}

function identity(who: string): Principal | undefined {
  const session = SESSION.exec(who);
  if (session !== null) {
    const [, partitionId, account = "", name = "", sessionName] = session;
    return { type: "role", partition: partitionId, account, name, sessionName };
  }
  const principal = principalOf(who);
  const path = principal?.type === "role" ? principal.path : undefined;
  return principal?.type === "role" && path !== undefined && SERVICE_LINKED.test(path)
    ? { type: "service-linked-role", account: principal.account, name: principal.name }
    : principal;
}

/** Who calls, as the option names it. */
export function callerOf({ baseline, partition }: Blueprint, account: string, who: string): Principal {
  const inOrganization = { partition: partition.id, organization: baseline.organization.id };
  if (who === "root" || who === "assumed-root") return { type: who, account, ...inOrganization };
  if (/^[a-z0-9.-]+\.amazonaws\.com(\.cn)?$/.test(who)) return { type: "service", service: who };
  const found = identity(who);
  if (found === undefined)
    return mistake("--principal", "be root, assumed-root, the ARN of an IAM role, user or session, or a service", who);
  return found.type === "service" || found.type === "unauthenticated"
    ? found
    : { ...found, organization: inOrganization.organization };
}
