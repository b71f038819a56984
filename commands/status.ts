import { loadConfig, publicText } from "../config";
import type { OrganizationParts } from "../organization";
import { isUnread, type Reading } from "../organization/clients/reading";
import { command } from "./contract/command";
import { printJson } from "./output/json";
import { withRolesOf } from "./session/reached-roles";
import { showOrganization } from "./protection";

/** Loaded only when asked for: the SDK takes a second. */
const reader = async () => await import("../organization/index.ts");

const isReading = (value: unknown): value is Reading<unknown> =>
  typeof value === "object" && value !== null && "at" in value && ("value" in value || "unread" in value);

/** What is not read, by where it stands: `auditTrail.bucket`. */
function unreadIn(value: unknown, where: readonly string[] = []): readonly (readonly [part: string, why: string])[] {
  if (isReading(value)) return isUnread(value) ? [[where.join("."), value.unread]] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => unreadIn(inner, [...where, name]));
}

/** As JSON holds it: without the errors themselves, and no endpoint with what may be a secret. */
const forMachines = (parts: OrganizationParts): unknown =>
  JSON.parse(
    JSON.stringify(parts, (key, value: unknown) => {
      if (key === "cause") return undefined;
      return /^endpoint$/i.test(key) && typeof value === "string" ? publicText(value) : value;
    }),
  );

export const status = command({
  name: "status",
  summary: "what protects the live organization, read back from AWS",
  about: [
    "Reads back through the AWS API what protects the root users: root access, guardrails, trail, alarms and GuardDuty, account by account and Region by Region. Changes nothing and judges nothing: verify does that.",
    "It reads with the credentials of the management account, from the configured organization and from no other, and reaches the security and the log archive account through their deploy roles. A part that AWS does not show is named with the call that was refused; the rest is read all the same.",
  ],
  options: {
    json: { takes: "nothing", says: "everything that was read, with the time of each reading, for machines" },
  },
  exitCodes: {
    0: "everything was read",
    1: "a mistake in what was asked or configured, or a failure",
    2: "a part was not read",
  },
  run: async ({ options }) => {
    const baseline = loadConfig();
    const { Clients, readParts } = await reader();
    const parts = await readParts(new Clients(withRolesOf(process.env, baseline)), baseline);
    if (options.json) printJson(forMachines(parts));
    else showOrganization(parts).forEach((line) => console.log(line));
    return unreadIn(parts).length > 0 ? 2 : 0;
  },
});
