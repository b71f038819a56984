import { terraformEnvironment } from "../../terraform/environment";

const NEEDED = {
  PATH: "/usr/bin",
  HOME: "/home/me",
  TMPDIR: "/tmp",
  LC_ALL: "C.UTF-8",
  HTTPS_PROXY: "http://proxy.example.com:3128",
  SSL_CERT_FILE: "/etc/ssl/corporate.pem",
  NODE_EXTRA_CA_CERTS: "/etc/ssl/corporate.pem",
  TF_CLI_CONFIG_FILE: "/home/me/mirror.rc",
  TF_PLUGIN_CACHE_DIR: "/home/me/cache",
  TF_TOKEN_registry_example_com: "token",
  TFENV_TERRAFORM_VERSION: "1.11.4",
};

/** Each of these changes what Terraform, the AWS provider, the CDKTF CLI or Node do or print. */
const HOSTILE = {
  AWS_USE_DUALSTACK_ENDPOINT: "true",
  AWS_PROFILE: "production",
  AWS_ACCESS_KEY_ID: "AKIAIOSFODNN7EXAMPLE",
  AWS_ENDPOINT_URL_S3: "https://s3.example.com",
  TF_CLI_ARGS: "-input=false",
  TF_CLI_ARGS_plan: "-destroy",
  TF_LOG: "trace",
  TF_WORKSPACE: "other",
  TF_DATA_DIR: "/elsewhere",
  TF_VAR_security_role_arn: "arn:aws:iam::222222222222:role/other",
  TF_REATTACH_PROVIDERS: "{}",
  CDKTF_LOG_LEVEL: "debug",
  CDKTF_OUTDIR: "/elsewhere",
  NODE_OPTIONS: "--inspect",
  FORCE_COLOR: "1",
  PYTHONSAFEPATH: "1",
};

test("what a child needs reaches it, and whatever else the caller has set does not", () => {
  const hosts = "127.0.0.1,localhost";
  expect(terraformEnvironment({ ...NEEDED, ...HOSTILE })).toEqual({ ...NEEDED, NO_PROXY: hosts, no_proxy: hosts });
});
