import { ConfigurationError, parseConfig } from "../../config";
import { validConfig } from "./valid-config";

/** Paths and their new values: `{ "accounts.security.id": "111111111111" }`. `undefined` takes the field out. */
export type Change = Readonly<Record<string, unknown>>;

function set(holder: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(holder))
    return Object.assign([...(holder as readonly unknown[])], { [key]: set(holder[Number(key)], rest, value) });
  const fields = Object.entries(typeof holder === "object" && holder !== null ? holder : {});
  const changed = set(fields.find(([name]) => name === key)?.[1], rest, value);
  const others = fields.filter(([name]) => name !== key);
  return Object.fromEntries(changed === undefined ? others : [...others, [key, changed]]);
}

/** The valid configuration with changes. */
export const changed = (change: Change): unknown =>
  Object.entries(change).reduce<unknown>((config, [path, value]) => set(config, path.split("."), value), validConfig);

/** The lines of the report on a configuration; empty where there is none. */
export function problemsOf(input: unknown): readonly string[] {
  try {
    parseConfig(input);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.message
      .split("\n")
      .slice(1)
      .map((line) => line.replace(/^ {2}/, ""));
  }
}

/** A change, and every line that the report then holds. */
export type Refusal = readonly [title: string, change: Change, problems: readonly string[]];

/** A test for each change: it is refused with exactly these lines. */
export const refuses = (refusals: readonly Refusal[]): void => {
  it.each(refusals)("refuses %s", (_title, change, problems) => {
    expect(problemsOf(changed(change))).toEqual(problems);
  });
};

/** A test for each change: it is accepted. */
export const accepts = (changes: readonly (readonly [title: string, change: Change])[]): void => {
  it.each(changes)("accepts %s", (_title, change) => {
    expect(problemsOf(changed(change))).toEqual([]);
  });
};

/** What turns the valid configuration into one for AWS GovCloud (US). */
export const GOVCLOUD: Change = {
  homeRegion: "us-gov-west-1",
  regions: ["us-gov-west-1"],
  "rootAccess.features": ["RootSessions"],
  "rootAccess.breakGlass.tasks": ["unlock-bucket"],
  "rootAccess.breakGlass.trust.users": ["arn:aws-us-gov:iam::222222222222:user/break-glass"],
  "rootAccess.securityContact": undefined,
  "guardrails.exemptPrincipals": [],
  "threatDetection.unavailableFeatures": undefined,
};
