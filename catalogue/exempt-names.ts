import { parseArn } from "./aws/arn";
import type { DetectionSettings } from "./detection";

/** Names of identities that are exempt or that break glass trusts, as IAM's requests carry them: without their path. */
export interface ExemptNames {
  readonly kind: "role" | "user";
  /** Each a name, or its beginning and `*`. */
  readonly names: readonly string[];
  /**
   * Beginnings of paths under which any name is one of them: a wildcard reaches over a slash, so `role/ops-*` is
   * `role/ops-x/mine`, too.
   */
  readonly paths: readonly string[];
  /** The accounts in which the names are exempt; none where it is every account. */
  readonly accounts?: readonly string[];
}

/** More accounts than a filter should list: beyond them the name is watched in every account. */
const MOST_ACCOUNTS = 20;

const KIND_AND_NAME = /^(role|user)\/(?:.*\/)?([^/]+)$/;

/** The name of a pattern up to its first wildcard: filter patterns have one at the ends only. */
const beginning = (name: string): string => name.replace(/[*?].*$/, "*");

interface Identity {
  readonly kind: "role" | "user";
  readonly name: string;
  readonly account: string;
  readonly path: string | undefined;
}

/** The beginning of a path that a pattern with a wildcard stands for; none where it would be every path. */
function pathOf(resource: string): string | undefined {
  const path = resource.slice(resource.indexOf("/"));
  const start = beginning(path);
  return /[*?]/.test(path) && start !== "/*" ? start : undefined;
}

/**
 * Nothing for a role under `aws-reserved/`: IAM Identity Center makes those, by assignments and permission sets, and what
 * changes them is a call to Identity Center.
 */
function identityOf(arn: string): Identity | undefined {
  const { account = "", resource = "" } = parseArn(arn) ?? {};
  const [, kind, name] = KIND_AND_NAME.exec(resource) ?? [];
  if (kind === undefined || name === undefined || resource.startsWith("role/aws-reserved/")) return undefined;
  return { kind: kind === "user" ? "user" : "role", name: beginning(name), account, path: pathOf(resource) };
}

/** Groups by a key, in the order in which the keys come first. */
function grouped<T>(list: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/**
 * Accounts that hold such an identity, beside the management and the security account: exact ids only, in order. Nothing
 * where they are too many to list: then it is every account.
 */
export function exemptAccountsOf(
  { managementAccount, securityAccount }: Pick<DetectionSettings, "managementAccount" | "securityAccount">,
  identities: readonly string[],
): readonly string[] | undefined {
  const accounts = unique(identities.map((arn) => parseArn(arn)?.account ?? ""))
    .filter((account) => /^\d{12}$/.test(account) && account !== managementAccount && account !== securityAccount)
    .toSorted();
  return accounts.length > MOST_ACCOUNTS ? undefined : accounts;
}

/**
 * Names with the accounts in which they mean somebody exempt. Where event rules stand, in the management and the security
 * account, is told apart from the others: an event pattern is short.
 */
export function exemptNamesOf({
  exemptIdentities,
  managementAccount,
  securityAccount,
}: Pick<DetectionSettings, "exemptIdentities" | "managementAccount" | "securityAccount">): readonly ExemptNames[] {
  const identities = exemptIdentities.flatMap((arn) => identityOf(arn) ?? []);
  const here = (account: string) => account === managementAccount || account === securityAccount;
  const named = grouped(identities, ({ kind, name, account }) => `${kind} ${name} ${here(account)}`).map((same) => {
    const [{ kind, name }] = same as [(typeof identities)[number]];
    const accounts = unique(same.map(({ account }) => account)).toSorted();
    const everywhere = accounts.length > MOST_ACCOUNTS || accounts.some((account) => !/^\d{12}$/.test(account));
    const paths = unique(same.flatMap(({ path }) => path ?? []));
    return { kind, name, paths, ...(everywhere ? {} : { accounts }) };
  });
  return grouped(named, ({ kind, accounts }) => `${kind} ${accounts?.join() ?? "*"}`).map((same) => {
    const [{ kind, accounts }] = same as [(typeof named)[number]];
    const [names, paths] = [unique(same.map(({ name }) => name)), unique(same.flatMap((each) => each.paths))];
    return { kind, names, paths, ...(accounts === undefined ? {} : { accounts }) };
  });
}
