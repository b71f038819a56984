import {
  DeleteMembersCommand,
  DisassociateMembersCommand,
  paginateListMembers,
  type GuardDutyClient,
} from "@aws-sdk/client-guardduty";
import { readDetector } from "../../../organization/services/detectors";
import { everything } from "../../../organization/clients/pages";

/** Accounts that the administrator lists as members, those that were disassociated included. */
export async function membersOf(client: GuardDutyClient): Promise<readonly string[]> {
  const detector = await readDetector(client);
  if (detector === undefined) return [];
  const members = await everything(
    paginateListMembers({ client }, { DetectorId: detector.id, OnlyAssociated: "false" }),
    (page) => page.Members,
  );
  return members.map(({ AccountId = "" }) => AccountId).sort();
}

/** What the runbook lets an operator do between the two deploys that leave a Region. */
export async function releaseMembers(client: GuardDutyClient): Promise<void> {
  const DetectorId = (await readDetector(client))?.id;
  const AccountIds = [...(await membersOf(client))];
  await client.send(new DisassociateMembersCommand({ DetectorId, AccountIds }));
  await client.send(new DeleteMembersCommand({ DetectorId, AccountIds }));
}
