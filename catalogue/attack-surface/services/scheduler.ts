import type { ServiceSurface } from "../surface";

const NAME = "org-baseline-known-event";
const SCHEDULER = "arn:aws:scheduler:us-east-1:{account}";

export const scheduler: ServiceSurface = {
  service: "scheduler",
  title: "Amazon EventBridge Scheduler",
  records: "scheduler",
  things: [
    {
      what: "the schedule of the known event",
      in: ["management"],
      arns: { schedule: [`${SCHEDULER}:schedule/${NAME}/${NAME}`] },
      named: { name: [NAME], groupName: [NAME] },
    },
    {
      what: "its group",
      in: ["management"],
      arns: { "schedule-group": [`${SCHEDULER}:schedule-group/${NAME}`] },
      named: { name: [NAME], groupName: [NAME], resourceArn: [`${SCHEDULER}:schedule-group/${NAME}`] },
    },
  ],
  accounts: ["management"],
  excused: [
    {
      reason: "adds",
      because:
        "a schedule or a group more: the known event comes as before, and a schedule needs a role that somebody passes",
      actions: ["CreateSchedule", "CreateScheduleGroup"],
    },
    {
      reason: "harmless",
      because: "no policy of the baseline decides by tags",
      actions: ["TagResource", "UntagResource"],
    },
  ],
};
