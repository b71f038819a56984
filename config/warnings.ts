import { lockOuts } from "./lock-outs";
import { governedRegions, partition } from "./partition";
import type { Baseline } from "./schema/baseline";
import { quoted } from "./shown";

/** One thing that is allowed and may still be a mistake: where it stands, what it means and what to do. */
interface Warning {
  readonly where: string;
  readonly text: string;
}

type Warn = (baseline: Baseline) => readonly Warning[];

const when = (unwise: boolean, where: string, text: string): readonly Warning[] => (unwise ? [{ where, text }] : []);

const backendIsLocal: Warn = ({ terraform }) =>
  when(
    terraform.backend.type === "local",
    "terraform.backend",
    "the state lies on one machine, unlocked and unshared; move it to a shared backend before a team or a pipeline uses it",
  );

const globalRegionIsNotGoverned: Warn = (baseline) => {
  const { globalRegion } = partition(baseline);
  return when(
    !governedRegions(baseline).includes(globalRegion),
    "regions",
    `root sign-in and IAM record their events in ${globalRegion}, where GuardDuty is not watching; add it`,
  );
};

const bucketIsAtHome: Warn = ({ accounts, auditTrail }) =>
  when(
    accounts.logArchive === undefined && auditTrail.mode === "create",
    "accounts.logArchive",
    "the trail's bucket lives in the management account, which no guardrail binds; name a log archive account",
  );

const oneWayIn: Warn = ({ rootAccess: { breakGlass } }) =>
  when(
    breakGlass.tasks.length > 0 && breakGlass.trust.users.length + breakGlass.trust.roles.length === 0,
    "rootAccess.breakGlass.trust",
    "every path needs the identity provider, so its outage closes all of them; add an IAM user whose MFA device lies in a safe",
  );

const foreignTrust: Warn = ({ accounts, rootAccess }) => {
  const own = Object.values(accounts).flatMap((account) => (account === undefined ? [] : [account.id]));
  const { users, roles } = rootAccess.breakGlass.trust;
  return (["users", "roles"] as const).flatMap((kind) =>
    ({ users, roles })[kind].flatMap((arn, index) =>
      when(
        !own.includes(arn.split(":")[4] ?? ""),
        `rootAccess.breakGlass.trust.${kind}[${index}]`,
        "who administers that account can open root sessions; use an account of the baseline, or guard that one as well",
      ),
    ),
  );
};

const sessionsAreOpen: Warn = ({ rootAccess, guardrails }) =>
  when(
    rootAccess.features.includes("RootSessions") &&
      !guardrails.attach.some(({ id }) => id === "restrict-root-sessions"),
    "guardrails.attach",
    "every administrator of the security account can open root sessions in every member account; attach restrict-root-sessions to root",
  );

const nothingIsDenied: Warn = ({ guardrails }) =>
  when(
    guardrails.attach.length === 0,
    "guardrails.attach",
    "no guardrail is attached, so root users of member accounts may do everything; begin with deny-root-access-keys on root",
  );

const mayLockOut: Warn = (baseline) =>
  lockOuts(baseline)
    .filter(({ certain }) => !certain)
    .map(({ policy, statement, blocked: { who, loss, call } }) => ({
      where: policy.where,
      text: `${policy.id} hangs on an OU, and its statement ${statement} denies ${call.action} to ${who} if that account is below it, so ${loss}; exempt that principal, or make sure that the account is elsewhere`,
    }));

const onlyMailWakes: Warn = ({ alerting }) => {
  const critical = alerting.subscriptions.filter(({ severity }) => severity === "critical");
  return when(
    critical.length > 0 && critical.every(({ protocol }) => protocol.startsWith("email")),
    "alerting.subscriptions",
    "critical goes out by e-mail alone, which wakes nobody; add sms, or https to the tool that pages people",
  );
};

const subscriberIsElsewhere: Warn = ({ accounts, alerting }) =>
  alerting.subscriptions.flatMap(({ protocol, endpoint }, index) =>
    when(
      ["sqs", "lambda"].includes(protocol) && endpoint.split(":")[4] !== accounts.management.id,
      `alerting.subscriptions[${index}].endpoint`,
      `${quoted(endpoint.split(":").slice(5).join(":"))} is in another account, so it is not subscribed from here; apply the output subscriber_snippets there`,
    ),
  );

const onlyVirtualDevices: Warn = ({ custody }) =>
  when(
    custody.mfaDevices.every(({ kind }) => kind === "virtual"),
    "custody.mfaDevices",
    "every device is virtual, and a phone is copied or lost more easily than a key; register a hardware key (Security Hub IAM.6)",
  );

const WARNINGS: readonly Warn[] = [
  bucketIsAtHome,
  globalRegionIsNotGoverned,
  oneWayIn,
  foreignTrust,
  nothingIsDenied,
  sessionsAreOpen,
  mayLockOut,
  onlyMailWakes,
  subscriberIsElsewhere,
  onlyVirtualDevices,
  backendIsLocal,
];

/**
 * What a valid configuration allows and an operator should know, in the order of the configuration.
 * Each reads `<where>: <what it means>; <what to do>`.
 */
export const configWarnings = (baseline: Baseline): readonly string[] =>
  WARNINGS.flatMap((warn) => warn(baseline)).map(({ where, text }) => `${where}: ${text}`);
