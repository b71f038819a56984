/** The stacks in an order in which they can be deployed one by one. */
export const STACKS = ["root-access", "guardrails", "audit-trail", "alarms", "threat-detection"] as const;
