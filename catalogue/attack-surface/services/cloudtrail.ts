import type { ServiceSurface } from "../surface";

export const cloudtrail: ServiceSurface = {
  service: "cloudtrail",
  title: "AWS CloudTrail",
  records: "cloudtrail",
  things: [
    {
      what: "the organization trail",
      in: ["management"],
      from: {
        accounts: ["security"],
        actions: [
          "AddTags",
          "DeleteTrail",
          "PutEventConfiguration",
          "PutEventSelectors",
          "PutInsightSelectors",
          "RemoveTags",
          "StartLogging",
          "StopLogging",
          "UpdateTrail",
        ],
        source: "CloudTrail User Guide, organization delegated administrator",
      },
      arns: { trail: ["arn:aws:cloudtrail:us-east-1:{account}:trail/org-baseline-trail"] },
      named: {
        name: ["org-baseline-trail", "arn:aws:cloudtrail:us-east-1:{account}:trail/org-baseline-trail"],
        trailName: ["org-baseline-trail", "arn:aws:cloudtrail:us-east-1:{account}:trail/org-baseline-trail"],
        resourceId: ["arn:aws:cloudtrail:us-east-1:{account}:trail/org-baseline-trail"],
      },
    },
  ],
  accounts: ["management"],
  excused: [
    {
      reason: "adds",
      because: "it starts what was stopped",
      actions: ["StartLogging"],
    },
    {
      reason: "harmless",
      because:
        "event data stores, channels and dashboards of CloudTrail Lake are not the trail, and no alert reads them",
      actions: [
        "CancelQuery",
        "CreateChannel",
        "CreateDashboard",
        "CreateEventDataStore",
        "CreateServiceLinkedChannel",
        "DeleteChannel",
        "DeleteDashboard",
        "DeleteEventDataStore",
        "DeleteResourcePolicy",
        "DeleteServiceLinkedChannel",
        "DisableFederation",
        "EnableFederation",
        "GenerateQuery",
        "PutResourcePolicy",
        "RestoreEventDataStore",
        "StartDashboardRefresh",
        "StartEventDataStoreIngestion",
        "StartImport",
        "StartQuery",
        "StopEventDataStoreIngestion",
        "StopImport",
        "UpdateChannel",
        "UpdateDashboard",
        "UpdateEventDataStore",
        "UpdateServiceLinkedChannel",
      ],
    },
  ],
};
