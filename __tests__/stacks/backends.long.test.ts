import type { BaselineConfig } from "../../config";
import { configuration } from "../support/configuration";
import { synth } from "../support/synth";

type Backend = BaselineConfig["terraform"]["backend"];

/** `terraform.backend` and `terraform.cloud` of every stack. */
const blocks = (backend: Backend) =>
  Object.fromEntries(
    Object.entries(synth(configuration({ terraform: { backend } })).stacks).map(([name, { terraform }]) => [
      name,
      { backend: terraform["backend"], cloud: terraform["cloud"] },
    ]),
  );

const BACKENDS: readonly (readonly [name: string, backend: Backend, block: object])[] = [
  [
    "s3",
    {
      type: "s3",
      bucket: "state",
      region: "eu-west-1",
      kmsKeyId: "alias/state",
      roleArn: "arn:aws:iam::555555555555:role/state",
    },
    {
      backend: {
        s3: {
          bucket: "state",
          key: "org-baseline/alarms/terraform.tfstate",
          region: "eu-west-1",
          kms_key_id: "alias/state",
          assume_role: { role_arn: "arn:aws:iam::555555555555:role/state" },
          encrypt: true,
          use_lockfile: true,
        },
      },
    },
  ],
  [
    "s3 with nothing but its key, for a pipeline that passes the rest",
    { type: "s3", prefix: "team/prod" },
    { backend: { s3: { key: "team/prod/alarms/terraform.tfstate", encrypt: true, use_lockfile: true } } },
  ],
  ["gcs", { type: "gcs", bucket: "state" }, { backend: { gcs: { bucket: "state", prefix: "org-baseline/alarms" } } }],
  [
    "azurerm",
    { type: "azurerm", resourceGroupName: "group", storageAccountName: "account", containerName: "states" },
    {
      backend: {
        azurerm: {
          resource_group_name: "group",
          storage_account_name: "account",
          container_name: "states",
          key: "org-baseline/alarms.tfstate",
        },
      },
    },
  ],
  [
    "http",
    { type: "http", address: "https://git.example.com/state/" },
    {
      backend: {
        http: {
          address: "https://git.example.com/state/alarms",
          lock_address: "https://git.example.com/state/alarms/lock",
          unlock_address: "https://git.example.com/state/alarms/lock",
        },
      },
    },
  ],
  ["http by environment alone", { type: "http" }, { backend: { http: {} } }],
  [
    "cloud",
    { type: "cloud", organization: "example" },
    { cloud: { organization: "example", workspaces: { name: "org-baseline-alarms" } } },
  ],
  [
    "remote",
    { type: "remote", organization: "example", hostname: "tfe.example.com", workspacePrefix: "aws-" },
    {
      backend: { remote: { organization: "example", hostname: "tfe.example.com", workspaces: { name: "aws-alarms" } } },
    },
  ],
  [
    "local",
    { type: "local", directory: "../../../states" },
    { backend: { local: { path: "../../../states/alarms.tfstate" } } },
  ],
  ["none", { type: "none" }, {}],
];

test.each(BACKENDS)("%s: the block is written as Terraform reads it", (_name, backend, block) => {
  expect(blocks(backend)["alarms"]).toEqual({ backend: undefined, cloud: undefined, ...block });
});

test.each(BACKENDS.filter(([name]) => name !== "none" && !name.startsWith("http by")))(
  "%s: every stack has a state of its own, which the stack's name tells",
  (_name, backend) => {
    const written = Object.entries(blocks(backend)).map(([name, block]) => [name, JSON.stringify(block)] as const);
    expect(written).toHaveLength(5);
    for (const [name, text] of written) expect([name, text.includes(name)]).toEqual([name, true]);
    expect(new Set(written.map(([, text]) => text)).size).toBe(5);
  },
);

test("every type of the configuration is tried", () => {
  const types = ["azurerm", "cloud", "gcs", "http", "local", "none", "remote", "s3"];
  expect([...new Set(BACKENDS.map(([, { type }]) => type))].sort()).toEqual(types);
});
