import {
  DescribeOrganizationConfigurationCommand,
  GetDetectorCommand,
  type GuardDutyClient,
  paginateListDetectors,
  paginateListOrganizationAdminAccounts,
} from "@aws-sdk/client-guardduty";
import { unlessAbsent } from "../clients/absent";
import { everything } from "../clients/pages";

/** A protection plan of a detector. */
export interface DetectorFeature {
  readonly name: string;
  readonly status: string;
  readonly agents: readonly { readonly name: string; readonly status: string }[];
}

export interface DetectorFacts {
  readonly id: string;
  readonly status?: string;
  readonly findingFrequency?: string;
  readonly features: readonly DetectorFeature[];
}

/** What new and existing members of the organization get. */
export interface OrganizationDetectionFacts {
  readonly autoEnableMembers?: string;
  readonly features: readonly {
    readonly name: string;
    readonly autoEnable: string;
    readonly agents: readonly { readonly name: string; readonly autoEnable: string }[];
  }[];
}

/** The detector of an account in a Region: there is at most one. */
export async function readDetector(client: GuardDutyClient): Promise<DetectorFacts | undefined> {
  const [DetectorId] = await everything(paginateListDetectors({ client }, {}), (page) => page.DetectorIds);
  if (DetectorId === undefined) return undefined;
  const detector = await client.send(new GetDetectorCommand({ DetectorId }));
  return {
    id: DetectorId,
    status: detector.Status,
    findingFrequency: detector.FindingPublishingFrequency,
    features: (detector.Features ?? []).map(({ Name = "", Status = "", AdditionalConfiguration = [] }) => ({
      name: Name,
      status: Status,
      agents: AdditionalConfiguration.map((agent) => ({ name: agent.Name ?? "", status: agent.Status ?? "" })),
    })),
  };
}

/** What the administrator decided for the organization; undefined where it administers nothing. */
export async function readOrganizationDetection(
  client: GuardDutyClient,
  DetectorId: string,
): Promise<OrganizationDetectionFacts | undefined> {
  const answer = await unlessAbsent(
    ["BadRequestException"],
    client.send(new DescribeOrganizationConfigurationCommand({ DetectorId })),
  );
  return (
    answer && {
      autoEnableMembers: answer.AutoEnableOrganizationMembers,
      features: (answer.Features ?? []).map(({ Name = "", AutoEnable = "", AdditionalConfiguration = [] }) => ({
        name: Name,
        autoEnable: AutoEnable,
        agents: AdditionalConfiguration.map((agent) => ({
          name: agent.Name ?? "",
          autoEnable: agent.AutoEnable ?? "",
        })),
      })),
    }
  );
}

/** Accounts that administer GuardDuty for the organization in a Region. */
export async function readAdministrators(client: GuardDutyClient): Promise<readonly string[]> {
  const accounts = await everything(
    paginateListOrganizationAdminAccounts({ client }, {}),
    (page) => page.AdminAccounts,
  );
  return accounts
    .filter(({ AdminStatus }) => AdminStatus === "ENABLED")
    .map(({ AdminAccountId }) => AdminAccountId ?? "");
}
