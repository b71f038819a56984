import { isAbsolute, relative, resolve, sep } from "node:path";
import { DEFAULT_FILE, namedConfig } from "../../config";
import type { SarifFiles } from "../../review";

/** A file as the checkout names it; undefined for one outside. */
function inCheckout(file: string): string | undefined {
  const path = relative(process.cwd(), resolve(file));
  return path === "" || path.startsWith("..") || isAbsolute(path) ? undefined : path.replaceAll(sep, "/");
}

/** Where platforms show findings: a file outside of the checkout is shown nowhere, the usual one stands for it. */
export const filesOfFindings = (accepted: string | undefined, usuallyAccepted: string): SarifFiles => ({
  configuration: inCheckout(namedConfig() ?? DEFAULT_FILE) ?? DEFAULT_FILE,
  acceptedRisks: inCheckout(accepted ?? usuallyAccepted) ?? usuallyAccepted,
});
