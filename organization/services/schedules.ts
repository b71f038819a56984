import { GetScheduleCommand, type SchedulerClient } from "@aws-sdk/client-scheduler";
import { unlessAbsent } from "../clients/absent";

/** A schedule, with what it calls and when. */
export interface ScheduleFacts {
  readonly state?: string;
  readonly expression?: string;
  /** Before, and after, it calls nothing. In UTC. */
  readonly start?: string;
  readonly end?: string;
  /** `OFF`: at its time, not some time within a window. */
  readonly window?: string;
  readonly target?: { readonly arn?: string; readonly input?: string; readonly roleArn?: string };
}

/** The schedule of a name in a group, or undefined. */
export async function readSchedule(
  client: SchedulerClient,
  GroupName: string,
  Name: string,
): Promise<ScheduleFacts | undefined> {
  const found = await unlessAbsent(
    ["ResourceNotFoundException"],
    client.send(new GetScheduleCommand({ GroupName, Name })),
  );
  return (
    found && {
      state: found.State,
      expression: found.ScheduleExpression,
      start: found.StartDate?.toISOString(),
      end: found.EndDate?.toISOString(),
      window: found.FlexibleTimeWindow?.Mode,
      target: found.Target && { arn: found.Target.Arn, input: found.Target.Input, roleArn: found.Target.RoleArn },
    }
  );
}
