import { MANAGEMENT_PROOF_SETTINGS, managementAccountStatements } from "../catalogue/management-account/index";
import { attackSurfacePage } from "./attack-surface-page";
import { compliancePage } from "./compliance-page";
import { configurationPage } from "./configuration-page";
import { detectionsPage } from "./detections-page";
import { evidencePage } from "./evidence-page";
import { FIGURED, withFigures } from "./figures";
import { guardrailsPage } from "./guardrails-page";
import type { Page } from "./page";
import { permissionsPage } from "./permissions-page";
import { reviewingPage } from "./review-rules";
import { quotasPage } from "./quotas-page";
import { checkovSettings, prowlerMuteList, prowlerSettings } from "./scanner-settings";

const managementAccountPolicy = (): string => {
  const Statement = managementAccountStatements(MANAGEMENT_PROOF_SETTINGS);
  return `${JSON.stringify({ Version: "2012-10-17", Statement }, undefined, 2)}\n`;
};

export type { Page };

/** Every generated document, and every one that is written by hand with figures from the code in it. */
export const PAGES: readonly Page[] = [
  { path: "docs/guardrails.md", text: guardrailsPage },
  { path: "docs/management-account-policy.json", text: managementAccountPolicy },
  { path: "docs/attack-surface.md", text: attackSurfacePage },
  { path: "docs/detections.md", text: detectionsPage },
  { path: "docs/compliance.md", text: compliancePage },
  { path: ".checkov.yaml", text: checkovSettings },
  { path: "docs/scanners/prowler-config.yaml", text: prowlerSettings },
  { path: "docs/scanners/prowler-mutelist.yaml", text: prowlerMuteList },
  { path: "docs/evidence.md", text: evidencePage },
  { path: "docs/configuration.md", text: configurationPage },
  { path: "docs/quotas.md", text: quotasPage },
  { path: "docs/reviewing-changes.md", text: reviewingPage },
  { path: "docs/permissions.md", text: permissionsPage },
  ...FIGURED.map((path) => ({ path, text: () => withFigures(path) })),
];
