import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compareVersions } from "./terraform-binary";

/** The releases that the output of this project is valid for: first one, and the first one after. */
const PROVIDER_VERSIONS = { from: "5.100.0", before: "7.0.0" };

const EXECUTABLE = /^terraform-provider-aws_v/;
const PACKED = /^terraform-provider-aws_(?<version>\d+\.\d+\.\d+)_(?<platform>\w+_\w+)\.zip$/;

/** The folder name that Terraform gives to this machine. */
export function platformName(platform: string = process.platform, arch: string = process.arch): string {
  return `${platform === "win32" ? "windows" : platform}_${arch === "x64" ? "amd64" : arch}`;
}

export function isAcceptedVersion(version: string): boolean {
  const { from, before } = PROVIDER_VERSIONS;
  return /^\d+\.\d+\.\d+$/.test(version) && compareVersions(version, from) >= 0 && compareVersions(version, before) < 0;
}

/** The newest release of the AWS provider that this mirror folder holds for this machine, or undefined. */
export function mirroredVersion(mirror: string, host: string, platform: string = platformName()): string | undefined {
  const provider = join(mirror, host, "hashicorp", "aws");
  const entries = list(provider);
  const unpacked = entries.filter((version) =>
    list(join(provider, version, platform)).some((file) => EXECUTABLE.test(file)),
  );
  const packed = entries.flatMap((file) => {
    const { groups } = PACKED.exec(file) ?? {};
    return groups?.version !== undefined && groups.platform === platform ? [groups.version] : [];
  });
  return [...unpacked, ...packed].filter(isAcceptedVersion).sort(compareVersions).at(-1);
}

/** Names in a folder; a folder that is missing, no folder, or closed to us has none. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
