import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Clients } from "../../../organization";
import { readDetector } from "../../../organization/services/detectors";
import { readGuardrails } from "../../../organization/guardrails";
import { valueOf } from "../../../organization/clients/reading";
import type { Baseline } from "../../../config";
import type { Deployment } from "../../../terraform/deployment";
import { accountOf, at, regionOf, resourcesOf, type Body, type Terraform } from "../../support/terraform";
import { STACKS } from "./stacks";

/** What an import id is made of: the resource as it is written, and where it lives. */
interface Place {
  readonly clients: Clients;
  readonly baseline: Baseline;
  readonly account: string;
  readonly region: string;
}

type Find = (body: Body, place: Place) => string | Promise<string>;

const argument =
  (name: string): Find =>
  (body) =>
    String(body[name]);

/** The import ids that the AWS provider documents, and how an operator finds them. */
const IMPORT_IDS: Readonly<Record<string, Find>> = {
  aws_cloudtrail: (body, { account, region }) =>
    `arn:aws:cloudtrail:${region}:${account}:trail/${String(body["name"])}`,
  aws_cloudwatch_event_bus: argument("name"),
  aws_cloudwatch_log_group: argument("name"),
  aws_guardduty_detector: async (_body, { clients, account, region }) =>
    (await readDetector(clients.at(account, region).guardDuty()))?.id ?? "",
  aws_guardduty_organization_admin_account: argument("admin_account_id"),
  aws_iam_role: argument("name"),
  aws_kms_alias: argument("name"),
  aws_organizations_delegated_administrator: (body) =>
    `${String(body["account_id"])}/${String(body["service_principal"])}`,
  aws_organizations_policy: async (body, { clients, baseline }) =>
    valueOf((await readGuardrails(clients, baseline)).policies).find(({ name }) => name === body["name"])?.id ?? "",
  aws_s3_bucket: argument("bucket"),
};

/** The import id of what exists already under an address of the synthesized stacks. */
export async function importId(
  address: string,
  { outDir }: Deployment,
  clients: Clients,
  baseline: Baseline,
): Promise<string> {
  const stacks = STACKS.map(
    (stack) => JSON.parse(readFileSync(join(outDir, "stacks", stack, "cdk.tf.json"), "utf8")) as Terraform,
  );
  const stack = stacks.find((one) => resourcesOf(one).some((resource) => resource.address === address));
  const find = IMPORT_IDS[address.split(".")[0] ?? ""];
  if (stack === undefined || find === undefined) throw new Error(`no import id is known for ${address}`);
  const body = at(stack, address);
  return find(body, {
    clients,
    baseline,
    account: accountOf(stack, { body }) ?? "",
    region: String(regionOf(stack, { body })),
  });
}
