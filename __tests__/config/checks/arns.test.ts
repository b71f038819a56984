import { accepts, GOVCLOUD, refuses } from "../expectations";

const role = "arn:aws-us-gov:iam::222222222222:role/other";

describe("ARNs", () => {
  accepts([["ARNs of GovCloud in GovCloud", { ...GOVCLOUD, "guardrails.exemptPrincipals": [role] }]]);
  refuses([
    [
      "ARNs of another partition, wherever they stand",
      {
        "rootAccess.breakGlass.trust.users": ["arn:aws-cn:iam::222222222222:user/break-glass"],
        "rootAccess.breakGlass.trust.roles": [role],
        "guardrails.exemptPrincipals": ["arn:aws:iam::444444444444:role/pipeline", role],
        "auditTrail.readers": ["555555555555", role],
        "alerting.subscriptions.1": {
          severity: "high",
          protocol: "firehose",
          endpoint: "arn:aws:firehose:us-east-1:111111111111:deliverystream/alerts",
          role,
        },
      },
      [
        'rootAccess.breakGlass.trust.users[0] must begin with arn:aws:, the partition of homeRegion, got "arn:aws-cn:iam::222222222222:user/break-glass"',
        `rootAccess.breakGlass.trust.roles[0] must begin with arn:aws:, the partition of homeRegion, got "${role}"`,
        `guardrails.exemptPrincipals[1] must begin with arn:aws:, the partition of homeRegion, got "${role}"`,
        `auditTrail.readers[1] must begin with arn:aws:, the partition of homeRegion, got "${role}"`,
        `alerting.subscriptions[1].role must begin with arn:aws:, the partition of homeRegion, got "${role}"`,
      ],
    ],
  ]);
});
