import { inTrialAccounts } from "../../support/configuration";
import { CASES, CONFIGURATIONS } from "../../support/examples";
import { synth } from "../../support/synth";
import { accountOf, type Element, resourcesOf } from "../../support/terraform";

/** What keeps something that cannot be had back: data, or a switch that opens the organization again. */
const STATEFUL = [
  "aws_account_alternate_contact",
  "aws_cloudtrail",
  "aws_cloudwatch_log_group",
  "aws_guardduty_detector",
  "aws_guardduty_organization_admin_account",
  "aws_iam_organizations_features",
  "aws_kms_key",
  "aws_organizations_delegated_administrator",
  "aws_s3_bucket",
  "aws_sns_topic",
];

/** The organization itself holds what others put into it, whatever account it is tried in. */
const ORGANIZATION = "aws_organizations_organization";

const isKept = ({ body }: Element): boolean =>
  (body["lifecycle"] as { readonly prevent_destroy?: boolean } | undefined)?.prevent_destroy === true;

const resources = (config: Parameters<typeof synth>[0]) =>
  Object.values(synth(config).stacks).flatMap((stack) =>
    resourcesOf(stack).map((element) => ({ ...element, account: accountOf(stack, element) })),
  );

test.each(CASES)(
  "a destroy of %s stops before everything that keeps something, and before nothing else",
  (_n, config) => {
    const wrong = resources(config).filter(
      (element) => isKept(element) !== [...STATEFUL, ORGANIZATION].includes(element.type),
    );
    expect(wrong.map(({ address }) => address)).toEqual([]);
  },
);

test.each(CONFIGURATIONS)(
  "everything of %s but the organization can be destroyed in trial accounts",
  (_name, config) => {
    const kept = resources(inTrialAccounts(config)).filter(isKept);
    expect(kept.filter(({ type }) => type !== ORGANIZATION)).toEqual([]);
    expect(kept).toHaveLength(config.organization.mode === "owned" ? 1 : 0);
  },
);

test.each(CONFIGURATIONS)("a trial account makes nothing of another account in %s destroyable", (_name, config) => {
  const trial = config.accounts.security.id;
  const stateful = resources({ ...config, trialAccounts: [trial] }).filter(({ type }) => STATEFUL.includes(type));
  expect(stateful.filter((element) => isKept(element) === (element.account === trial))).toEqual([]);
});

test("every type of the list is one that the examples create", () => {
  const types = new Set(CONFIGURATIONS.flatMap(([, config]) => resources(config).map(({ type }) => type)));
  expect(STATEFUL.filter((type) => !types.has(type))).toEqual([]);
});

test.each(CONFIGURATIONS)("buckets of %s are emptied by a destroy in trial accounts alone", (_name, config) => {
  const emptied = (of: typeof config) =>
    resources(of)
      .filter(({ type }) => type === "aws_s3_bucket")
      .map(({ body }) => body["force_destroy"]);
  expect(emptied(config).filter((value) => value !== false)).toEqual([]);
  expect(emptied(inTrialAccounts(config)).filter((value) => value !== true)).toEqual([]);
});
