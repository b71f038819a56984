import { accepts, GOVCLOUD, refuses } from "../expectations";

const FIVE = [
  "deny-root-access-keys",
  "deny-root-user",
  "stay-in-organization",
  "restrict-root-sessions",
  "protect-audit-trail",
].map((id) => ({ id, targets: ["root", "Workloads"] }));

const targets = (...list: readonly string[]) => ({ "guardrails.attach.2.targets": list });

describe("guardrails", () => {
  accepts([
    ["an OU path with spaces inside", targets("Suspended Accounts/Old")],
    ["units that an address tells apart, a sign of two halves among them", targets("a😀/x", "a--/y")],
    ["an OU id and an account id", targets("ou-abcd-11111111", "444444444444")],
    ["four guardrails on a target in GovCloud", { ...GOVCLOUD, "guardrails.attach": FIVE.slice(0, 4) }],
    [
      "five on a target in GovCloud where the quota is raised",
      { ...GOVCLOUD, "guardrails.attach": FIVE, "guardrails.quotas": { policiesPerTarget: 6 } },
    ],
    ["five on a target in the aws partition", { "guardrails.attach": FIVE }],
  ]);
  accepts([
    [
      "the refusal of root sign-in on the root: it locks nobody out",
      {
        "guardrails.attach": [
          { id: "deny-root-sign-in", targets: ["root"] },
          { id: "deny-root-user", targets: ["root"] },
        ],
      },
    ],
  ]);
  refuses([
    [
      "it where AWS Sign-In asks no policies",
      { ...GOVCLOUD, "guardrails.attach": [{ id: "deny-root-sign-in", targets: ["root"] }] },
      [
        'guardrails.attach[0].id must be left out in the aws-us-gov partition: AWS Sign-In asks policies in commercial Regions only, got "deny-root-sign-in"',
      ],
    ],
    [
      "it in a pack, which is one service control policy",
      {
        "guardrails.attach": [
          { id: "deny-root-sign-in", targets: ["root"] },
          { id: "deny-root-access-keys", targets: ["root"] },
        ],
        "guardrails.packs": [{ name: "root-users", guardrails: ["deny-root-access-keys", "deny-root-sign-in"] }],
      },
      [
        'guardrails.packs[0].guardrails[1] must be left out: it is a resource control policy, and packs are service control policies, got "deny-root-sign-in"',
      ],
    ],
  ]);
  refuses([
    [
      "a guardrail that is listed twice",
      { "guardrails.attach.2.id": "deny-root-access-keys" },
      [
        'guardrails.attach[2].id must be listed once: add these targets to guardrails.attach[0].targets, got "deny-root-access-keys"',
      ],
    ],
    [
      "targets with one Terraform address",
      targets("Workloads/A B", "Workloads/A_B"),
      [
        'guardrails.attach[2].targets[1] must be written as an OU id: as a name it gets the same Terraform address as "Workloads/A B", got "Workloads/A_B"',
      ],
    ],
    [
      "units above targets with one Terraform address",
      targets("a😀/x", "a-/y"),
      [
        'guardrails.attach[2].targets[1] must be written as an OU id: as a name it gets the same Terraform address as "a😀", got "a-/y"',
      ],
    ],
    [
      "the management account as target",
      targets("444444444444", "111111111111"),
      [
        'guardrails.attach[2].targets[1] must be something else than the management account: SCPs never bind it, got "111111111111"',
      ],
    ],
    [
      "more guardrails on a target than AWS allows",
      { ...GOVCLOUD, "guardrails.attach": FIVE },
      ["root", "Workloads"].map(
        (target) =>
          `guardrails must put at most 4 policies of type SERVICE_CONTROL_POLICY on "${target}", where they are deny-root-access-keys (194 characters), deny-root-user (204 characters), stay-in-organization (175 characters), restrict-root-sessions (751 characters), protect-audit-trail (586 characters): AWS allows 5 on a target, and FullAWSAccess is one: move some to the level above or below, pack guardrails (guardrails.packs) or merge files of your own (or raise guardrails.quotas.policiesPerTarget, if AWS gave you more), got 5`,
      ),
    ],
  ]);
});
