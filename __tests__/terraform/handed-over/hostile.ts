import { add, hostile, inProvider, inTerraform, inTopic, nested, set, text, type Hostile } from "./edits";

const programs: readonly Hostile[] = [
  hostile(
    "a provisioner",
    inTopic({ provisioner: [{ "local-exec": { command: "env" } }] }),
    /must have no provisioner/,
  ),
  hostile(
    "a provisioner of terraform_data",
    add("resource", "terraform_data", { provisioner: { "local-exec": { command: "env" } } }),
    /terraform_data\.evil must have no provisioner/,
  ),
  hostile(
    "a provisioner of something removed",
    set("removed", [{ from: "aws_sns_topic.low", provisioner: { "local-exec": { command: "env", when: "destroy" } } }]),
    /removed\.provisioner must be one of from, lifecycle/,
  ),
  hostile("a connection", inTopic({ connection: { host: "192.0.2.1" } }), /must have no connection/),
  hostile(
    "external data",
    add("data", "external", { program: ["env"] }),
    /data\.external must be a data of the baseline/,
  ),
  hostile("a null resource", add("resource", "null_resource", {}), /null_resource must be a resource of the baseline/),
  hostile(
    "a module",
    set("module", { evil: { source: "git::https://example.com/evil.git" } }),
    /module must be one of/,
  ),
  hostile(
    "an ephemeral resource",
    set("ephemeral", { aws_secretsmanager_secret_version: {} }),
    /ephemeral must be one of/,
  ),
  hostile("an action", set("action", { aws_lambda_invoke: {} }), /action must be one of/),
  hostile(
    "a trigger of an action",
    inTopic({ lifecycle: { action_trigger: { events: ["before_create"] } } }),
    /lifecycle\.action_trigger must be one of/,
  ),
  hostile("a list of itself in place of a body", inTopic({ lifecycle: "evil" }), /lifecycle must be an object/),
];

const reading: readonly Hostile[] = [
  hostile("http data", add("data", "http", { url: "https://example.com" }), /data\.http must be/),
  hostile(
    "another state",
    add("data", "terraform_remote_state", { backend: "s3" }),
    /data\.terraform_remote_state must be/,
  ),
  hostile("a secret of AWS", add("data", "aws_secretsmanager_secret_version", {}), /must be a data of the baseline/),
  hostile("a call of a function of AWS", add("data", "aws_lambda_invocation", {}), /must be a data of the baseline/),
  hostile(
    "anything by the Cloud Control API",
    add("data", "aws_cloudcontrolapi_resource", { type_name: "AWS::SSM::Parameter", identifier: "x" }),
    /data\.aws_cloudcontrolapi_resource\.evil\.type_name must be AWS::CloudTrail::Trail/,
  ),
  hostile(
    "the Cloud Control API in another role",
    add("data", "aws_cloudcontrolapi_resource", {
      ...{ type_name: "AWS::CloudTrail::Trail", identifier: "x", role_arn: "arn:aws:iam::999999999999:role/x" },
    }),
    /data\.aws_cloudcontrolapi_resource\.evil\.role_arn must be nothing/,
  ),
  hostile("data in a check", set("check", { evil: { data: { http: { x: {} } } } }), /check\.evil\.data must be one of/),
  hostile("the environment", text('${file("/proc/self/environ")}'), /call only functions .*, not file\(\)/),
  hostile("a file", text('${filebase64("~/.aws/credentials")}'), /not filebase64\(\)/),
  hostile("a template", text('${templatefile("/etc/passwd", {})}'), /not templatefile\(\)/),
  hostile("names of files", text('${join(",", fileset("/", "**"))}'), /not fileset\(\)/),
  hostile("a file in a condition", text('%{ if file("/a") == "" }x%{ endif }'), /not file\(\)/),
  hostile("a file in a text in an expression", text('${"a${file("/a")}"}'), /not file\(\)/),
  hostile("a file after a text with an escaped quote", text('${"\\"${"x"}" == file("/a")}'), /not file\(\)/),
  hostile("a file after an escaped sign", text('$${x} ${file("/a")}'), /not file\(\)/),
  hostile("a file behind three signs", text('$$${file("/a")}'), /hold two of the signs/),
  hostile("a file behind blanks", text('${file \n ("/a")}'), /not file\(\)/),
  hostile("a file behind a comment", text('${file/**/("/a")}'), /hold no comment/),
  hostile("a file in a namespace", text('${core::file("/a")}'), /call no function of a provider or a namespace/),
  hostile("a function of a provider", text('${provider::aws::arn_parse("a")}'), /of a provider or a namespace/),
  hostile("a heredoc", text('${<<A\n"}${1}\nA\n}'), /hold no heredoc/),
  hostile("an expression without an end", text('${file("/a")'), /end its expression/),
  hostile("a file as the name of a tag", inTopic({ tags: { '${file("/a")}': "x" } }), /not file\(\)/),
  hostile("a file in an output", set("output", { a: { value: '${file("/a")}' } }), /output\.a\.value must call only/),
  hostile(
    "a file in an import",
    set("import", [{ to: "aws_sns_topic.x", id: '${file("/a")}' }]),
    /import\.id must call only/,
  ),
  hostile(
    "a variable of the runner",
    set("variable", { pager_token: { type: "string" } }),
    /variable\.pager_token must be/,
  ),
  hostile("a value that the review would not show", text('${sensitive("x")}'), /not sensitive\(\)/),
  hostile("nesting without an end", set("locals", { deep: nested(60) }), /nest at most 40 levels/),
];

