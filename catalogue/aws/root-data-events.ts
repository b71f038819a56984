/**
 * Types of resources whose data events are recorded where the root user makes them: what CloudTrail does not count as
 * management. A trail names each type by itself.
 *
 * Source: CloudTrail User Guide, logging data events (types of data events), read 2026-11. These exist in every
 * partition's guide; a type that a Region does not know is left out by `auditTrail.rootDataEvents`.
 */
export const ROOT_DATA_EVENTS = [
  "AWS::DynamoDB::Table",
  "AWS::Lambda::Function",
  "AWS::S3::Object",
  "AWS::SNS::Topic",
  "AWS::SQS::Queue",
] as const;
