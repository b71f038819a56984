import type { ServiceSurface } from "../surface";

const PROFILE = "arn:aws:identity-sync:us-east-1:{account}:profile/example";

export const identitySync: ServiceSurface = {
  service: "identity-sync",
  title: "Synchronization of IAM Identity Center with Active Directory",
  records: "identity-sync",
  things: [
    {
      what: "which people and groups of Active Directory there are in IAM Identity Center",
      in: ["management", "member"],
      arns: {
        SyncProfileResource: [PROFILE],
        SyncTargetResource: ["arn:aws:identity-sync:us-east-1:{account}:target/example/example"],
      },
    },
  ],
  accounts: ["management", "member"],
  excused: [
    {
      reason: "adds",
      because: "a copy of its log more",
      actions: ["AllowVendedLogDeliveryForResource"],
    },
  ],
};
