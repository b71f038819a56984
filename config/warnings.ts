import { parseArn } from "../catalogue/aws/arn";
import { NEWER_POLICY_TYPES, POLICY_TYPES } from "../catalogue/aws/policy-types";
import type { Blueprint } from "./blueprint";
import { chatTellsOfItself, oneChannelOnly, secretsAreWrittenDown, subscriberIsElsewhere } from "./endpoint-warnings";
import { openings } from "./lock-out";
import { allowsAlone, isUndecided, mayLockOut } from "./policy-warnings";
import { quoted } from "./report/shown";
import { when, type Warn } from "./warning";

const backendIsLocal: Warn = ({ baseline: { terraform } }) =>
  when(
    terraform.backend.type === "local",
    "terraform.backend",
    "the state lies on one machine, unlocked and unshared; move it to a shared backend before a team or a pipeline uses it",
  );

const globalRegionIsNotGoverned: Warn = ({ partition: { globalRegion }, governedRegions }) =>
  when(
    !governedRegions.includes(globalRegion),
    "regions",
    `root sign-in and IAM record their events in ${globalRegion}, where GuardDuty is not watching; add it`,
  );

/** Governed Regions, and the home Region, in which an account has no service before it opts in. */
const regionsAreOptedInto: Warn = ({ partition: { optInRegions }, homeRegion, governedRegions, accounts }) => {
  const { management, security, ownLogArchive } = accounts;
  const guarded = governedRegions.filter((region) => optInRegions.includes(region));
  const home = optInRegions.includes(homeRegion) ? [homeRegion] : [];
  const way = (region: string) =>
    `aws account enable-region --region-name ${region} --account-id <account>, and for the management account itself without --account-id`;
  return [
    ...home.map((region) => ({
      where: "homeRegion",
      text: `${region} is an opt-in Region, where ${[management, security, ...(ownLogArchive ? [ownLogArchive] : [])].map(({ id }) => id).join(", ")} must have opted in before the first deploy; ${way(region)}`,
    })),
    ...guarded
      .filter((region) => region !== homeRegion)
      .map((region) => ({
        where: "regions",
        text: `${region} is an opt-in Region, where the management account ${management.id} and the security account ${security.id} must have opted in, or the deploy stops there; ${way(region)}`,
      })),
  ];
};

/** A type that AWS added after this version, or a slip of the pen: the provider decides. */
const policyTypesAreKnown: Warn = ({ baseline: { organization } }) =>
  organization.mode !== "owned"
    ? []
    : organization.policyTypes.flatMap((type, index) =>
        when(
          ![...POLICY_TYPES, ...NEWER_POLICY_TYPES].includes(type),
          `organization.policyTypes[${index}]`,
          `${quoted(type)} is no type that this version knows, so it is passed on as it is; make sure that your version of the AWS provider accepts it`,
        ),
      );

const bucketIsAtHome: Warn = ({ accounts, baseline: { auditTrail } }) =>
  when(
    accounts.ownLogArchive === undefined && auditTrail.mode === "create",
    "accounts.logArchive",
    "the trail's bucket lives in the management account, which no guardrail binds; name a log archive account",
  );

const oneWayIn: Warn = ({ baseline }) => {
  const { tasks, trust } = baseline.rootAccess.breakGlass;
  return when(
    tasks.length > 0 && trust.users.length + trust.roles.length === 0,
    "rootAccess.breakGlass.trust",
    "every path needs the identity provider, so its outage closes all of them; add an IAM user whose MFA device lies in a safe",
  );
};

const foreignTrust: Warn = ({ accounts, baseline }) => {
  const { trust } = baseline.rootAccess.breakGlass;
  return (["users", "roles"] as const).flatMap((kind) =>
    trust[kind].flatMap((arn, index) =>
      when(
        !accounts.ids.includes(parseArn(arn)?.account ?? ""),
        `rootAccess.breakGlass.trust.${kind}[${index}]`,
        "who administers that account can open root sessions; use an account of the baseline, or guard that one as well",
      ),
    ),
  );
};

