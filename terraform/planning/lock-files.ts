import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Refusal } from "../refusal";

/** Name that Terraform and OpenTofu give it, in the folder of a stack. */
const NAME = ".terraform.lock.hcl";

/** Versions of providers by their addresses, such as `registry.terraform.io/hashicorp/aws`. */
export type ProviderVersions = Readonly<Record<string, string>>;

const PROVIDER = /^provider "(?<address>[^"]+)" \{\s*\n\s*version\s*=\s*"(?<version>[^"]+)"/gm;

/** The lock file of a stack's folder; undefined where there is none. */
export function lockIn(folder: string): string | undefined {
  const file = join(folder, NAME);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

export const writeLock = (folder: string, text: string): void => writeFileSync(join(folder, NAME), text);

const versionsIn = (lock: string): ProviderVersions =>
  Object.fromEntries(
    [...lock.matchAll(PROVIDER)].map(({ groups }) => [groups?.address ?? "", groups?.version ?? ""] as const),
  );

/** What the locks of the stacks choose. Throws a Refusal where two of them choose something else. */
export function providerVersions(locks: readonly (string | undefined)[]): ProviderVersions {
  const chosen = new Map<string, string>();
  for (const [address, version] of locks.flatMap((lock) => Object.entries(versionsIn(lock ?? "")))) {
    const other = chosen.get(address) ?? version;
    if (other !== version)
      throw new Refusal(`the version of ${address}`, `be one for all stacks: give them one ${NAME}`, [other, version]);
    chosen.set(address, version);
  }
  return Object.fromEntries([...chosen].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 of texts by name, whatever their order; null where there is none. */
export function hashOf(texts: readonly (readonly [name: string, text: string | undefined])[]): string | null {
  const known = texts.filter(([, text]) => text !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return known.length === 0 ? null : createHash("sha256").update(JSON.stringify(known)).digest("hex");
}
