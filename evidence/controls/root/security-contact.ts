import type { Control } from "../../control";
import { applied, gap, inForce, judged, notApplicable, readAt } from "../../item";

export const securityContact: Control = {
  id: "security-contact",
  title: "AWS knows whom to write to about security",
  matters: "AWS writes of exposed keys and abuse to this address, and to the root mailbox where there is none.",
  checklist: 8,
  references: [
    { source: "AWS Security Hub", control: "Account.1" },
    { source: "Prowler", control: "account_security_contact_information_is_registered" },
  ],
  reads: ["account:GetAlternateContact"],
  judge: ({ live: { rootAccess }, blueprint: { baseline, partition }, now }) => {
    const of = "security contact";
    if (partition.id === "aws-us-gov")
      return readAt(now.toISOString(), [
        notApplicable(of, "AWS GovCloud (US) has no API for it: a person looks at it in the console"),
      ]);
    return judged(of, rootAccess.securityContact, (contact) => {
      const wanted = baseline.rootAccess.securityContact?.email;
      if (contact === undefined)
        return [
          gap(of, "none", {
            mend: "name rootAccess.securityContact in the configuration",
            ...applied("root-access"),
          }),
        ];
      const { name = "", email = "" } = contact;
      return [
        wanted === undefined || wanted === email
          ? inForce(of, `${name} <${email}>`)
          : gap(of, `${name} <${email}>, and the configuration says ${wanted}`, applied("root-access")),
      ];
    });
  },
};
