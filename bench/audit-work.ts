import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetAccessKeyLastUsedCommand,
  GetLoginProfileCommand,
  GetUserCommand,
  IAMClient,
  ListAccessKeysCommand,
  ListMFADevicesCommand,
  ListSigningCertificatesCommand,
} from "@aws-sdk/client-iam";
import { AssumeRootCommand, STSClient } from "@aws-sdk/client-sts";
import { blueprintOf, loadConfig } from "../config";
import { clientConfig } from "../organization/clients/client-config";
import { RootSessions } from "../root-sessions";
import { forEach } from "../root-sessions/audit/pace";
import { AT_ONCE, audit } from "../root-sessions/audit/run";
import { KeptRecord } from "../root-sessions/kept-record";

// An audit as the command makes it, or the same calls of the SDK and nothing else. What was used until the mark is start-up.
const [, , what, count] = process.argv;
const ids = Array.from({ length: Number(count) }, (_, index) => String(400000000000 + index));
const KEYS = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "example" };

/** Without a rate: so many sessions a minute are opened nowhere. */
const NO_RATE = 1e9;

const { signal } = new AbortController();

async function calls(): Promise<void> {
  const sts = new STSClient({ region: "us-east-1", credentials: KEYS });
  await forEach(ids, { atOnce: AT_ONCE, signal }, async (id) => {
    const command = { TargetPrincipal: id, TaskPolicyArn: { arn: "arn:aws:iam::aws:policy/root-task/x" } };
    const { Credentials: found } = await sts.send(new AssumeRootCommand(command));
    const credentials = {
      accessKeyId: found?.AccessKeyId ?? "",
      secretAccessKey: found?.SecretAccessKey ?? "",
      sessionToken: found?.SessionToken ?? "",
    };
    const iam = new IAMClient({ region: "us-east-1", credentials });
    const [keys] = await Promise.all([
      iam.send(new ListAccessKeysCommand({})),
      iam.send(new GetLoginProfileCommand({})).catch(() => undefined),
      iam.send(new GetUserCommand({})),
      iam.send(new ListMFADevicesCommand({})),
      iam.send(new ListSigningCertificatesCommand({})),
    ]);
    for (const { AccessKeyId = "" } of keys.AccessKeyMetadata ?? [])
      await iam.send(new GetAccessKeyLastUsedCommand({ AccessKeyId }));
  });
}

async function audited(): Promise<void> {
  const baseline = loadConfig();
  const management = baseline.accounts.management.id;
  const own = clientConfig({}, baseline.homeRegion, () => Promise.resolve(KEYS));
  const caller = { account: management, arn: `arn:aws:iam::${management}:role/x`, person: "x", isUser: false };
  const folder = mkdtempSync(join(tmpdir(), "org-baseline-audit-"));
  const kept = new KeptRecord(join(folder, "audit.json"));
  const { record } = await audit({
    organization: baseline.organization.id,
    managementAccount: management,
    sessions: new RootSessions(blueprintOf(baseline), caller, { task: "audit", reason: "bench" }, own, {}),
    reason: "bench",
    accounts: ids.map((id) => ({ id, name: `account-${id}`, status: "ACTIVE" })),
    perMinute: NO_RATE,
    signal,
    tell: (now) => kept.tell(now),
  });
  kept.tell(record);
  kept.flush();
  rmSync(folder, { recursive: true });
  const seen = record.accounts.filter((row) => JSON.stringify(row).includes(KEYS.accessKeyId)).length;
  if (seen !== ids.length) throw new Error(`every account must be looked at, got ${seen} of ${ids.length}`);
}

performance.mark("started", { detail: process.cpuUsage() });
void (what === "audit" ? audited() : calls());
