import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { TerraformResourceLifecycle } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "./place";
import { keyOwner, type PolicyStatement } from "../catalogue/resource-policies/statement";
import { policyJson } from "./policy-json";

export interface EncryptionKeyProps {
  readonly place: Place;
  readonly partition: string;
  /** Account that owns the key. */
  readonly account: string;
  /** `alias/<name>` */
  readonly alias: string;
  readonly description: string;
  /** Who may use the key, besides the account's own IAM policies. */
  readonly statements: readonly PolicyStatement[];
  readonly lifecycle: TerraformResourceLifecycle | undefined;
}

/** A symmetric key that rotates every year and takes thirty days to be deleted. */
export class EncryptionKey extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: EncryptionKeyProps) {
    super(scope, id);
    const { place, partition, account, alias, description, statements, lifecycle } = props;
    const key = new KmsKey(this, "key", {
      ...place,
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      policy: policyJson([keyOwner(partition, account), ...statements]),
      lifecycle,
    });
    new KmsAlias(this, "alias", { ...place, name: alias, targetKeyId: key.keyId });
    this.arn = key.arn;
  }
}
