import type { Control } from "../../control";
import { applied, gap, inForce, readAt } from "../../item";

export const rootExceptions: Control = {
  id: "root-exceptions",
  title: "No root user is let through by an exception",
  matters: "While an exception is open, that root user may do everything that no other guardrail denies.",
  checklist: 3,
  references: [{ source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.7" }],
  reads: [],
  judge: ({ blueprint: { baseline }, now }) => {
    const { rootExceptions: exceptions } = baseline.guardrails;
    const findings = exceptions.map(({ account, reason, from, until }) => {
      const isOpen = now >= new Date(from) && now < new Date(until);
      if (isOpen)
        return gap(account, `open until ${until}: ${reason}`, {
          mend: "it ends by itself; earlier, take it out of the configuration",
          ...applied("guardrails"),
        });
      return inForce(account, now < new Date(from) ? `begins ${from}: ${reason}` : `ended ${until}: ${reason}`);
    });
    const none = inForce("exceptions", "none is configured");
    return readAt(now.toISOString(), findings.length === 0 ? [none] : findings);
  },
};
