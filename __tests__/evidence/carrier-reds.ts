import type { RoleFacts } from "../../organization/services/roles";
import type { ScheduleFacts } from "../../organization/services/schedules";
import type { ProtectionParts } from "../../organization/protection";
import { AT } from "../organization/as-read";
import { changed, withLive, withPart, type Red } from "./red";

type Change = (role: RoleFacts) => RoleFacts | undefined;

/** Every way to take its work from a role, or to give it more. */
const ROLE_CHANGES: readonly (readonly [what: string, change: Change, says: string])[] = [
  ["is gone", () => undefined, "the role does not exist"],
  ["trusts nobody", (role) => ({ ...role, trustPolicy: {} }), "its trust policy is not"],
  [
    "trusts for another account's rules",
    (role) => ({
      ...role,
      trustPolicy: JSON.parse(
        JSON.stringify(role.trustPolicy).replace(/\d{12}/, "999999999999"),
      ) as object as RoleFacts["trustPolicy"],
    }),
    "its trust policy is not",
  ],
  [
    "denies itself",
    (role) => ({
      ...role,
      inlinePolicies: { ...role.inlinePolicies, more: { Statement: { Effect: "Deny", Action: "*", Resource: "*" } } },
    }),
    "may do more, less or other",
  ],
  ["may do nothing", (role) => ({ ...role, inlinePolicies: {} }), "may do more, less or other"],
  [
    "may do everything",
    (role) => ({ ...role, attachedPolicies: ["arn:aws:iam::aws:policy/AdministratorAccess"] }),
    "other policies attached: arn:aws:iam::aws:policy/AdministratorAccess",
  ],
  [
    "is bounded",
    (role) => ({ ...role, boundary: "arn:aws:iam::aws:policy/AWSDenyAll" }),
    "boundary narrows it: .*AWSDenyAll",
  ],
];

const role = (found: RoleFacts | undefined): RoleFacts => {
  if (found === undefined) throw new Error("the green organization has this role");
  return found;
};

/** Roles that forward events. */
export const FORWARDER_REDS: readonly Red[] = ROLE_CHANGES.flatMap(([what, change, says]): readonly Red[] => [
  [
    `that of the management account ${what}`,
    withPart("alarms", "forwardRole", (found) => change(role(found))),
    RegExp(`^org-baseline-forward-events: .*${says}`),
  ],
  [
    `that of the security account ${what}`,
    withLive(({ threatDetection }) => ({
      threatDetection: {
        ...threatDetection,
        forwardRole: changed(threatDetection.forwardRole, (found) => change(role(found))),
      },
    })),
    RegExp(`^org-baseline-forward-findings: .*${says}`),
  ],
]);

const knownCall = (change: (live: ProtectionParts["knownCall"]) => Partial<ProtectionParts["knownCall"]>) =>
  withLive(({ knownCall: live }) => ({ knownCall: { ...live, ...change(live) } }));

const schedule = (change: Partial<ScheduleFacts>) =>
  knownCall((live) => ({ schedule: changed(live.schedule, (found) => ({ ...found, ...change })) }));

const target = (change: NonNullable<ScheduleFacts["target"]>) =>
  knownCall((live) => ({
    schedule: changed(live.schedule, (found) => ({ ...found, target: { ...found?.target, ...change } })),
  }));

/** What makes the known call. */
export const KNOWN_EVENT_REDS: readonly Red[] = [
  ...ROLE_CHANGES.map(([what, change, says]): Red => [
    `its role ${what}`,
    knownCall((live) => ({ role: changed(live.role, (found) => change(role(found))) })),
    RegExp(`^role: .*${says}`),
  ]),
  ["its schedule is gone", knownCall(() => ({ schedule: { at: AT, value: undefined } })), /^schedule: does not exist/],
  ["its schedule is disabled", schedule({ state: "DISABLED" }), /^schedule: is DISABLED/],
  [
    "its schedule runs once a year",
    schedule({ expression: "rate(365 days)" }),
    /runs at rate\(365 days\), not rate\(5/,
  ],
  ["its schedule has ended", schedule({ end: "2026-01-01T00:00:00.000Z" }), /ends at 2026-01-01/],
  ["its schedule has not begun", schedule({ start: "2036-01-01T00:00:00.000Z" }), /begins at 2036-01-01/],
  ["its schedule runs when it likes", schedule({ window: "FLEXIBLE" }), /within a window \(FLEXIBLE\)/],
  ["it makes another call", target({ arn: "arn:aws:scheduler:::aws-sdk:sts:getCallerIdentity" }), /calls .*sts:get/],
  ["it enables another rule", target({ input: '{"Name":"another"}' }), /sends \{"Name":"another"\}, not/],
  ["it calls as somebody else", target({ roleArn: "arn:aws:iam::111111111111:role/other" }), /calls as .*other, not/],
];

/** Rules that mute alarms. */
export const MUTE_REDS: readonly Red[] = ["ACTIVE", "SCHEDULED"].map((status): Red => [
  `one is muted, ${status}`,
  withLive(({ alarmMutes }) => ({
    alarmMutes: alarmMutes.map((each) => ({
      ...each,
      mutes: changed(each.mutes, () => [{ name: "quiet", status, alarms: ["orders", "org-baseline-trail-silence"] }]),
    })),
  })),
  RegExp(`^muted: management, us-east-1: quiet \\(${status}\\) mutes org-baseline-trail-silence$`),
]);
