import type { ServiceSurface } from "../surface";

export const account: ServiceSurface = {
  service: "account",
  title: "AWS Account Management",
  records: "account",
  things: [
    {
      what: "who an account is: its address, contacts, name, Regions and existence",
      in: ["management", "member"],
      arns: {
        account: ["arn:aws:account::{account}:account"],
        accountInOrganization: ["arn:aws:account::111111111111:account/o-exampleorgid/444444444444"],
      },
    },
  ],
  accounts: ["management", "member"],
  excused: [],
};