const elsewhere: readonly Hostile[] = [
  hostile(
    "another backend",
    inTerraform({ backend: { http: { address: "https://example.com" } } }),
    /terraform must be as on/,
  ),
  hostile("no backend", inTerraform({ backend: undefined }), /terraform must be as on the base branch/),
  hostile("HCP Terraform", inTerraform({ cloud: { organization: "evil" } }), /terraform must be as on/),
  hostile("a key provider of OpenTofu", inTerraform({ encryption: { key_provider: {} } }), /terraform must be as on/),
  hostile("metadata of a provider", inTerraform({ provider_meta: { aws: {} } }), /terraform must be as on/),
  hostile(
    "a provider from elsewhere",
    inTerraform({ required_providers: { aws: { source: "example.com/evil/aws", version: "1.0.0" } } }),
    /terraform must be as on/,
  ),
  hostile(
    "one provider more",
    inTerraform({
      required_providers: { aws: { source: "hashicorp/aws" }, external: { source: "hashicorp/external" } },
    }),
    /terraform must be as on/,
  ),
  hostile("another kind of provider", set("provider", { http: [{}] }), /provider\.http must be as on/),
  hostile(
    "an endpoint",
    inProvider({ endpoints: [{ sts: "https://example.com" }] }),
    /provider\.aws\.\S+ must be as on/,
  ),
  hostile("credentials of the attacker", inProvider({ access_key: "AKIAIOSFODNN7EXAMPLE" }), /must be as on the base/),
  hostile("another profile", inProvider({ profile: "admin" }), /must be as on the base branch/),
  hostile("a proxy", inProvider({ http_proxy: "http://192.0.2.1" }), /must be as on the base branch/),
  hostile("a file of credentials", inProvider({ shared_credentials_files: ["/a"] }), /must be as on the base branch/),
  hostile(
    "another role",
    inProvider({ assume_role: [{ role_arn: "arn:aws:iam::999999999999:role/x" }] }),
    /must be as on/,
  ),
  hostile("another account", inProvider({ allowed_account_ids: ["999999999999"] }), /must be as on the base branch/),
  hostile("no pin to an account", inProvider({ allowed_account_ids: undefined }), /must be as on the base branch/),
  hostile("a Region that is a host", inProvider({ region: "us-east-1.example.com#" }), /\.region must be a Region/),
  hostile("a Region that is worked out", inProvider({ region: '${"us-east-1"}' }), /\.region must be a Region/),
  hostile(
    "a role by the default of a variable",
    set("variable", { security_role_arn: { type: "string", default: "arn:aws:iam::999999999999:role/x" } }),
    /variable\.security_role_arn must be as on/,
  ),
  hostile(
    "a resource in a Region that is a host",
    inTopic({ region: "us-east-1.example.com#" }),
    /\.region must be a Region/,
  ),
  hostile(
    "data in a Region that is a host",
    add("data", "aws_region", { region: "x.example.com" }),
    /\.region must be a Region/,
  ),
  hostile("a provider that is worked out", inTopic({ provider: "${local.p}" }), /provider must be a provider of AWS/),
];

const shapes: readonly Hostile[] = [
  hostile("a list of resources", set("resource", [{}]), /resource must be an object/),
  hostile("a list of bodies", add("resource", "aws_sns_topic", [{}, {}]), /aws_sns_topic\.evil must be an object/),
  hostile("a list of types", set("data", { aws_region: [{}] }), /data\.aws_region must be an object|evil/),
  hostile("dynamic blocks", inTopic({ dynamic: { setting: {} } }), /must have no dynamic/),
  hostile("a kind that nobody knows yet", set("gadget", {}), /gadget must be one of/),
];

/** At least one for each way that we know, and for each way to hide it. */
export const HOSTILE: readonly Hostile[] = [...programs, ...reading, ...elsewhere, ...shapes];