const sessionsAreOpen: Warn = ({ baseline: { rootAccess, guardrails } }) =>
  when(
    rootAccess.features.includes("RootSessions") &&
      !guardrails.attach.some(({ id }) => id === "restrict-root-sessions"),
    "guardrails.attach",
    "every administrator of the security account can open root sessions in every member account; attach restrict-root-sessions to root",
  );

/** What the provider has no resource for, a person does. */
const signInHasASwitch: Warn = ({ baseline: { guardrails, organization } }) => {
  const ask = (call: string) =>
    `aws signin ${call}-console-authorization-configuration --region us-east-1 --target-id ${organization.id}`;
  const index = guardrails.attach.findIndex(({ id }) => id === "deny-root-sign-in");
  return when(
    index >= 0,
    `guardrails.attach[${index}]`,
    `deny-root-sign-in does nothing while console authorization is off, which Terraform can neither see nor change; ask with ${ask("get")}, switch it on with ${ask("put")}, and read docs/guardrails.md before`,
  );
};

/** An exemption is a key, and the administrator of the exempt account may take it. */
const exemptionsAreOpen: Warn = (blueprint) => {
  const found = openings(blueprint);
  return [...new Set(found.map(({ account }) => account))].map((account) => {
    const here = found.filter((opening) => opening.account === account);
    const guardrails = [...new Set(here.flatMap((opening) => opening.guardrails))].join(", ");
    const taken = here.map(({ identity, step }) => `${identity} (${step})`).join(", ");
    return {
      where: "guardrails.attach",
      text: `whoever administers ${account} can make his own what ${guardrails} let through: ${taken}; attach protect-delivery-roles to ${account}`,
    };
  });
};

const nothingIsDenied: Warn = ({ baseline: { guardrails } }) =>
  when(
    guardrails.attach.length === 0,
    "guardrails.attach",
    "no guardrail is attached, so root users of member accounts may do everything; begin with deny-root-access-keys on root",
  );

const onlyMailWakes: Warn = ({ subscribers }) => {
  const critical = subscribers.filter(({ severity }) => severity === "critical");
  return when(
    critical.length > 0 && critical.every(({ protocol }) => protocol.startsWith("email")),
    "alerting.subscriptions",
    "critical goes out by e-mail alone, which wakes nobody; add sms, or https to the tool that pages people",
  );
};

const nothingWatchesTheWatcher: Warn = ({ listedDetections }) =>
  when(
    listedDetections.length > 0 && !listedDetections.some(({ set }) => set === "blinding"),
    "detections",
    "the set blinding is not chosen, so nothing tells when the trail, an alarm or a rule is switched off; add it",
  );

const onlyVirtualDevices: Warn = ({ baseline: { custody } }) =>
  when(
    custody.mfaDevices.every(({ kind }) => kind === "virtual"),
    "custody.mfaDevices",
    "every device is virtual, and a phone is copied or lost more easily than a key; register a hardware key (Security Hub IAM.6)",
  );

const WARNINGS: readonly Warn[] = [
  policyTypesAreKnown,
  bucketIsAtHome,
  regionsAreOptedInto,
  globalRegionIsNotGoverned,
  oneWayIn,
  foreignTrust,
  nothingIsDenied,
  signInHasASwitch,
  exemptionsAreOpen,
  sessionsAreOpen,
  mayLockOut,
  isUndecided,
  allowsAlone,
  onlyMailWakes,
  subscriberIsElsewhere,
  secretsAreWrittenDown,
  oneChannelOnly,
  chatTellsOfItself,
  nothingWatchesTheWatcher,
  onlyVirtualDevices,
  backendIsLocal,
];

/**
 * What a valid configuration allows and an operator should know, in the order of the configuration.
 * Each reads `<where>: <what it means>; <what to do>`.
 */
export const configWarnings = (blueprint: Blueprint): readonly string[] =>
  WARNINGS.flatMap((warn) => warn(blueprint)).map(({ where, text }) => `${where}: ${text}`);
