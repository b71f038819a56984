import { credentialsWithheld } from "../../model/sensitive";
import { isCredential, withoutCredentials } from "../../../terraform/credentials";
import { canonical, isNothing, type Thing } from "../../model/thing";
import { beforeOf } from "../../model/same-thing";
import type { ReviewInput } from "../../model/review-input";
import type { Found, ReviewRule, ReviewSeverity } from "../rule";
import { placeOf } from "../words";
import { mustBeSame, mustStay, mustStayOff, type Weaker } from "./orders";
import { providerSources } from "./provider-sources";
import { settingRule, type Setting } from "./setting";

const type = "provider";

const settings = (
  names: readonly string[],
  weaker: Weaker,
  says: string,
  severity?: ReviewSeverity,
): readonly (Setting & { readonly value: string })[] =>
  names.map((value) => ({
    type,
    value,
    weaker,
    says: says.replace("@", `\`${value}\``),
    ...(severity === undefined ? {} : { severity }),
  }));

/** `${var.security_role_arn}` and nothing else: how a stack lets a pipeline name the role, within the pinned account. */
function isRoleVariable(value: unknown): boolean {
  const [role, ...others] = [value].flat();
  if (others.length > 0 || typeof role !== "object" || role === null) return false;
  const told = Object.entries(role).filter(([, each]) => !isNothing(each));
  return told.every(([key, each]) => key === "role_arn" && /^\$\{var\.\w+_role_arn\}$/.test(String(each)));
}

/** A role variable may come where none was: the pin holds, and the credentials are no longer the pipeline's own. */
const mustBeSameRole: Weaker = (before, after) =>
  !(isNothing(before) && isRoleVariable(after)) && mustBeSame(before, after);

/**
 * Arguments of the AWS provider by which whoever answers, whose credentials are used or what is looked at changes.
 * Source: its documentation, Argument Reference, with those that release 6 has no longer.
 */
const ARGUMENTS = [
  ...settings(
    ["endpoints", "ec2_metadata_service_endpoint", "http_proxy", "https_proxy", "no_proxy", "custom_ca_bundle"],
    mustBeSame,
    "what it calls, and whom it tells its credentials, by @: {}",
  ),
  ...settings(
    [
      "insecure",
      "skip_credentials_validation",
      "skip_metadata_api_check",
      "skip_region_validation",
      "skip_requesting_account_id",
    ],
    mustStayOff,
    "a check before it works, @: {}",
  ),
  ...settings(
    [
      "access_key",
      "assume_role_with_web_identity",
      "profile",
      "secret_key",
      "shared_config_files",
      "shared_credentials_files",
      "sts_region",
      "token",
    ],
    mustBeSame,
    "whose credentials it has, by @: {}",
    "high",
  ).map((setting) => ({ ...setting, shown: shownUnlessSecret(setting.value) })),
  ...settings(["ignore_tags"], mustBeSame, "tags that it neither sees nor sets back: {}", "medium"),
];

/** A value without what no report may hold. */
function shownUnlessSecret(name: string): (value: unknown) => string {
  const hidden = () => "a value that is not shown";
  return (value) =>
    isNothing(value) ? "nothing" : isCredential(name) ? hidden() : JSON.stringify(withoutCredentials(value, hidden));
}

const ROLE = { type, value: "assume_role", weaker: mustBeSameRole, says: "the role that it assumes: {}" } as const;

const pins = settingRule({
  id: "provider-pin",
  severity: "critical",
  fires:
    "a provider of a stack works in another account, Region or role, at another endpoint, with fewer checks, or is not pinned to an account",
  matters: "a wrong or stolen credential deploys where nobody looks, instead of failing; a plan does not show it",
  settings: [
    { type, value: "allowed_account_ids", weaker: mustStay, says: "pinned to the accounts {}" },
    { type, value: "forbidden_account_ids", weaker: mustStay, says: "kept out of the accounts {}" },
    { ...ROLE, severity: "high" },
    { type, value: "region", weaker: mustBeSame, says: "Region {}", severity: "high" },
    ...ARGUMENTS,
  ],
});

/** Attributes that the rule judges, for what nobody judges to be told. */
export const PROVIDER_ARGUMENTS: readonly string[] = ARGUMENTS.map(({ value }) => value);

/** What a new provider has that none of its stack had: a place more has what the others have. */
function unlikeOthers({ before, after }: ReviewInput, provider: Thing): readonly Found[] {
  const others = [...before.of(type), ...(before.of(type).length === 0 ? after.of(type) : [])].filter(
    (each) => each !== provider && each.stack === provider.stack,
  );
  return [{ ...ROLE, severity: "high" as const }, ...ARGUMENTS].flatMap(
    ({ value, weaker, says, severity, ...more }) => {
      const is = provider.values[value];
      if (weaker(undefined, is) === false) return [];
      if (others.some(({ values }) => canonical(values[value]) === canonical(is))) return [];
      const shown = "shown" in more && more.shown !== undefined ? more.shown(is) : JSON.stringify(is);
      return [
        {
          ...(severity === undefined ? {} : { severity }),
          place: placeOf(provider),
          exactly: credentialsWithheld(provider.values),
          words: `the provider \`${provider.label}\`, which is new, is unlike the others of its stack: ${says.replace("{}", shown)}`,
        },
      ];
    },
  );
}

/** The providers of a stack. Only what is synthesized has them on both sides: a plan knows the new ones alone. */
export const providerPin: ReviewRule = {
  ...pins,
  find: (input) => [
    ...pins.find(input),
    ...providerSources(input),
    ...input.changes.flatMap((change) => {
      const { after } = change;
      if (after?.type !== type || beforeOf(change, input) !== undefined) return [];
      const { label, values } = after;
      const base = { place: placeOf(after), exactly: credentialsWithheld(values) };
      if (!/^aws(\.|$)/.test(label))
        return [{ ...base, words: `the provider \`${label}\`, which is new, is not the one of AWS` }];
      return [
        ...(isNothing(values["allowed_account_ids"])
          ? [{ ...base, words: `the provider \`${label}\`, which is new, is pinned to no account` }]
          : []),
        ...unlikeOthers(input, after),
      ];
    }),
  ],
};
