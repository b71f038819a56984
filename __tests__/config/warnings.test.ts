import { blueprintOf, configWarnings, parseConfig } from "../../config";
import { changed, type Change } from "./expectations";
import { validConfig } from "./valid-config";

/** Somebody who watches the watcher, and a second way to tell of it. */
const WATCHED: Change = {
  detections: ["root-console-login", "cis-cloudwatch-1", "guardduty-root-credential-usage", "guardduty-stealth"],
  "guardrails.attach": [
    ...validConfig.guardrails.attach,
    { id: "protect-delivery-roles", targets: ["222222222222", "333333333333"] },
  ],
  "alerting.secondChannel": { subscriptions: [{ protocol: "email", endpoint: "second@example.net" }] },
};

const warningsOf = (change: Change): readonly string[] =>
  configWarnings(blueprintOf(parseConfig(changed({ ...WATCHED, ...change }))));

describe("warnings", () => {
  it("are none on the valid configuration", () => {
    expect(warningsOf({})).toEqual([]);
  });

  it("name a second channel that is missing, or that shares an endpoint with the first", () => {
    expect(warningsOf({ "alerting.secondChannel": undefined })).toEqual([
      "alerting.secondChannel: there is none, so whoever deletes the alert topics or disables their key is told of by nobody; name an endpoint that the first channel does not use",
    ]);
    const same = { protocol: "email", endpoint: "Security@EXAMPLE.com" };
    expect(warningsOf({ "alerting.secondChannel": { subscriptions: [same] } })).toEqual([
      "alerting.secondChannel.subscriptions[0]: the first channel tells the same endpoint, so both are silent where it is; name another one",
    ]);
  });

  it("name a chat channel that nobody else would tell of, should it be disconnected", () => {
    const slack = { kind: "slack", name: "on-call", severities: ["critical"], workspace: "T0123", channel: "C0123" };
    const detections = [...(WATCHED["detections"] as readonly string[]), "topic-changed"];
    const chat: Change = { detections, "alerting.chat": [slack] };
    expect(warningsOf(chat)).toEqual([]);
    const others = validConfig.alerting.subscriptions.filter(({ severity }) => severity !== "critical");
    expect(warningsOf({ ...chat, "alerting.subscriptions": others })).toEqual([
      'alerting.chat: "critical" is told to channels alone, so whoever disconnects them is told of by nobody, and no channel wakes anybody; name an endpoint of it in alerting.subscriptions',
    ]);
  });

  it("name exemptions that the administrator of the exempt account can take", () => {
    expect(warningsOf({ "guardrails.attach": validConfig.guardrails.attach })).toEqual([
      "guardrails.attach: whoever administers 222222222222 can make his own what restrict-root-sessions let through: arn:aws:iam::222222222222:role/org-baseline-break-glass-audit (iam:UpdateAssumeRolePolicy), arn:aws:iam::222222222222:role/org-baseline-break-glass-unlock-bucket (iam:UpdateAssumeRolePolicy), arn:aws:iam::222222222222:user/break-glass (iam:CreateLoginProfile); attach protect-delivery-roles to 222222222222",
    ]);
  });

  it("name an exemption with wildcards, of which one can be made", () => {
    const change: Change = {
      "guardrails.exemptPrincipals": [
        "arn:aws:iam::444444444444:role/stacksets-exec-*",
        "arn:aws:iam::444444444444:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_SecurityAdmin_*",
      ],
      "guardrails.attach": [
        ...(WATCHED["guardrails.attach"] as readonly unknown[]),
        { id: "protect-audit-trail", targets: ["444444444444"] },
      ],
    };
    expect(warningsOf(change)).toEqual([
      "guardrails.attach: whoever administers 444444444444 can make his own what protect-audit-trail let through: arn:aws:iam::444444444444:role/stacksets-exec-* (iam:UpdateAssumeRolePolicy); attach protect-delivery-roles to 444444444444",
    ]);
    const closed = [...(change["guardrails.attach"] as readonly unknown[])].map((entry) =>
      (entry as { id: string }).id === "protect-delivery-roles"
        ? { id: "protect-delivery-roles", targets: ["222222222222", "333333333333", "444444444444"] }
        : entry,
    );
    expect(warningsOf({ ...change, "guardrails.attach": closed })).toEqual([]);
  });

  it("name the switch of what refuses root sign-in, and how to see whether it is on", () => {
    const attach = [
      ...(WATCHED["guardrails.attach"] as readonly unknown[]),
      { id: "deny-root-sign-in", targets: ["root"] },
    ];
    expect(warningsOf({ "guardrails.attach": attach })).toEqual([
      `guardrails.attach[4]: deny-root-sign-in does nothing while console authorization is off, which Terraform can neither see nor change; ask with aws signin get-console-authorization-configuration --region us-east-1 --target-id o-exampleorgid, switch it on with aws signin put-console-authorization-configuration --region us-east-1 --target-id o-exampleorgid, and read docs/guardrails.md before`,
    ]);
  });

  it("name a configuration that nobody notices when it is switched off", () => {
    expect(warningsOf({ detections: validConfig.detections })).toEqual([
      "detections: the set blinding is not chosen, so nothing tells when the trail, an alarm or a rule is switched off; add it",
    ]);
  });

  it.each<[title: string, change: Change, warnings: readonly string[]]>([
    [
      "state on one machine",
      { "terraform.backend": { type: "local", directory: "../../../state" } },
      [
        "terraform.backend: the state lies on one machine, unlocked and unshared; move it to a shared backend before a team or a pipeline uses it",
      ],
    ],
    [
      "GuardDuty that does not watch the global Region",
      { homeRegion: "eu-west-1", regions: ["eu-west-1"] },
      ["regions: root sign-in and IAM record their events in us-east-1, where GuardDuty is not watching; add it"],
    ],
    [
      "a governed Region that accounts opt into",
      { regions: ["us-east-1", "eu-south-1"], "threatDetection.unavailableFeatures": {} },
      [
        "regions: eu-south-1 is an opt-in Region, where the management account 111111111111 and the security account 222222222222 must have opted in, or the deploy stops there; aws account enable-region --region-name eu-south-1 --account-id <account>, and for the management account itself without --account-id",
      ],
    ],
    [
      "a home Region that accounts opt into",
      { homeRegion: "me-central-1", regions: ["us-east-1", "me-central-1"], "threatDetection.unavailableFeatures": {} },
      [
        "homeRegion: me-central-1 is an opt-in Region, where 111111111111, 222222222222, 333333333333 must have opted in before the first deploy; aws account enable-region --region-name me-central-1 --account-id <account>, and for the management account itself without --account-id",
      ],
    ],
    [
      "a bucket in the management account",
      { "accounts.logArchive": undefined },
      [
        "accounts.logArchive: the trail's bucket lives in the management account, which no guardrail binds; name a log archive account",
      ],
    ],
    [
      "break glass behind the identity provider",
      { "rootAccess.breakGlass.trust": { permissionSets: ["BreakGlass"] } },
      [
        "rootAccess.breakGlass.trust: every path needs the identity provider, so its outage closes all of them; add an IAM user whose MFA device lies in a safe",
      ],
    ],
    [
      "trust in an account that the baseline does not know",
      { "rootAccess.breakGlass.trust.roles": ["arn:aws:iam::999999999999:role/on-call"] },
      [
        "rootAccess.breakGlass.trust.roles[0]: who administers that account can open root sessions; use an account of the baseline, or guard that one as well",
        "guardrails.attach: whoever administers 999999999999 can make his own what restrict-root-sessions let through: arn:aws:iam::999999999999:role/on-call (iam:UpdateAssumeRolePolicy); attach protect-delivery-roles to 999999999999",
      ],
    ],
    [
      "sessions that nothing restricts",
      { "guardrails.attach": [] },
      [
        "guardrails.attach: no guardrail is attached, so root users of member accounts may do everything; begin with deny-root-access-keys on root",
        "guardrails.attach: every administrator of the security account can open root sessions in every member account; attach restrict-root-sessions to root",
      ],
    ],
    [
      "critical alarms by e-mail alone",
      { "alerting.subscriptions.0": { severity: "critical", protocol: "email", endpoint: "a@example.com" } },
      [
        "alerting.subscriptions: critical goes out by e-mail alone, which wakes nobody; add sms, or https to the tool that pages people",
      ],
    ],
    [
      "a queue in another account",
      {
        "alerting.subscriptions.1": {
          severity: "high",
          protocol: "sqs",
          endpoint: "arn:aws:sqs:us-east-1:222222222222:alerts",
        },
      },
      [
        'alerting.subscriptions[1].endpoint: "alerts" is in another account, so it is not subscribed from here; apply the output subscriber_snippets there',
      ],
    ],
    [
      "virtual devices only",
      { "custody.mfaDevices.0.kind": "virtual" },
      [
        "custody.mfaDevices: every device is virtual, and a phone is copied or lost more easily than a key; register a hardware key (Security Hub IAM.6)",
      ],
    ],
  ])("name %s", (_title, change, warnings) => {
    expect(warningsOf(change)).toEqual(warnings);
  });
});
