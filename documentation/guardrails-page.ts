import { policyText, policyTypeOf, PROOF_SETTINGS, type Guardrail, type ProofCall } from "../catalogue/guardrail";
import { GUARDRAILS } from "../catalogue/guardrails/index";
import type { Call } from "../proofs/policy/index";
import { markdownTable } from "./markdown-table";
import { GENERATED } from "./page";

const code = (text: string): string => `\`${text}\``;

/** Who calls, in the words of a reviewer. */
function who({ principal }: Call): string {
  if (principal.type === "service") return code(principal.service);
  if (principal.type === "unauthenticated") return "nobody signed in";
  const { account } = principal;
  const partition = principal.partition === undefined ? "" : ` (${principal.partition})`;
  if (principal.type === "root") return `root of ${account}${partition}`;
  if (principal.type === "assumed-root") return `root session in ${account}${partition}`;
  const path = "path" in principal ? (principal.path ?? "/").slice(1) : "";
  return `${principal.type} ${code(path + principal.name)} of ${account}${partition}`;
}

const circumstances = ({ context = {}, at, resourceAccount }: Call): string =>
  [
    ...(resourceAccount === undefined ? [] : [`in ${resourceAccount}`]),
    ...Object.entries(context).map(([key, value]) => `${code(key)} = ${code(String(value))}`),
    ...(at === undefined ? [] : [`at ${at}`]),
  ].join(", ");

const reason = ({ attack, note }: ProofCall): string => (attack === undefined ? (note ?? "") : `Attack: ${attack}`);

const proofRow =
  (decision: string) =>
  (call: ProofCall): readonly string[] => [
    decision,
    who(call),
    code(call.action),
    call.resource === undefined ? "" : code(call.resource),
    circumstances(call),
    reason(call),
  ];

const controlsOf = ({ references }: Guardrail, source: RegExp): string =>
  references
    .filter((reference) => source.test(reference.source))
    .map(({ control }) => control)
    .join(", ");

const TYPE_NAMES = {
  SERVICE_CONTROL_POLICY: "service control policy",
  RESOURCE_CONTROL_POLICY: "resource control policy",
} as const;

const section = (entry: Guardrail): string => {
  const statements = entry.statements(PROOF_SETTINGS);
  return `## ${entry.id}

**${entry.title}**

- Type: ${TYPE_NAMES[policyTypeOf(entry)]}
- Why: ${entry.rationale}
- What it costs: ${entry.cost}
- What it binds: ${entry.binds}
- Written down in: ${entry.references.map(({ source, control }) => `${source} (${control})`).join("; ")}

The policy, ${policyText(statements).length} characters as it is sent:

\`\`\`json
${JSON.stringify({ Version: "2012-10-17", Statement: statements }, undefined, 2)}
\`\`\`

Its proof:

${markdownTable(
  ["", "who", "action", "resource", "circumstances", "why it is here"],
  [...entry.denies.map(proofRow("denied")), ...entry.permits.map(proofRow("not denied"))],
)}
`;
};

const overview = (): string =>
  markdownTable(
    ["guardrail", "what it does", "CIS AWS Foundations 7.0.0", "Security Hub", "Control Tower"],
    GUARDRAILS.map((entry) => [
      `[${entry.id}](#${entry.id})`,
      entry.title,
      controlsOf(entry, /^CIS/),
      controlsOf(entry, /Security Hub/),
      controlsOf(entry, /Control Tower/),
    ]),
  );

const exampleSettings = (): string => {
  const { name, breakGlassRoles, exemptPrincipals, rootExceptions } = PROOF_SETTINGS;
  const exceptions = rootExceptions.map(
    ({ account, from, until, reason }) => `${account} from ${from} until ${until} (${reason})`,
  );
  return `Policies and proofs below are those of the name ${code(name)}, with root sessions on, the break-glass roles ${breakGlassRoles.map(code).join(", ")}, the exempt principals ${exemptPrincipals.map(code).join(", ")} and an exception from deny-root-user for ${exceptions.join(", ")}. An exempt principal in every account (\`arn:aws:iam::*:role/…\`) is accepted only where \`protect-delivery-roles\` is attached wherever it exempts.`;
};

/** Every guardrail of the catalogue: what, why, cost, binding, policy and proof. */
export const guardrailsPage = (): string => `${GENERATED}

# Guardrails

A guardrail is one policy of the organization with its reasons and its proof: calls that it must deny, with the attacks that try to get around it, and calls that it must not deny. The unit tests judge each call with the evaluator in \`proofs/policy\`. You choose a guardrail by its id in \`guardrails.attach\` of the configuration. Start with a canary OU; moving to the whole organization is a change of one line.

Policies of the organization bind neither the management account nor service-linked roles. What protects the management account is [management-account-policy.json](management-account-policy.json), and why the log group stays there is in [decisions](decisions/0010-the-log-group-stays-in-the-management-account.md). How to take a guardrail away in an emergency: [runbook](runbooks/remove-a-guardrail.md).

${overview()}

${exampleSettings()}

Ask what a policy does: \`npm run baseline -- simulate --help\`.

${GUARDRAILS.map(section).join("\n")}
## The switch of deny-root-sign-in

The policy deny-root-sign-in does nothing until AWS Sign-In is told to ask resource policies. Neither AWS provider 5.100 nor 6.25 has a resource for that, so it is a step of its own, once for the organization. Writes go to us-east-1:

\`\`\`sh
# Is it on? consoleAuthorizationEnabled says so.
aws signin get-console-authorization-configuration --region us-east-1 --target-id o-exampleorgid

aws signin put-console-authorization-configuration --region us-east-1 --target-id o-exampleorgid
\`\`\`

1. Attach deny-root-sign-in to a canary OU and deploy.
2. Look for policies that speak of the three sign-in actions, since the switch makes them count: AWS asks to remove or adjust what denies \`signin:Authenticate\`, \`signin:AuthorizeOAuth2Access\` or \`signin:CreateOAuth2Token\` before. \`deny-root-user\` denies them to root users, which is the purpose; a policy on network keys also stops people who come through the portal of IAM Identity Center.
3. Switch it on, and ask whether it is on.
4. Try the root user of an account in the canary OU: it is refused before the password. The record is a \`ConsoleLogin\` with \`Failure\` and an \`errorMessage\` that names a resource control policy, on which \`root-console-login-blocked\` fires. Sign in as anybody else: nothing has changed.

What remains possible to a root user: everything in the management account, which resource control policies do not cover; calls signed with an access key, which \`deny-root-user\` and \`deny-root-access-keys\` hold; whatever the root mailbox can do before a sign-in: no source says that this refuses the recovery of a password. Who undoes the switch is denied in members by \`protect-account-identity\` and told by \`sign-in-control-changed\`.

Sources: AWS Sign-In User Guide, console access control; AWS Sign-In API Reference, PutConsoleAuthorizationConfiguration and GetConsoleAuthorizationConfiguration; AWS Security Blog, sign-in resource-based policies and RCPs.
`;
