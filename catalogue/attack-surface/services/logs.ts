import type { ServiceSurface } from "../surface";

const GROUP = "arn:aws:logs:us-east-1:{account}:log-group:org-baseline-trail";

export const logs: ServiceSurface = {
  service: "logs",
  title: "Amazon CloudWatch Logs",
  records: "logs",
  things: [
    {
      what: "the trail's log group, its filters and its streams",
      in: ["management"],
      arns: {
        "log-group": [GROUP],
        "log-stream": [`${GROUP}:log-stream:o-exampleorgid_111111111111_CloudTrail_us-east-1`],
      },
      named: {
        logGroupName: ["org-baseline-trail"],
        logGroupIdentifier: ["org-baseline-trail", GROUP],
        resourceIdentifier: [GROUP, `${GROUP}:*`],
        resourceArn: [GROUP],
      },
    },
  ],
  accounts: ["management"],
  unrecorded: [
    {
      source: "CloudWatch Logs User Guide, API calls that CloudTrail records: PutLogEvents is a data event",
      actions: ["PutLogEvents"],
    },
  ],
  excused: [
    {
      reason: "elsewhere",
      because:
        "what it sends needs logs:PutLogEvents on the log group, too, which is denied (CloudWatch Logs User Guide, log ingestion through HTTP endpoints)",
      actions: ["CallWithBearerToken"],
    },
    {
      reason: "adds",
      because: "a copy, an index or a reader more; filters see each event as it comes",
      actions: [
        "AssociateSourceToS3TableIntegration",
        "CreateExportTask",
        "CreateLogAnomalyDetector",
        "CreateScheduledQuery",
        "IntegrateWithDataset",
        "IntegrateWithS3Table",
        "Link",
        "PutIndexPolicy",
      ],
    },
    {
      reason: "refused",
      because: "the log group exists already (CloudWatch Logs API Reference: ResourceAlreadyExistsException)",
      actions: ["CreateLogGroup"],
    },
    {
      reason: "harmless",
      because:
        "the trail writes by its role, and the baseline has no policy of this kind: there is nothing to take away",
      actions: ["DeleteIndexPolicy", "DeleteResourcePolicy"],
    },
    {
      reason: "harmless",
      because:
        "deliveries and destinations carry logs of AWS services and of other accounts: the trail writes to its log group itself",
      actions: [
        "CreateDelivery",
        "CreateLogDelivery",
        "DeleteDelivery",
        "DeleteDeliveryDestination",
        "DeleteDeliveryDestinationPolicy",
        "DeleteDeliverySource",
        "DeleteDestination",
        "DeleteLogDelivery",
        "PutDeliveryDestination",
        "PutDeliveryDestinationPolicy",
        "PutDeliverySource",
        "PutDestination",
        "PutDestinationPolicy",
        "UpdateDeliveryConfiguration",
        "UpdateLogDelivery",
      ],
    },
    {
      reason: "harmless",
      because: "no alert reads queries, tables, anomalies, exports, imports or integrations",
      actions: [
        "CancelExportTask",
        "CancelImportTask",
        "CreateImportTask",
        "CreateLookupTable",
        "DeleteIntegration",
        "DeleteLogAnomalyDetector",
        "DeleteLookupTable",
        "DeleteQueryDefinition",
        "DeleteScheduledQuery",
        "DisassociateSourceFromS3TableIntegration",
        "PutIntegration",
        "PutQueryDefinition",
        "UpdateAnomaly",
        "UpdateLogAnomalyDetector",
        "UpdateLookupTable",
        "UpdateScheduledQuery",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagLogGroup", "TagResource", "UntagLogGroup", "UntagResource"],
    },
  ],
};
