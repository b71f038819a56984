import { blueprintOf, parseConfig } from "../../../config";
import { evaluate, FULL_AWS_ACCESS } from "../../../proofs/policy";
import { accepts, changed, GOVCLOUD, refuses, type Change } from "../expectations";

const ROOT = ["deny-root-access-keys", "deny-root-user", "stay-in-organization"] as const;

const packed: Change = {
  "guardrails.attach": [...ROOT, "restrict-root-sessions", "protect-audit-trail"].map((id) => ({
    id,
    targets: ["root", "Workloads"],
  })),
  "guardrails.packs": [{ name: "root-users", guardrails: ["deny-root-user", "deny-root-access-keys"] }],
};

describe("packs", () => {
  accepts([["room in GovCloud for what would not fit one by one", { ...GOVCLOUD, ...packed }]]);

  it("are one policy that says what its guardrails say, in the place of the first", () => {
    const policies = blueprintOf(parseConfig(changed(packed))).policies;
    expect(policies.map(({ id }) => id)).toEqual([
      "root-users",
      "stay-in-organization",
      "restrict-root-sessions",
      "protect-audit-trail",
    ]);
    const [pack] = policies;
    expect(pack?.document.statements.map(({ id }) => id)).toEqual(["DenyRootAccessKeys", "DenyRootUser"]);
    const attached = pack === undefined ? [] : [{ name: pack.id, type: pack.type, document: pack.document }];
    const verdict = evaluate({ principal: { type: "root", account: "444444444444" }, action: "s3:GetObject" }, [
      { kind: "root", id: "root", policies: [FULL_AWS_ACCESS, ...attached] },
    ]);
    expect(verdict).toMatchObject({ decision: "denied", policy: "root-users", statement: "DenyRootUser" });
  });

  refuses([
    [
      "what is attached elsewhere, nowhere or in another pack",
      {
        "guardrails.attach": [
          { id: "deny-root-user", targets: ["Workloads"] },
          { id: "deny-root-access-keys", targets: ["root"] },
          { id: "stay-in-organization", targets: ["Workloads"] },
        ],
        "guardrails.packs": [
          { name: "one", guardrails: ["deny-root-user", "deny-root-access-keys", "protect-alerting"] },
          { name: "one", guardrails: ["stay-in-organization", "deny-root-user"] },
        ],
      },
      [
        'guardrails.packs[0].guardrails[1] must have the targets of the pack, "Workloads": it has "root", and a pack is one policy, got "deny-root-access-keys"',
        'guardrails.packs[0].guardrails[2] must be a guardrail that guardrails.attach lists, got "protect-alerting"',
        'guardrails.packs[1].guardrails[1] must be left out: guardrails.packs[0] holds it, got "deny-root-user"',
        'guardrails.packs[1].name must differ from guardrails.packs[0].name, got "one"',
      ],
    ],
  ]);
});
