import { compliancePage } from "./compliance-page";
import { detectionsPage } from "./detections-page";

/** The generated documents about detections: where each lies, seen from the project's folder, and what it says. */
export const DETECTION_PAGES: readonly { readonly path: string; readonly text: () => string }[] = [
  { path: "docs/detections.md", text: detectionsPage },
  { path: "docs/compliance.md", text: compliancePage },
];
