import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { App, TerraformStack } from "cdktf";
import type { Construct } from "constructs";

/** What the TypeScript template of `cdktf init` makes, with one resource. The yardstick of the bench. */
class MyStack extends TerraformStack {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "AWS", { region: "us-east-1" });
    new S3Bucket(this, "bucket", { bucket: "starter-app" });
  }
}

const app = new App();
new MyStack(app, "starter-app");
app.synth();
