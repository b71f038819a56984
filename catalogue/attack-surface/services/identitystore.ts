import type { ServiceSurface } from "../surface";

export const identitystore: ServiceSurface = {
  service: "identitystore",
  title: "Identity store of IAM Identity Center",
  records: "identitystore",
  things: [{ what: "people, groups and memberships", in: ["management", "member"] }],
  accounts: ["management", "member"],
  excused: [],
};
