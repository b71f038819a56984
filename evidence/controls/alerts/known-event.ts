import {
  KNOWN_CALL_RATE,
  knownCallPermission,
  knownCallTarget,
  knownCallTrust,
  type KnownCall,
} from "../../../catalogue/alerts/known-event";
import type { Blueprint } from "../../../config";
import type { ScheduleFacts } from "../../../organization/services/schedules";
import { isToCome } from "../../age";
import type { Control } from "../../control";
import { applied, gap, inForce, judged, notApplicable, readAt, type Finding } from "../../item";
import { roleProblem } from "../../policies";

const APPLY = applied("alarms");

function scheduleProblem(
  live: ScheduleFacts | undefined,
  call: KnownCall,
  partition: string,
  now: Date,
): string | undefined {
  if (live === undefined) return "does not exist";
  const { arn, input } = knownCallTarget(partition, call);
  if (live.state !== "ENABLED") return `is ${live.state ?? "in no known state"}`;
  if (live.expression !== KNOWN_CALL_RATE) return `runs at ${live.expression ?? "no time"}, not ${KNOWN_CALL_RATE}`;
  if (live.end !== undefined) return `ends at ${live.end}`;
  if (live.start !== undefined && isToCome(live.start, now)) return `begins at ${live.start} only`;
  if (live.window !== "OFF") return `runs within a window (${live.window ?? "unknown"}), not at its time`;
  if (live.target?.arn !== arn) return `calls ${live.target?.arn ?? "nothing"}, not ${arn}`;
  if (live.target.input !== input) return `sends ${live.target.input ?? "nothing"}, not ${input}`;
  return live.target.roleArn === call.roleArn
    ? undefined
    : `calls as ${live.target.roleArn ?? "nobody"}, not ${call.roleArn}`;
}

const judge = (of: string, problem: string | undefined, says: string): readonly Finding[] => [
  problem === undefined ? inForce(of, says) : gap(of, problem, APPLY),
];

/** The call of which somebody waits; none where no rule would see it. */
export const expectedCall = ({ knownCall, detectionsByPath }: Blueprint): KnownCall | undefined =>
  detectionsByPath.event.length > 0 ? knownCall : undefined;

export const knownEvent: Control = {
  id: "known-event",
  title: "The call whose record must come out is made every five minutes",
  matters: "It is what tells silence from peace: where nobody makes it, its alarms say nothing of the trail.",
  checklist: 5,
  references: [{ source: "EventBridge Scheduler User Guide", control: "using universal targets" }],
  reads: [
    "scheduler:GetSchedule",
    "iam:GetRole",
    "iam:ListRolePolicies",
    "iam:GetRolePolicy",
    "iam:ListAttachedRolePolicies",
  ],
  judge: ({ live: { knownCall }, blueprint, now }) => {
    const call = expectedCall(blueprint);
    const { arns, names, partition } = blueprint;
    if (call === undefined)
      return readAt(now.toISOString(), [
        notApplicable("known event", "no detection asks for it: name known-event-missing among detections to have it"),
      ]);
    const group = arns.regional("scheduler", call.account, `schedule-group/${names.knownEvent}`);
    const wanted = {
      trust: [knownCallTrust(call.account, group)],
      permissions: [knownCallPermission(arns.regional("events", call.account, `rule/${call.rule}`))],
    };
    return [
      ...judged("schedule", knownCall.schedule, (live) =>
        judge("schedule", scheduleProblem(live, call, partition.id, now), `enabled, ${KNOWN_CALL_RATE}`),
      ),
      ...judged("role", knownCall.role, (live) =>
        judge("role", roleProblem(live, wanted), "makes this call and no other, for EventBridge Scheduler"),
      ),
    ];
  },
};
