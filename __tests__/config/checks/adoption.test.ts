import { refuses } from "../expectations";

describe("adoption", () => {
  refuses([
    [
      "an address that is taken up and let go",
      { release: ["aws_sns_topic.old", "aws_s3_bucket.log"] },
      ['release[1] must be left out of release or of adopt, got "aws_s3_bucket.log"'],
    ],
  ]);
});
