import { VOLUME_IDS, VOLUMES, type Volume, type VolumeId } from "../../catalogue/cost/volumes";
import { Mistake } from "../contract/mistake";

/** A number that counts, and who says so. */
export interface Known {
  readonly value: number;
  readonly by: "given" | "read" | "assumed";
}

export type Volumes = Readonly<Partial<Record<VolumeId, Known>>>;

const isVolume = (name: string): name is VolumeId => VOLUME_IDS.some((id) => id === name);

function problemOf(text: string, before: readonly string[]): string | undefined {
  const [name = "", value = "", ...more] = text.split("=");
  const got = `, got ${JSON.stringify(text)}`;
  if (!isVolume(name)) return `--volume must be <name>=<number>, its name one of ${VOLUME_IDS.join(", ")}${got}`;
  const number = Number(value);
  if (value.trim() === "" || more.length > 0 || !Number.isFinite(number) || number < 0)
    return `--volume ${name} must be a number of at least 0, such as ${name}=2000000${got}`;
  if (before.some((other) => other.startsWith(`${name}=`))) return `--volume ${name} must be given once${got}`;
  return undefined;
}

function assumed(id: VolumeId, accounts: number): Volumes {
  const volume: Volume = VOLUMES[id];
  if (volume.assumed === undefined) return {};
  return { [id]: { value: volume.assumed * (volume.isPerAccount === true ? accounts : 1), by: "assumed" } };
}

/** What was given, then what was read, then the assumptions. Throws a Mistake that names every text that is no volume. */
export function volumesOf(texts: readonly string[], live: Volumes = {}): Volumes {
  const problems = texts.flatMap((text, index) => problemOf(text, texts.slice(0, index)) ?? []);
  if (problems.length > 0) throw new Mistake(problems.join("\n"));
  const given: Volumes = Object.fromEntries(
    texts.map((text) => text.split("=")).map(([name = "", value]) => [name, { value: Number(value), by: "given" }]),
  );
  const accounts = given.accounts?.value ?? live.accounts?.value ?? VOLUMES.accounts.assumed;
  return Object.assign({}, ...VOLUME_IDS.map((id) => assumed(id, accounts)), live, given) as Volumes;
}
