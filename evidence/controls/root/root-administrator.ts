import type { Control } from "../../control";
import { applied, gap, inForce, judged } from "../../item";

const DEREGISTER = ["aws", "organizations", "deregister-delegated-administrator"];

export const rootAdministrator: Control = {
  id: "root-administrator",
  title: "The security account alone administers root access",
  matters: "A delegated administrator may open root sessions in every member account.",
  checklist: 1,
  references: [{ source: "CIS AWS Foundations Benchmark 7.0.0", control: "2.1.5" }],
  reads: ["organizations:ListDelegatedAdministrators"],
  judge: ({ live: { rootAccess }, blueprint: { accounts } }) =>
    judged("delegated administrator", rootAccess.delegatedAdministrators, (administrators) => {
      const ours = accounts.security.id;
      const others = administrators.filter(({ id }) => id !== ours);
      return [
        administrators.some(({ id }) => id === ours)
          ? inForce("delegated administrator", ours)
          : gap("delegated administrator", `${ours} is not registered`, applied("root-access")),
        ...others.map(({ id, name = id }) =>
          gap(id, `${name} administers root access as well`, {
            run: [[...DEREGISTER, "--account-id", id, "--service-principal", "iam.amazonaws.com"]],
          }),
        ),
      ];
    }),
};
