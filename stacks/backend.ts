import { TerraformBackend, type TerraformRemoteState } from "cdktf";
import type { Construct } from "constructs";
import type { Baseline } from "../config";

type Settings = Readonly<Record<string, unknown>>;
type BackendConfig = Baseline["terraform"]["backend"];

/** Block and settings of a stack's backend. Whatever is left out, the pipeline passes with `-backend-config`. */
function blockOf(backend: BackendConfig, stack: string): readonly [block: string, settings: Settings] {
  switch (backend.type) {
    case "s3":
      return [
        "s3",
        {
          bucket: backend.bucket,
          key: `${backend.prefix}/${stack}/terraform.tfstate`,
          region: backend.region,
          kms_key_id: backend.kmsKeyId,
          assume_role: backend.roleArn === undefined ? undefined : { role_arn: backend.roleArn },
          encrypt: true,
          use_lockfile: true,
        },
      ];
    case "gcs":
      return ["gcs", { bucket: backend.bucket, prefix: `${backend.prefix}/${stack}` }];
    case "azurerm":
      return [
        "azurerm",
        {
          resource_group_name: backend.resourceGroupName,
          storage_account_name: backend.storageAccountName,
          container_name: backend.containerName,
          key: `${backend.prefix}/${stack}.tfstate`,
        },
      ];
    case "http": {
      const address = backend.address === undefined ? undefined : `${backend.address.replace(/\/$/, "")}/${stack}`;
      const lock = address === undefined ? undefined : `${address}/lock`;
      return ["http", { address, lock_address: lock, unlock_address: lock }];
    }
    case "cloud":
    case "remote":
      return [
        backend.type,
        {
          hostname: backend.hostname,
          organization: backend.organization,
          workspaces: { name: `${backend.workspacePrefix}${stack}` },
        },
      ];
    case "local":
      return ["local", { path: `${backend.directory.replace(/\/$/, "")}/${stack}.tfstate` }];
    case "none":
      return ["none", {}];
  }
}

const withoutUndefined = (settings: Settings): Settings =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));

/**
 * The backend of a stack. Every stack has one, so cdktf never adds its default, whose absolute path would tie the
 * output to one machine. The state's key is set for each stack: one `-backend-config=key=` would give all one state.
 */
export class StackBackend extends TerraformBackend {
  private readonly settings: Settings;

  constructor(scope: Construct, backend: BackendConfig, stack: string) {
    const [block, settings] = blockOf(backend, stack);
    super(scope, "backend", block);
    this.settings = withoutUndefined(settings);
  }

  override toTerraform(): Settings {
    if (this.name === "none") return {};
    return {
      terraform: this.name === "cloud" ? { cloud: this.settings } : { backend: { [this.name]: this.settings } },
    };
  }

  override toMetadata(): Settings {
    return { backend: this.name, ...(this.name === "cloud" ? { cloud: "cloud" } : {}) };
  }

  /** Stacks hand names to each other, never state. */
  override getRemoteStateDataSource(): TerraformRemoteState {
    throw new Error(
      "a stack must not read the state of another: name what the other stack creates (config/blueprint/names.ts)",
    );
  }
}
