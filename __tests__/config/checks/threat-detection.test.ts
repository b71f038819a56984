import { accepts, refuses } from "../expectations";

describe("threat detection", () => {
  accepts([
    ["GuardDuty of somebody else", { threatDetection: { mode: "use" } }],
    ["no optional feature", { threatDetection: { mode: "create" } }],
    [
      "an exception from what is not chosen, since what is off is sent as well, and from an agent",
      {
        "threatDetection.unavailableFeatures": {
          "eu-west-1": ["S3_DATA_EVENTS", "EBS_MALWARE_PROTECTION", "ECS_FARGATE_AGENT_MANAGEMENT"],
        },
      },
    ],
    [
      "an exception for a Region that is being left",
      { regions: ["us-east-1"], leavingRegions: { "eu-west-1": "members" } },
    ],
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
  ]);
});
