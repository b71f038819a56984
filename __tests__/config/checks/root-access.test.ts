import { accepts, GOVCLOUD, refuses } from "../expectations";

const NO_CREDENTIALS =
  "accounts of the aws-us-gov partition have no root credentials to manage centrally, only root sessions";

const quiet = { "rootAccess.breakGlass": { tasks: [], trust: {} }, "guardrails.attach": [] };

describe("root access", () => {
  accepts([
    ["root sessions alone in GovCloud", GOVCLOUD],
    ["credential management alone, without tasks", { ...quiet, "rootAccess.features": ["RootCredentialsManagement"] }],
    ["sessions without a task, where nothing restricts them", quiet],
    [
      "a restriction without tasks, where there are no sessions to restrict",
      {
        ...quiet,
        "rootAccess.features": ["RootCredentialsManagement"],
        "guardrails.attach": [{ id: "restrict-root-sessions", targets: ["root"] }],
      },
    ],
    [
      "tasks that only a role reaches",
      {
        "rootAccess.breakGlass.trust": { roles: ["arn:aws:iam::222222222222:role/on-call"] },
      },
    ],
  ]);
  refuses([
    [
      "credential management in GovCloud",
      { ...GOVCLOUD, "rootAccess.features": ["RootCredentialsManagement", "RootSessions"] },
      [
        `rootAccess.features[0] must be left out (list RootSessions): ${NO_CREDENTIALS}, got "RootCredentialsManagement"`,
      ],
    ],
    [
      "sessions without credential management",
      { "rootAccess.features": ["RootSessions"] },
      [
        'rootAccess.features must contain "RootCredentialsManagement" beside "RootSessions": sessions alone leave new accounts with root credentials, got ["RootSessions"]',
      ],
    ],
    [
      "tasks without sessions",
      { "rootAccess.features": ["RootCredentialsManagement"] },
      [
        'rootAccess.breakGlass.tasks must be empty unless rootAccess.features contains "RootSessions": each task is done in a root session, got ["audit","unlock-bucket"]',
      ],
    ],
    [
      "tasks on root credentials in GovCloud",
      {
        ...GOVCLOUD,
        "rootAccess.breakGlass.tasks": ["unlock-queue", "audit", "create-password", "delete-credentials"],
      },
      [
        `rootAccess.breakGlass.tasks[1] must be left out: ${NO_CREDENTIALS}, got "audit"`,
        `rootAccess.breakGlass.tasks[2] must be left out: ${NO_CREDENTIALS}, got "create-password"`,
        `rootAccess.breakGlass.tasks[3] must be left out: ${NO_CREDENTIALS}, got "delete-credentials"`,
      ],
    ],
    [
      "tasks that nobody reaches",
      { "rootAccess.breakGlass.trust": {} },
      [
        'rootAccess.breakGlass.trust must name a permission set, a user or a role: otherwise nobody can assume the roles of rootAccess.breakGlass.tasks, got {"permissionSets":[],"users":[],"roles":[]}',
      ],
    ],
    [
      "a restriction of sessions that leaves nobody",
      { "rootAccess.breakGlass.tasks": [] },
      [
        'guardrails.attach[1].id must be left out until rootAccess.breakGlass.tasks names a task: without a break-glass role nobody outside the management account could open a root session, got "restrict-root-sessions"',
      ],
    ],
    [
      "an alternate contact in GovCloud",
      { ...GOVCLOUD, "rootAccess.securityContact": { name: "S", title: "T", email: "s@example.com", phone: "+1" } },
      [
        'rootAccess.securityContact must be left out: the aws-us-gov partition has no Account Management API to set it with, got {"name":"S","title":"T","email":"s@example.com","phone":"+1"}',
      ],
    ],
  ]);
});
