import { Clients } from "../../organization";
import { readAuditTrail } from "../../organization/audit-trail";
import { valuesOf } from "../../organization/clients/reading";
import { parseConfig } from "../../config";
import { controlTowerOrganization } from "../../emulator/organization-seed";
import { example } from "../support/examples";
import { type State, stateOf } from "./state";
import { describeE2E } from "./support/describe-e2e";
import { expectPermitted } from "./support/recording";
import { pendingChanges } from "./support/pending-changes";
import { applyAll } from "./support/terraform-alone";
import { DEPLOY_TIMEOUT_MS } from "./support/timeouts";
import { Trial } from "./support/trial";

const SECURITY = "222222222222";
const config = example("control-tower");
const baseline = parseConfig(config);

/** What Control Tower and GuardDuty brought, in every account and Region. */
const theirs = ({ organization, accounts, regions }: State) => ({
  trustedAccess: organization.trustedAccess,
  buckets: Object.entries(accounts).map(([id, { buckets }]) => [id, buckets]),
  regions: Object.entries(regions).map(([place, { trails, logGroups, detector, ...guardDuty }]) => [
    place,
    { trails, logGroups, detector },
    guardDuty.organizationDetection,
    guardDuty.administrators,
  ]),
});

describeE2E("on an organization that Control Tower runs", () => {
  let trial: Trial;

  const readTrail = async () => {
    const { trail, logGroup } = valuesOf(await readAuditTrail(new Clients(baseline, trial.emulator.env), baseline));
    // A trail that is at work goes on delivering.
    return { trail: { ...trail, deliveries: undefined }, logGroup };
  };

  beforeAll(async () => {
    trial = await Trial.start({ seed: controlTowerOrganization, config });
  }, DEPLOY_TIMEOUT_MS);

  afterAll(() => trial.end());

  test(
    "the baseline touches neither trail nor log group nor GuardDuty",
    async () => {
      const before = await stateOf(trial.emulator, baseline);
      const trailBefore = await readTrail();
      expect(trailBefore.trail).toMatchObject({ logging: true, organization: true, multiRegion: true });

      expect(await applyAll(trial.during("apply"))).toEqual([]);

      const after = await stateOf(trial.emulator, baseline);
      expect(theirs(after)).toEqual(theirs(before));
      expect(await readTrail()).toEqual(trailBefore);
      expect(after.organization.delegations).toEqual([
        `${SECURITY} guardduty.amazonaws.com`,
        `${SECURITY} iam.amazonaws.com`,
      ]);
      expect(await pendingChanges(trial.during("plan"))).toEqual([]);
    },
    DEPLOY_TIMEOUT_MS,
  );

  test(
    "every role that Control Tower deploys with is let through by the protecting guardrails",
    async () => {
      const { guardrails } = (await stateOf(trial.emulator, baseline)).organization;
      for (const id of ["protect-audit-trail", "protect-threat-detection"]) {
        const policy = guardrails.policies.find(({ name }) => name === `org-baseline-${id}`);
        expect(JSON.stringify(policy?.content).match(/\d{12}:role\/AWSControlTowerExecution/g)).toEqual(
          expect.arrayContaining(
            ["222222222222", "333333333333", "444444444444"].map(
              (account) => `${account}:role/AWSControlTowerExecution`,
            ),
          ),
        );
      }
    },
    DEPLOY_TIMEOUT_MS,
  );

  test("every call is recorded, and permitted by the policies for the pipeline", () => expectPermitted(trial, config));
});
