import {
  CreateDetectorCommand,
  DeleteDetectorCommand,
  DeleteMembersCommand,
  DisableOrganizationAdminAccountCommand,
  DisassociateMembersCommand,
  EnableOrganizationAdminAccountCommand,
  UpdateDetectorCommand,
  UpdateOrganizationConfigurationCommand,
  type AutoEnableMembers,
  type DetectorFeatureConfiguration,
  type GuardDutyClient,
} from "@aws-sdk/client-guardduty";
import { parseConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { startEmulator, type Emulator } from "../../emulator/start";
import { Clients } from "../../organization";
import { readDetector } from "../../organization/services/detectors";
import { configuration } from "../support/configuration";
import { describeE2E } from "./support/describe-e2e";
import { membersOf } from "./support/members";

const MANAGEMENT = "111111111111";
const SECURITY = "222222222222";
const HAS_MEMBERS = /cannot delete detector while it has invited or associated members/;
const OUT_OF_RANGE = /invalid or out-of-range value/;

/** The emulator is a stand-in for AWS only where it refuses what AWS refuses. */
describeE2E("GuardDuty in the emulator", () => {
  let emulator: Emulator;
  let management: GuardDutyClient;
  let security: GuardDutyClient;

  beforeEach(async () => {
    emulator = await startEmulator({
      seed: { ...existingOrganization, guardDutyNotOffered: { "us-east-1": ["EBS_MALWARE_PROTECTION"] } },
    });
    const clients = new Clients(parseConfig(configuration()), emulator.env);
    management = clients.at(MANAGEMENT).guardDuty();
    security = clients.at(SECURITY).guardDuty();
  });
  afterEach(() => emulator.stop());

  const create = (client: GuardDutyClient) => client.send(new CreateDetectorCommand({ Enable: true }));
  const idOf = async (client: GuardDutyClient) => (await readDetector(client))?.id;
  const remove = async (client: GuardDutyClient) =>
    client.send(new DeleteDetectorCommand({ DetectorId: await idOf(client) }));
  const enable = async (members: AutoEnableMembers) =>
    security.send(
      new UpdateOrganizationConfigurationCommand({
        DetectorId: await idOf(security),
        AutoEnableOrganizationMembers: members,
      }),
    );
  const administrator = { AdminAccountId: SECURITY };
  const members = async () => ({ DetectorId: await idOf(security), AccountIds: [...(await membersOf(security))] });

  test("leaves an organization in AWS's order alone: nobody by itself, no members, no administrator, no detector", async () => {
    await create(management);
    await management.send(new EnableOrganizationAdminAccountCommand(administrator));
    await enable("ALL");
    expect(await membersOf(security)).toHaveLength(5);

    await expect(remove(security)).rejects.toThrow(HAS_MEMBERS);
    await expect(remove(management)).rejects.toThrow(/while it is a member of 222222222222/);
    const disable = () => management.send(new DisableOrganizationAdminAccountCommand(administrator));
    await expect(disable()).rejects.toThrow(/has members/);
    const all = await members();
    await expect(security.send(new DisassociateMembersCommand(all))).rejects.toThrow(/ALL/);
    await expect(security.send(new DeleteMembersCommand(all))).rejects.toThrow(/ALL/);

    await enable("NONE");
    await expect(remove(management)).rejects.toThrow(/while it is a member of/);
    await expect(security.send(new DeleteMembersCommand(all))).rejects.toThrow(/must be disassociated/);
    await security.send(new DisassociateMembersCommand(all));
    await remove(management);
    await expect(remove(security)).rejects.toThrow(HAS_MEMBERS);
    await security.send(new DeleteMembersCommand(all));
    await expect(remove(security)).rejects.toThrow(/while it is the delegated administrator/);
    await disable();
    await remove(security);
    expect([await idOf(management), await idOf(security)]).toEqual([undefined, undefined]);
  });

  test("without a detector of its own the management account becomes no member", async () => {
    await management.send(new EnableOrganizationAdminAccountCommand(administrator));
    await enable("ALL");
    expect(await membersOf(security)).not.toContain(MANAGEMENT);
  });

  test("refuses names that the Region lacks or nobody knows, on or off, and changes nothing then", async () => {
    await create(management);
    const before = await readDetector(management);
    expect(before?.features.map(({ name }) => name)).not.toContain("EBS_MALWARE_PROTECTION");
    const DetectorId = before?.id;
    const update = (Features: DetectorFeatureConfiguration[]) =>
      management.send(new UpdateDetectorCommand({ DetectorId, Features }));
    const off = { Name: "S3_DATA_EVENTS", Status: "DISABLED" } as const;
    for (const Name of ["EBS_MALWARE_PROTECTION", "FLOW_LOGS", "NO_SUCH_PLAN"])
      await expect(update([off, { Name, Status: "DISABLED" } as DetectorFeatureConfiguration])).rejects.toThrow(
        OUT_OF_RANGE,
      );
    await expect(
      update([
        { Name: "RUNTIME_MONITORING", Status: "ENABLED" },
        { Name: "EKS_RUNTIME_MONITORING", Status: "ENABLED" },
      ]),
    ).rejects.toThrow(OUT_OF_RANGE);
    expect(await readDetector(management)).toEqual(before);
    await update([off]);
    expect(await readDetector(management)).not.toEqual(before);
  });
});
