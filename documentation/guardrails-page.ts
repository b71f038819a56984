import { policyText, PROOF_SETTINGS, type Guardrail, type ProofCall } from "../catalogue/guardrail";
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

const circumstances = ({ context = {}, at }: Call): string =>
  [
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

const section = (entry: Guardrail): string => {
  const statements = entry.statements(PROOF_SETTINGS);
  return `## ${entry.id}

**${entry.title}**

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

A guardrail is one service control policy with its reasons and its proof: calls that it must deny, with the attacks that try to get around it, and calls that it must not deny. The unit tests judge each call with the evaluator in \`proofs/policy\`. You choose a guardrail by its id in \`guardrails.attach\` of the configuration. Start with a canary OU; moving to the whole organization is a change of one line.

Service control policies bind neither the management account nor service-linked roles. What protects the management account is [management-account-policy.json](management-account-policy.json), and why the log group stays there is in [decisions](decisions/0010-the-log-group-stays-in-the-management-account.md). How to take a guardrail away in an emergency: [runbook](runbooks/remove-a-guardrail.md).

${overview()}

${exampleSettings()}

Ask what a policy does: \`npm run baseline -- simulate --help\`.

${GUARDRAILS.map(section).join("\n")}
## Console sign-in of root users, by resource control policy

Since June 2026 AWS Sign-In honours resource control policies once \`signin:PutConsoleAuthorizationConfiguration\` has switched that on for the organization, and one over \`signin:Authenticate\`, \`signin:AuthorizeOAuth2Access\` and \`signin:CreateOAuth2Token\` can refuse root users of member accounts before the password is asked for. It is documented here and not built: neither AWS provider 5.100 nor 6.25 has a resource for the switch, so a deploy could not tell whether the policy does anything. Where you have switched it on by hand, the policy itself can be attached as one of your own in \`guardrails.files\`, with the type \`RESOURCE_CONTROL_POLICY\`. Before switching it on, AWS asks to adjust policies that deny these actions; \`deny-root-user\` denies them to root users, which is the purpose. Resource control policies do not cover the management account. Sources: AWS Sign-In User Guide, console access control; AWS Security Blog, sign-in resource-based policies and RCPs.
`;
