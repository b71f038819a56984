import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../catalogue/management-account/index";
import { DETECTION_PAGES } from "./detection-pages";
import { guardrailsPage } from "./guardrails-page";

/** A generated document: where it lies, seen from the project's folder, and what it says. */
export interface Page {
  readonly path: string;
  readonly text: () => string;
}

const managementAccountPolicy = (): string => {
  const Statement = managementAccountStatements(MANAGEMENT_PROOF_SETTINGS);
  return `${JSON.stringify({ Version: "2012-10-17", Statement }, undefined, 2)}\n`;
};

/** Every generated document. */
export const PAGES: readonly Page[] = [
  { path: "docs/guardrails.md", text: guardrailsPage },
  { path: "docs/management-account-policy.json", text: managementAccountPolicy },
  ...DETECTION_PAGES,
];
