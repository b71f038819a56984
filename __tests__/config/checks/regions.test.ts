import { accepts, refuses } from "../expectations";

describe("regions", () => {
  accepts([
    ["every Region that accounts have", { regions: "default-enabled" }],
    [
      "a home Region that accounts opt into, in the list",
      { homeRegion: "eu-south-2", regions: ["eu-south-2", "eu-west-1"] },
    ],
  ]);
  refuses([
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
