import type { ServiceSurface } from "../surface";

const KEY = "arn:aws:kms:us-east-1:{account}:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const alias = (name: string): string => `arn:aws:kms:us-east-1:{account}:alias/${name}`;

export const kms: ServiceSurface = {
  service: "kms",
  title: "AWS KMS",
  records: "kms",
  things: [
    {
      what: "the keys of the log group and of the alerts",
      in: ["management"],
      arns: { key: [KEY] },
      context: { "kms:ResourceAliases": ["alias/org-baseline-alerts"] },
    },
    {
      what: "the key of the record",
      in: ["log archive"],
      arns: { key: [KEY] },
      context: { "kms:ResourceAliases": ["alias/org-baseline-trail"] },
    },
    {
      what: "the key of the second channel",
      in: ["security"],
      arns: { key: [KEY] },
      context: { "kms:ResourceAliases": ["alias/org-baseline-second-channel"] },
    },
    {
      what: "the aliases by which policies know the keys",
      in: ["management", "security", "log archive"],
      arns: { alias: [alias("org-baseline-trail")] },
      named: { aliasName: ["alias/org-baseline-trail"] },
    },
  ],
  accounts: ["management", "security", "log archive"],
  excused: [
    {
      reason: "adds",
      because: "it undoes what was done to a key",
      actions: ["CancelKeyDeletion", "EnableKey", "EnableKeyRotation"],
    },
    {
      reason: "adds",
      because: "a key or somebody who may use the key more: whoever uses it now goes on",
      actions: ["CreateGrant", "CreateKey"],
    },
    {
      reason: "harmless",
      because: "using a key changes nothing about it",
      actions: [
        "Decrypt",
        "DeriveSharedSecret",
        "Encrypt",
        "GenerateDataKey",
        "GenerateDataKeyPair",
        "GenerateDataKeyPairWithoutPlaintext",
        "GenerateDataKeyWithoutPlaintext",
        "GenerateMac",
        "GenerateRandom",
        "ReEncryptFrom",
        "ReEncryptTo",
        "Sign",
        "Verify",
        "VerifyMac",
      ],
    },
    {
      reason: "harmless",
      because: "old material stays, whenever new is made: what is encrypted can be read",
      actions: ["RotateKeyOnDemand"],
    },
    {
      reason: "harmless",
      because: "services use the keys by key policy, not by grants",
      actions: ["RetireGrant", "RevokeGrant"],
    },
    {
      reason: "harmless",
      because: "the keys of the baseline are in no store of somebody's own",
      actions: [
        "ConnectCustomKeyStore",
        "CreateCustomKeyStore",
        "DeleteCustomKeyStore",
        "DisconnectCustomKeyStore",
        "UpdateCustomKeyStore",
      ],
    },
    {
      reason: "refused",
      because: "the keys are of one Region and made by KMS (KMS API Reference: UnsupportedOperationException)",
      actions: ["ImportKeyMaterial", "ReplicateKey", "SynchronizeMultiRegionKey", "UpdatePrimaryRegion"],
    },
    {
      reason: "elsewhere",
      because:
        "by the alias, which is watched wherever it is, and denied in the log archive and the management account; another alias that the key has is there only where somebody made it, which is watched and denied likewise",
      actions: ["DeleteAlias"],
    },
    {
      reason: "harmless",
      because: "a description is for people",
      actions: ["UpdateKeyDescription"],
    },
  ],
};
