import { paginateListScheduleGroups, paginateListSchedules } from "@aws-sdk/client-scheduler";
import type { PlaceClients } from "../clients/clients";
import { everything } from "../clients/pages";
import type { Found } from "./regional";

/** Schedules of every group, and the groups. The provider imports a schedule by its group and its name. */
export async function schedules(at: PlaceClients): Promise<Found> {
  const client = at.scheduler();
  const [groups, all] = await Promise.all([
    everything(paginateListScheduleGroups({ client }, {}), (page) => page.ScheduleGroups),
    everything(paginateListSchedules({ client }, {}), (page) => page.Schedules),
  ]);
  return [
    ...groups.map(({ Name = "" }) => ["aws_scheduler_schedule_group", Name, Name] as const),
    ...all.map(({ GroupName = "", Name = "" }) => {
      const path = `${GroupName}/${Name}`;
      return ["aws_scheduler_schedule", path, path] as const;
    }),
  ];
}
