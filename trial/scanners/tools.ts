import type { PackageSet } from "../../emulator/virtual-environment";

/** Python that fails where a package is not there in exactly this version. */
const proof = (name: string, version: string): string =>
  `from importlib.metadata import version\nassert version("${name}") == "${version}"`;

const tool = (name: string, version: string): PackageSet & { readonly version: string } => ({
  name: `${name}-${version}`,
  packages: [`${name}==${version}`],
  proof: proof(name, version),
  version,
});

/** What pipelines bring: it reads plans. 1 minute to install. */
export const CHECKOV = tool("checkov", "3.3.30");

/** What auditors bring: it asks AWS. 2.3 GB, and some nine minutes to install. */
export const PROWLER = tool("prowler", "5.46.0");
