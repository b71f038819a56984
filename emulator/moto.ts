import type { PackageSet } from "./virtual-environment";

/** The release that the extensions were written against, and the line of releases that they accept. */
export const MOTO_VERSION = "5.2.1";
export const MOTO_PACKAGE = `moto[server]==${MOTO_VERSION}`;
const ACCEPTED_LINE = "5.2.";

/** Python that fails without a moto that the extensions accept. */
export const MOTO_PROOF = `import moto, moto.server; assert moto.__version__.startswith("${ACCEPTED_LINE}"), moto.__version__`;

export const MOTO: PackageSet = { name: `moto-${MOTO_VERSION}`, packages: [MOTO_PACKAGE], proof: MOTO_PROOF };
