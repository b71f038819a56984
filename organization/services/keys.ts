import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  type KMSClient,
  paginateListAliases,
} from "@aws-sdk/client-kms";
import { jsonObject, type JsonObject } from "./json";
import { everything } from "../clients/pages";

/** A customer-managed key, found by its alias. */
export interface KeyFacts {
  readonly alias: string;
  readonly arn: string;
  readonly description?: string;
  /** `Enabled`, unless something is wrong. */
  readonly state?: string;
  readonly rotation: boolean;
  readonly policy: JsonObject;
}

async function readKey(client: KMSClient, alias: string): Promise<KeyFacts> {
  const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: alias }));
  const KeyId = KeyMetadata?.KeyId;
  const [rotation, policy] = await Promise.all([
    client.send(new GetKeyRotationStatusCommand({ KeyId })),
    client.send(new GetKeyPolicyCommand({ KeyId, PolicyName: "default" })),
  ]);
  return {
    alias,
    arn: KeyMetadata?.Arn ?? "",
    description: KeyMetadata?.Description,
    state: KeyMetadata?.KeyState,
    rotation: rotation.KeyRotationEnabled ?? false,
    policy: jsonObject(policy.Policy ?? "{}"),
  };
}

/** The keys of these aliases, as far as they exist. */
export async function readKeys(client: KMSClient, wanted: readonly string[]): Promise<readonly KeyFacts[]> {
  const aliases = await everything(paginateListAliases({ client }, {}), (page) => page.Aliases);
  const existing = wanted.filter((alias) => aliases.some(({ AliasName }) => AliasName === alias));
  return Promise.all(existing.map((alias) => readKey(client, alias)));
}
