import {
  ListOrganizationalUnitsForParentCommand,
  ListRootsCommand,
  OrganizationsClient,
} from "@aws-sdk/client-organizations";
import type { Emulator } from "../../../emulator/start";

/** Organizations of the emulator, as its management account sees it; fills in the id of every unit by its path. */
export async function organizationsOf(
  { endpoint, env }: Emulator,
  units: Record<string, string>,
): Promise<{ readonly organizations: OrganizationsClient }> {
  const organizations = new OrganizationsClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: env["AWS_ACCESS_KEY_ID"] ?? "", secretAccessKey: env["AWS_SECRET_ACCESS_KEY"] ?? "" },
  });
  const below = async (parent: string, path: string): Promise<void> => {
    const { OrganizationalUnits = [] } = await organizations.send(
      new ListOrganizationalUnitsForParentCommand({ ParentId: parent }),
    );
    for (const { Id = "", Name = "" } of OrganizationalUnits) {
      units[`${path}${Name}`] = Id;
      await below(Id, `${path}${Name}/`);
    }
  };
  const { Roots = [] } = await organizations.send(new ListRootsCommand({}));
  await below(Roots[0]?.Id ?? "", "");
  return { organizations };
}
