import type { PolicyStatement } from "./statement";

/** What a publisher needs of the key of an encrypted topic. Source: SNS Developer Guide, key management. */
const PUBLISH = { Effect: "Allow" as const, Action: ["kms:Decrypt", "kms:GenerateDataKey*"], Resource: "*" };

/** The services that publish to the alert topics, and no other, may use their key. */
export const alertKeyStatements = (account: string): readonly PolicyStatement[] => [
  {
    ...PUBLISH,
    Sid: "CloudWatchAlarms",
    Principal: { Service: "cloudwatch.amazonaws.com" },
    Condition: { StringEquals: { "aws:SourceAccount": account } },
  },
  // No Condition, as AWS documents it: EventBridge may not send the context that one would ask for.
  { ...PUBLISH, Sid: "EventBridgeRules", Principal: { Service: "events.amazonaws.com" } },
];
