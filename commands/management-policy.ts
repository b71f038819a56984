import { arn } from "../catalogue/arn";
import { managementAccountStatements } from "../catalogue/management-account";
import { blueprintOf, loadConfig } from "../config";
import { command } from "./contract/command";
import { mistake } from "./contract/mistake";
import { printJson } from "./output/json";

export const managementPolicy = command({
  name: "management-policy",
  summary: "print the deny policy for the management account",
  about: [
    "Prints docs/management-account-policy.json with the names of your configuration. Attach it to every permission set that is assigned in the management account, as a customer managed policy or inline.",
  ],
  options: {
    exempt: {
      takes: "many",
      value: "<arn>",
      says: "the pipeline's and the break-glass role of the management account: whoever is left out is locked out",
    },
  },
  exitCodes: { 0: "printed", 1: "a mistake in what was asked or configured" },
  run: ({ options: { exempt } }) => {
    const { accounts, baseline, names, partition } = blueprintOf(loadConfig());
    const { management } = accounts;
    // Another partition would be matched by nobody, and lock out whom it should exempt.
    const arnOfRole = (name: string) =>
      arn({ partition: partition.id, service: "iam", account: management.id, resource: `role/${name}` });
    const role = new RegExp(`^${arnOfRole("[\\w+=,.@/-]+")}$`);
    const wrong = exempt.find((each) => !role.test(each));
    if (exempt.length === 0 || wrong !== undefined)
      mistake("--exempt", `be ${arnOfRole("<role>")}, without wildcards`, wrong);
    const { trail, trailLogGroup, trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias } = names;
    const Statement = managementAccountStatements({
      name: baseline.name,
      trailName: trail,
      trailLogGroup,
      keyAliases: [trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias],
      exemptPrincipals: exempt,
    });
    printJson({ Version: "2012-10-17", Statement });
    return 0;
  },
});
