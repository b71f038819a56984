import { accepts, refuses } from "../expectations";

describe("regions", () => {
  accepts([
    ["every Region that accounts have", { regions: "default-enabled" }],
    [
      "a home Region that accounts opt into, in the list",
      { homeRegion: "eu-south-2", regions: ["eu-south-2", "eu-west-1"] },
    ],
  ]);
  accepts([
    ["a Region that is left", { regions: ["us-east-1"], leavingRegions: { "eu-west-1": "everything" } }],
    [
      "the home Region among those that are left, by whoever gives the baseline up",
      { regions: [], leavingRegions: { "us-east-1": "members", "eu-west-1": "members" } },
    ],
  ]);
  refuses([
    [
      "no Region at all",
      { regions: [], "threatDetection.unavailableFeatures": {} },
      ["regions must contain homeRegion, us-east-1, got []"],
    ],
    [
      "a Region that is governed and left",
      { leavingRegions: { "eu-west-1": "members" } },
      ['leavingRegions["eu-west-1"] must be left out of leavingRegions or of regions, got "members"'],
    ],
    [
      "a Region that is left while all of them are governed",
      { regions: "default-enabled", leavingRegions: { "eu-west-2": "members" } },
      [
        'leavingRegions["eu-west-2"] must be left out while regions is "default-enabled", which governs it: list the Regions that stay, got "members"',
      ],
    ],
    [
      "a Region of another partition that is left",
      { leavingRegions: { "cn-north-1": "members" } },
      ['leavingRegions["cn-north-1"] must name a Region of the aws partition, like homeRegion, got "cn-north-1"'],
    ],
    [
      "a step that does not exist",
      { leavingRegions: { "eu-west-2": "now" } },
      ['leavingRegions["eu-west-2"] must be one of "members", "everything", got "now"'],
    ],
    [
      "a home Region that does not exist",
      { homeRegion: "us-esat-1" },
      [
        'homeRegion must be a Region of the partitions aws, aws-us-gov, aws-cn (catalogue/partitions.ts lists them), got "us-esat-1"',
      ],
    ],
    [
      "a home Region of a partition that is not known",
      { homeRegion: "eusc-de-east-1" },
      [
        'homeRegion must be a Region of the partitions aws, aws-us-gov, aws-cn (catalogue/partitions.ts lists them), got "eusc-de-east-1"',
      ],
    ],
    [
      "a governed Region that does not exist",
      { regions: ["us-east-1", "eu-west-1", "eu-west-9"] },
      ['regions[2] must be a Region that exists (catalogue/partitions.ts lists them), got "eu-west-9"'],
    ],
    [
      "a governed Region of another partition",
      { regions: ["us-east-1", "cn-north-1", "eu-west-1"] },
      ['regions[1] must be a Region of the aws partition, like homeRegion, got "cn-north-1"'],
    ],
    [
      "governed Regions without the home Region",
      { regions: ["us-east-2", "eu-west-1"] },
      ['regions must contain homeRegion, us-east-1, got ["us-east-2","eu-west-1"]'],
    ],
    [
      "default-enabled with a home Region that accounts opt into",
      {
        homeRegion: "eu-south-2",
        regions: "default-enabled",
      },
      ['regions must be a list with homeRegion in it, because accounts opt into eu-south-2, got "default-enabled"'],
    ],
  ]);
});
