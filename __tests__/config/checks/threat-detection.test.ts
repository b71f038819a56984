import { accepts, refuses } from "../expectations";

describe("threat detection", () => {
  accepts([
    ["GuardDuty of somebody else", { threatDetection: { mode: "use" } }],
    ["no optional feature", { threatDetection: { mode: "create" } }],
  ]);
  refuses([
    [
      "agents without their feature",
      { "threatDetection.features": ["S3_DATA_EVENTS"], "threatDetection.unavailableFeatures": {} },
      [
        'threatDetection.runtimeAgents must be empty unless threatDetection.features contains "RUNTIME_MONITORING", which installs the agents, got ["EC2_AGENT_MANAGEMENT"]',
      ],
    ],
    [
      "an exception for a Region that is not governed",
      { "threatDetection.unavailableFeatures": { "eu-west-2": ["S3_DATA_EVENTS"] } },
      [
        'threatDetection.unavailableFeatures["eu-west-2"] must be left out: regions does not govern it, got "eu-west-2"',
      ],
    ],
    [
      "an exception from a feature that is not chosen",
      { "threatDetection.unavailableFeatures": { "eu-west-1": ["S3_DATA_EVENTS", "RDS_LOGIN_EVENTS"] } },
      [
        'threatDetection.unavailableFeatures["eu-west-1"][1] must be left out: threatDetection.features does not choose it, got "RDS_LOGIN_EVENTS"',
      ],
    ],
  ]);
});
