/** A control near to what we detect that no detection covers, and why. An auditor asks; the answer is written down. */
export interface UncoveredControl {
  readonly source: string;
  readonly control: string;
  readonly title: string;
  readonly reason: string;
}

export const UNCOVERED_CONTROLS: readonly UncoveredControl[] = [
  {
    source: "CIS AWS Foundations Benchmark 3.0.0 and 5.0.0",
    control: "4.16",
    title: "AWS Security Hub is enabled",
    reason: "The baseline satisfies Security Hub's controls on alarms; it does not switch Security Hub on.",
  },
  {
    source: "AWS Security Hub",
    control: "CloudWatch.1 to CloudWatch.14, in member accounts",
    title: "Log metric filter and alarm exist",
    reason:
      "The filters stand in the management account, where the organization trail's log group is. In members the controls find a trail of another account and give no result.",
  },
  {
    source: "AWS Security Hub",
    control: "IAM.6, IAM.9",
    title: "MFA of the root user",
    reason:
      "A state, not an event: `npm run baseline -- verify` judges it. root-console-login-without-mfa tells when it is used.",
  },
  {
    source: "AWS Security Hub",
    control: "IAM.4",
    title: "No root user access key exists",
    reason:
      "A state, not an event: `npm run baseline -- verify` judges it, members by an audit. root-access-key-used and root-credential-created tell of the acts.",
  },
  {
    source: "AWS Security Hub",
    control: "GuardDuty.1",
    title: "GuardDuty is enabled",
    reason: "No detection: the stack threat-detection does it.",
  },
];
