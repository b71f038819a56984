import type { BaselineConfig } from "../../../config";

/** What the shipped configuration of version 0137609 attached. */
export const FORMER_ATTACHMENTS: BaselineConfig["guardrails"]["attach"] = [
  { id: "deny-root-access-keys", targets: ["root"] },
  { id: "stay-in-organization", targets: ["root"] },
  { id: "restrict-root-sessions", targets: ["root"] },
  { id: "deny-root-user", targets: ["Workloads/Canary"] },
  { id: "protect-audit-trail", targets: ["Workloads/Canary"] },
  { id: "protect-threat-detection", targets: ["Workloads/Canary"] },
];
