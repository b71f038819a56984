import { arn, parseArn } from "../../catalogue/aws/arn";
import type { Blueprint } from "../../config";
import type { PermissionStatement } from "./statements";
import type { JobRole } from "./trust";

/** The state in a bucket that the pipeline's role reaches by itself. */
interface StateBucket {
  readonly bucket: string;
  readonly prefix: string;
  /** Key that encrypts it: an id, an alias or an ARN. @default - the bucket's own */
  readonly key?: string | undefined;
}

/** Where the state is, as far as a role of AWS reaches it: a bucket, or a role that is assumed for it. */
export type State = StateBucket | { readonly roleArn: string };

/** What was said of the state beside the configuration. */
export interface StateOptions {
  readonly bucket?: string | undefined;
  readonly key?: string | undefined;
}

/** The state in S3: of the configuration, or what the pipeline hands to init. Undefined where it is elsewhere. */
export function stateOf({ baseline: { terraform } }: Blueprint, { bucket, key }: StateOptions): State | undefined {
  const { backend } = terraform;
  if (backend.type !== "s3") return undefined;
  if (backend.roleArn !== undefined) return { roleArn: backend.roleArn };
  const named = bucket ?? backend.bucket;
  return named === undefined ? undefined : { bucket: named, prefix: backend.prefix, key: key ?? backend.kmsKeyId };
}

const allow = (
  Sid: string,
  Action: readonly string[],
  Resource: string,
  Condition?: PermissionStatement["Condition"],
): PermissionStatement => ({
  Sid,
  Effect: "Allow",
  Action,
  Resource: [Resource],
  ...(Condition === undefined ? {} : { Condition }),
});

/** An alias is no resource of the calls that use its key: it is asked for by a condition. */
function keyStatement(
  { partition, accounts }: Blueprint,
  key: string,
  actions: readonly string[],
): PermissionStatement {
  const { resource = key, region = "*", account = accounts.management.id } = parseArn(key) ?? {};
  const at = (of: string) => arn({ partition: partition.id, service: "kms", region, account, resource: of });
  if (resource.startsWith("alias/"))
    return allow("StateKey", actions, at("key/*"), {
      "ForAnyValue:StringEquals": { "kms:ResourceAliases": [resource] },
    });
  return allow("StateKey", actions, at(resource.startsWith("key/") ? resource : `key/${resource}`));
}

/**
 * What a role does with the state. The plan reads it and leaves no lock (`plan --no-lock`); the apply writes it, locks it
 * with a file beside it and takes the file away.
 * Source: Terraform documentation, S3 backend, permissions required; S3 User Guide, encryption with KMS.
 */
export function onState(blueprint: Blueprint, of: State, role: JobRole): readonly PermissionStatement[] {
  if (role === "evidence") return [];
  if ("roleArn" in of) return [allow("StateRole", ["sts:AssumeRole"], of.roleArn)];
  const { bucket, prefix, key } = of;
  const { bucket: at } = blueprint.arns;
  const writes = role === "apply";
  const state = at(`${bucket}/${prefix}/*/terraform.tfstate`);
  return [
    allow("StateBucket", ["s3:ListBucket"], at(bucket)),
    allow("State", writes ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"], state),
    ...(writes ? [allow("StateLock", ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"], `${state}.tflock`)] : []),
    ...(key === undefined
      ? []
      : [keyStatement(blueprint, key, writes ? ["kms:Decrypt", "kms:GenerateDataKey"] : ["kms:Decrypt"])]),
  ];
}
