import type { ServiceSurface } from "../surface";

const DETECTOR = "arn:aws:guardduty:us-east-1:{account}:detector/12abc34d567e8fa901bc2d34e56789f0";

export const guardduty: ServiceSurface = {
  service: "guardduty",
  title: "Amazon GuardDuty",
  records: "guardduty",
  things: [
    {
      what: "detectors, with their filters, lists and destinations",
      in: ["management", "security", "member"],
      arns: {
        detector: [DETECTOR],
        filter: [`${DETECTOR}/filter/example`],
        ipset: [`${DETECTOR}/ipset/example`],
        publishingDestination: [`${DETECTOR}/publishingdestination/example`],
        threatentityset: [`${DETECTOR}/threatentityset/example`],
        threatintelset: [`${DETECTOR}/threatintelset/example`],
        trustedentityset: [`${DETECTOR}/trustedentityset/example`],
      },
    },
  ],
  accounts: ["management", "security", "member"],
  excused: [
    {
      reason: "adds",
      because: "a rule of detection, an investigation or telemetry more: what is found is told as before",
      actions: [
        "CreateCustomDetectionRuleAssociation",
        "CreateCustomDetectionRuleOrgConfiguration",
        "CreateInvestigation",
        "SendSecurityTelemetry",
      ],
    },
    {
      reason: "adds",
      because: "a scan more, which finds and takes nothing away",
      actions: ["SendObjectMalwareScan", "StartMalwareScan"],
    },
    {
      reason: "harmless",
      because: "plans that scan a team's buckets and volumes: no finding about a root user comes of them",
      actions: ["CreateMalwareProtectionPlan", "DeleteMalwareProtectionPlan", "UpdateMalwareProtectionPlan"],
    },
    {
      reason: "refused",
      because:
        "only the management account may name the administrator (GuardDuty API Reference, EnableOrganizationAdminAccount)",
      actions: ["EnableOrganizationAdminAccount"],
    },
  ],
};
