import type { ServiceSurface } from "../surface";

const RULE = "arn:aws:events:us-east-1:{account}:rule";
const BUS = "arn:aws:events:us-east-1:{account}:event-bus/org-baseline-alerts";

export const events: ServiceSurface = {
  service: "events",
  title: "Amazon EventBridge",
  records: "events",
  things: [
    {
      what: "the rules and their targets",
      in: ["management", "security"],
      arns: {
        "rule-on-default-event-bus": [`${RULE}/org-baseline-guardrail-changed-event`],
        "rule-on-custom-event-bus": [`${RULE}/org-baseline-alerts/org-baseline-guardrail-changed-event`],
      },
      named: {
        name: ["org-baseline-guardrail-changed-event"],
        rule: ["org-baseline-guardrail-changed-event"],
        resourceARN: [`${RULE}/org-baseline-guardrail-changed-event`, `${RULE}/org-baseline-alerts/org-baseline-x`],
      },
    },
    {
      what: "the alert bus",
      in: ["management", "security"],
      arns: { "event-bus": [BUS] },
      named: { name: ["org-baseline-alerts"], eventBusName: ["org-baseline-alerts", BUS], resourceARN: [BUS] },
    },
    {
      what: "the default bus",
      in: ["management", "security"],
      arns: { "event-bus": ["arn:aws:events:us-east-1:{account}:event-bus/default"] },
      named: {
        name: ["default"],
        eventBusName: ["default"],
        resourceARN: ["arn:aws:events:us-east-1:{account}:event-bus/default"],
      },
    },
  ],
  accounts: ["management", "security"],
  unrecorded: [
    {
      source: "EventBridge User Guide, logging API calls with CloudTrail: PutEvents is a data event",
      actions: ["PutEvents"],
    },
  ],
  excused: [
    {
      reason: "adds",
      because: "it switches on again what was switched off",
      actions: ["EnableRule"],
    },
    {
      reason: "adds",
      because:
        "events of somebody's own: each rule asks for a source of AWS, and AWS refuses such a source (EventBridge API Reference, PutEvents)",
      actions: ["PutEvents", "PutPartnerEvents", "PutRawEvents"],
    },
    {
      reason: "adds",
      because: "an archive or a replay copies events: those that come are still matched",
      actions: ["CreateArchive", "StartReplay"],
    },
    {
      reason: "refused",
      because: "the bus exists already (EventBridge API Reference: ResourceAlreadyExistsException)",
      actions: ["CreateEventBus"],
    },
    {
      reason: "refused",
      because: "the default bus cannot be deleted (EventBridge API Reference, DeleteEventBus)",
      actions: ["DeleteEventBus"],
    },
    {
      reason: "harmless",
      because: "no alert goes by partner sources, connections, destinations, endpoints, archives or replays",
      actions: [
        "ActivateEventSource",
        "AllowVendedLogDeliveryForResource",
        "CancelReplay",
        "CreateApiDestination",
        "CreateConnection",
        "CreateEndpoint",
        "CreatePartnerEventSource",
        "DeactivateEventSource",
        "DeauthorizeConnection",
        "DeleteApiDestination",
        "DeleteArchive",
        "DeleteConnection",
        "DeleteEndpoint",
        "DeletePartnerEventSource",
        "InvokeApiDestination",
        "RetrieveConnectionCredentials",
        "UpdateApiDestination",
        "UpdateArchive",
        "UpdateConnection",
        "UpdateEndpoint",
      ],
    },
    {
      reason: "harmless",
      because: "they are for buses of the newer kind (event-busv2), of which the baseline has none",
      actions: [
        "CreateEventSource",
        "CreateSubscriber",
        "DeleteEventSource",
        "DeleteResourcePolicy",
        "DeleteSubscriber",
        "PutResourcePolicy",
        "RevokeResource",
        "UpdateEventSource",
        "UpdateSubscriber",
      ],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagResource", "UntagResource"],
    },
  ],
};
