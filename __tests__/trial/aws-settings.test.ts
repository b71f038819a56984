import { forgetAwsSettings } from "../../trial/aws-settings";

test("no setting of AWS is left, nor are the files in the home folder", () => {
  const env = { PATH: "/bin", AWS_USE_DUALSTACK_ENDPOINT: "true", AWS_PROFILE: "production", AWS_REGION: "eu-west-1" };
  forgetAwsSettings(env);
  expect(env).toEqual({
    PATH: "/bin",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  });
});
