import { parseArgs } from "node:util";
import { managementAccountStatements } from "../catalogue/management-account";
import { loadConfig, names } from "../config";
import type { Command } from "./baseline";
import { UsageError } from "./usage-error";

const HELP = `npm run baseline -- management-policy: the deny policy for permission sets of the management account

  --exempt <arn>   the pipeline's and the break-glass role of the management account; repeat it

Prints docs/management-account-policy.json with the names of your configuration. Attach it to every permission set
that is assigned in the management account, as a customer managed policy or inline.`;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { help: { type: "boolean", default: false }, exempt: { type: "string", multiple: true, default: [] } },
    }).values;
  } catch (error) {
    throw new UsageError(`management-policy must be called as --help says, got ${String(error)}`);
  }
}

async function run(args: readonly string[]): Promise<number> {
  const { help, exempt } = parsed(args);
  if (help) {
    console.log(HELP);
    return 0;
  }
  const baseline = loadConfig();
  const { management } = baseline.accounts;
  const wrong = exempt.find(
    (arn) => !new RegExp(`^arn:aws[\\w-]*:iam::${management.id}:role/[\\w+=,.@/-]+$`).test(arn),
  );
  if (exempt.length === 0 || wrong !== undefined)
    throw new UsageError(
      `--exempt must be the ARN of a role in ${management.id}, without wildcards: who is left out is locked out, got ${wrong ?? "nothing"}`,
    );
  const { trail, trailLogGroup, trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias } = names(baseline);
  const Statement = managementAccountStatements({
    name: baseline.name,
    trailName: trail,
    trailLogGroup,
    keyAliases: [trailKeyAlias, trailLogGroupKeyAlias, alertKeyAlias],
    exemptPrincipals: exempt,
  });
  console.log(JSON.stringify({ Version: "2012-10-17", Statement }, undefined, 2));
  return 0;
}

export const managementPolicy: Command = { summary: "print the deny policy for the management account", run };
