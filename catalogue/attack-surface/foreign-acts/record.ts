import type { ForeignAct } from "./foreign-act";

/** What changes tags, records and log files, from another service than the one that keeps them. */
export const RECORD_ACTS: readonly ForeignAct[] = [
  {
    actions: [
      "observabilityadmin:CreateTelemetryPipeline",
      "observabilityadmin:DeleteTelemetryPipeline",
      "observabilityadmin:UpdateTelemetryPipeline",
    ],
    way: "A pipeline of CloudWatch changes records on their way into a log group",
    because:
      "the management account's policy denies it, where the trail's log group is, and the rules of pipelines with it",
    deniedInManagement: true,
    hangsOn: ["cloudwatch:PutPipelineRule", "logs:PutPipelineRule"],
    source: "CloudFormation Template Reference, AWS::ObservabilityAdmin::TelemetryPipelines (sink @original)",
  },
  {
    actions: [
      "resource-groups:StartTagSyncTask",
      "resource-groups:Tag",
      "resource-groups:Untag",
      "tag:TagResources",
      "tag:UntagResources",
    ],
    way: "Tags are changed through Resource Groups or its Tagging API",
    because: "no policy of the baseline decides by tags, and the tagging action of the service itself is needed too",
    hangsOn: [],
    source: "Resource Groups Tagging API Reference, TagResources",
  },
  {
    actions: ["s3:CreateJob", "backup:StartBackupJob", "datasync:StartTaskExecution"],
    way: "A service reads or writes log files on a large scale",
    because: "it works with a role: guardrail and bucket policy hold for that one, too",
    hangsOn: ["s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion"],
    source: "Amazon S3 User Guide, S3 Batch Operations: granting permissions",
  },
];
