import { blueprintOf, parseConfig, type BaselineConfig } from "../../config";
import { existingOrganization } from "../../emulator/organization-seed";
import { Clients } from "../../organization";
import type { Deployment } from "../../terraform/deployment";
import { configuration, inTrialAccounts, withRootAccess } from "../support/configuration";
import { stateOf, type State } from "./state";
import { describeE2E } from "./support/describe-e2e";
import { expectPermitted } from "./support/recording";
import { releaseMembers } from "./support/members";
import { applyOne, destroyOne } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const IAM = "iam.amazonaws.com";
const SECURITY = "222222222222";
const LOG_ARCHIVE = "333333333333";

/** An organization in which others switched root access on, long before the baseline came. */
const seed = {
  ...existingOrganization,
  organization: {
    ...existingOrganization.organization,
    rootFeatures: ["RootCredentialsManagement", "RootSessions"],
    delegatedAdministrators: [{ accountId: SECURITY, servicePrincipal: IAM }],
  },
} as const;

/** What of it the baseline would manage, and how it is imported. */
const OTHERS: Readonly<Record<string, string>> = {
  "aws_iam_organizations_features.root-features": "o-exampleorgid",
  "aws_organizations_delegated_administrator.root-administrator-registration": `${SECURITY}/${IAM}`,
};
const adopting: BaselineConfig = { ...inTrialAccounts(configuration()), adopt: OTHERS };
const releasing: BaselineConfig = { ...inTrialAccounts(configuration()), release: Object.keys(OTHERS) };

const whole = inTrialAccounts(withRootAccess({ mode: "use" }));
/** The same, with GuardDuty's members free to go: what a teardown deploys first. */
const ending: BaselineConfig = {
  ...whole,
  regions: [],
  leavingRegions: { "us-east-1": "members", "eu-west-1": "members" },
};

/**
 * What AWS keeps, apart from the state itself: keys wait thirty days for their deletion, and GuardDuty's administrator
 * stays registered in Organizations until somebody deregisters it (GuardDuty User Guide, changing the administrator).
 * Accounts that were members keep their detectors.
 */
const isKept = (entry: string): boolean =>
  entry.endsWith(" PendingDeletion") || entry === `${SECURITY} guardduty.amazonaws.com`;

const withoutKept = ({ organization, regions, ...state }: State): State => ({
  ...state,
  organization: { ...organization, delegations: organization.delegations.filter((entry) => !isKept(entry)) },
  regions: Object.fromEntries(
    Object.entries(regions).map(([place, region]) => [
      place,
      {
        ...region,
        keys: region.keys.filter((entry) => !isKept(entry)),
        detector: place.startsWith(LOG_ARCHIVE) ? undefined : region.detector,
      },
    ]),
  ),
});

/** How something of the baseline comes and goes. */
interface Way {
  readonly deploy: (deployment: Deployment) => Promise<unknown>;
  readonly destroy: (deployment: Deployment) => Promise<unknown>;
}

const WITH_THE_CLI: Way = {
  deploy: async (deployment) => expect(await deployment.deploy()).toMatchObject({ exitCode: 0 }),
  destroy: async (deployment) => expect(await deployment.destroy()).toMatchObject({ exitCode: 0 }),
};
const ROOT_ACCESS_ALONE: Way = {
  deploy: (deployment) => applyOne(deployment, "root-access"),
  destroy: (deployment) => destroyOne(deployment, "root-access"),
};

describeE2E("destroying in trial accounts", () => {
  let trial: Trial;
  afterEach(() => trial.end());

  /** Between the last deploy and the destroy, where GuardDuty's members are free to go. */
  async function letMembersGo(config: BaselineConfig): Promise<void> {
    const baseline = parseConfig(config);
    const clients = new Clients(baseline, trial.emulator.env);
    for (const region of Object.keys(baseline.leavingRegions))
      await releaseMembers(clients.at(blueprintOf(baseline).accounts.security.id, region).guardDuty());
  }

  /** The state before, in between and after: deployed, changed where asked, and destroyed. */
  async function lifeOf(config: BaselineConfig, { deploy, destroy }: Way, last: BaselineConfig = config) {
    const baseline = parseConfig(config);
    trial = await Trial.start({ seed, config });
    const before = await stateOf(trial.emulator, baseline);
    await deploy(trial.during("apply"));
    if (last !== config) {
      trial.reconfigure(last);
      await deploy(trial.during("apply"));
    }
    const deployed = await stateOf(trial.emulator, baseline);
    await letMembersGo(last);
    await destroy(trial.during("destroy"));
    return { before, deployed, after: await stateOf(trial.emulator, baseline) };
  }

  test(
    "with the CLI leaves the organization as it was, root access that others switched on included",
    async () => {
      const { before, deployed, after } = await lifeOf(whole, WITH_THE_CLI, ending);
      expect(deployed).not.toEqual(before);
      expect(before.organization.rootFeatures).toEqual(["RootCredentialsManagement", "RootSessions"]);
      expect(withoutKept(after)).toEqual(before);
      const pending = Object.values(after.regions).flatMap(({ keys }) => keys);
      expect(pending.filter((key) => key.endsWith(" PendingDeletion"))).toHaveLength(4);
      await expectPermitted(trial, ending);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "leaves standing what was adopted and then released",
    async () => {
      const { before, after } = await lifeOf(adopting, ROOT_ACCESS_ALONE, releasing);
      expect(after).toEqual(before);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "switches off root access that was adopted and not released, whoever switched it on",
    async () => {
      const { before, after } = await lifeOf(adopting, ROOT_ACCESS_ALONE);
      expect(before.organization.rootFeatures).toHaveLength(2);
      expect(after.organization).toMatchObject({ rootFeatures: [], delegations: [] });
    },
    DEPLOY_TIMEOUT_MS,
  );
});
