import type { BaselineConfig } from "../../config";
import { example } from "./examples";

type CreateTrail = Extract<BaselineConfig["auditTrail"], { mode: "create" }>;

/** The default example, changed where a test says so. */
export const configuration = (changes: Partial<BaselineConfig> = {}): BaselineConfig => ({
  ...example("existing-organization"),
  ...changes,
});

/** The default example with other settings of root access. */
export const withRootAccess = (changes: Partial<BaselineConfig["rootAccess"]>): BaselineConfig =>
  configuration({ rootAccess: { ...configuration().rootAccess, ...changes } });

/** The default example with other settings of the trail that it creates. */
export const withTrail = (changes: Partial<CreateTrail>): BaselineConfig =>
  configuration({
    auditTrail: {
      mode: "create",
      lock: { mode: "GOVERNANCE", days: 365 },
      expireAfterDays: 2557,
      logRetentionDays: 365,
      ...changes,
    },
  });

/** The default example that tells a channel of Slack of what is critical, and a channel of Teams. */
export const withChat = (alerting: BaselineConfig["alerting"] = configuration().alerting): BaselineConfig =>
  configuration({
    alerting: {
      ...alerting,
      chat: [
        {
          kind: "slack",
          name: "on-call",
          severities: ["critical"],
          workspace: "T0123456789",
          channel: "C0123456789",
        },
        {
          kind: "teams",
          name: "security",
          severities: ["critical"],
          tenant: "11111111-2222-4333-8444-555555555555",
          team: "22222222-3333-4444-8555-666666666666",
          channel: "19%3Aexample%40thread.tacv2",
        },
      ],
    },
  });

/** The default example with these guardrails attached. */
export const withGuardrails = (changes: Partial<BaselineConfig["guardrails"]>): BaselineConfig =>
  configuration({ guardrails: { ...configuration().guardrails, ...changes } });

/** The default example without the guardrail of a log archive that it does not have, or does not know. */
export const withoutLogArchive = (changes: Partial<BaselineConfig>): BaselineConfig => {
  const { guardrails } = configuration();
  return configuration({
    guardrails: { ...guardrails, attach: guardrails.attach.filter(({ id }) => id !== "protect-log-archive") },
    ...changes,
  });
};

/** The default example in which root sessions are off, and so nothing that needs them. */
export const withoutRootSessions = (): BaselineConfig => ({
  ...withRootAccess({
    features: ["RootCredentialsManagement"],
    breakGlass: { tasks: [], trust: {} },
  }),
  guardrails: { attach: [{ id: "deny-root-user", targets: ["root"] }] },
});

/** The default example in accounts that are all for trials. */
export const inTrialAccounts = (config: BaselineConfig): BaselineConfig => ({
  ...config,
  trialAccounts: Object.values(config.accounts).map(({ id }) => id),
});

/** The shipped configuration in China, where Organizations and IAM record their calls in two Regions. */
export const inChina = (): BaselineConfig =>
  JSON.parse(
    JSON.stringify(configuration())
      .replaceAll("arn:aws:", "arn:aws-cn:")
      .replaceAll("us-east-1", "cn-north-1")
      .replaceAll("eu-west-1", "cn-northwest-1"),
  ) as BaselineConfig;
