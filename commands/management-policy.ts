import { arn } from "../catalogue/aws/arn";
import { policyText } from "../catalogue/guardrail";
import { MANAGEMENT_POLICY_PARTS, managementAccountStatements } from "../catalogue/management-account";
import { INLINE_POLICY_SIZE, MANAGED_POLICY_SIZE } from "../catalogue/quotas";
import { blueprintOf, loadConfig } from "../config";
import { command } from "./contract/command";
import { mistake } from "./contract/mistake";
import { printJson } from "./output/json";

const PARTS = Object.keys(MANAGEMENT_POLICY_PARTS);

const isPart = (text: string): text is keyof typeof MANAGEMENT_POLICY_PARTS => PARTS.includes(text);

export const managementPolicy = command({
  name: "management-policy",
  summary: "print the deny policy for the management account",
  about: [
    "Prints docs/management-account-policy.json with the names of your configuration. Attach it to every permission set that is assigned in the management account: the whole as an inline policy, or its two parts as customer managed policies.",
    "It denies everybody whom it is attached to becoming one of --exempt: break glass is entered by somebody else, such as a user with MFA.",
  ],
  options: {
    part: {
      takes: "one",
      value: "<part>",
      says: `one of the two parts that each fit a customer managed policy: ${PARTS.join(" or ")}`,
      rule: { must: `be ${PARTS.join(" or ")}`, holds: isPart },
    },
    exempt: {
      takes: "many",
      value: "<arn>",
      says: "the pipeline's and the break-glass role of the management account: whoever is left out is locked out",
    },
  },
  exitCodes: { 0: "printed", 1: "a mistake in what was asked or configured" },
  run: ({ options: { part, exempt } }) => {
    const { accounts, arns, baseline, names, partition } = blueprintOf(loadConfig());
    const { management } = accounts;
    // Another partition would be matched by nobody, and lock out whom it should exempt.
    const arnOfRole = (name: string) =>
      arn({ partition: partition.id, service: "iam", account: management.id, resource: `role/${name}` });
    const role = new RegExp(`^${arnOfRole("[\\w+=,.@/-]+")}$`);
    const wrong = exempt.find((each) => !role.test(each));
    if (exempt.length === 0 || wrong !== undefined)
      mistake("--exempt", `be ${arnOfRole("<role>")}, without wildcards`, wrong);
    const { trail, trailLogGroup, metricNamespace, trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias } = names;
    const settings = {
      name: baseline.name,
      trailName: trail,
      trailLogGroup,
      metricNamespaces: [metricNamespace(undefined), metricNamespace("cis")],
      deployRoles: accounts.members.map(({ id, deployRole }) => arns.role(id, deployRole)),
      keyAliases: [trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias],
      exemptPrincipals: exempt,
    };
    const Statement =
      part !== undefined && isPart(part)
        ? MANAGEMENT_POLICY_PARTS[part](settings)
        : managementAccountStatements(settings);
    const { length } = policyText(Statement);
    if (part === undefined && length > INLINE_POLICY_SIZE)
      mistake("--part", `be ${PARTS.join(" or ")}: the whole has ${length} of ${INLINE_POLICY_SIZE} characters`);
    if (part !== undefined && length > MANAGED_POLICY_SIZE)
      mistake("--exempt", `name fewer roles: the part has ${length} of ${MANAGED_POLICY_SIZE} characters`, exempt);
    printJson({ Version: "2012-10-17", Statement });
    return 0;
  },
});
