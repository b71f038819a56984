import { forwarderPermission, forwarderTrust } from "../../../catalogue/alerts/forwarder";
import type { Control } from "../../control";
import { applied, gap, inForce, judged } from "../../item";
import { roleProblem } from "../../policies";

export const forwarders: Control = {
  id: "alert-forwarders",
  title: "Every role that forwards alert events can do so for the baseline's rules, and nothing else",
  matters: "EventBridge delivers nothing with a role that it may not become, and says so in a metric alone.",
  checklist: 5,
  references: [{ source: "EventBridge User Guide", control: "sending and receiving events between event buses" }],
  reads: ["iam:GetRole", "iam:ListRolePolicies", "iam:GetRolePolicy", "iam:ListAttachedRolePolicies"],
  judge: ({ live: { alarms, threatDetection }, blueprint }) =>
    blueprint.forwarders.flatMap((forwarder) => {
      const { name, of, stack } = forwarder;
      const reading = of === "management" ? alarms.forwardRole : threatDetection.forwardRole;
      const wanted = { trust: [forwarderTrust(forwarder)], permissions: [forwarderPermission(forwarder)] };
      return judged(name, reading, (role) => {
        const problem = roleProblem(role, wanted);
        return [
          problem === undefined
            ? inForce(name, "puts events on the alert buses, for the baseline's rules")
            : gap(name, problem, applied(stack)),
        ];
      });
    }),
};
