import {
  catalogueJudges,
  classify,
  FOREIGN_ACTS,
  OTHER_SERVICES,
  REASONS,
  SURFACES,
  VERDICTS,
  type ForeignAct,
  type OtherServices,
  type Reason,
  type Row,
  type ServiceSurface,
  type Verdict,
} from "../catalogue/attack-surface/index";
import { markdownTable } from "./markdown-table";
import { GENERATED } from "./page";

interface Section {
  readonly surface: ServiceSurface;
  readonly rows: readonly Row[];
}

const SHOWN: readonly Verdict[] = ["denied", "watched", "denied or watched", "excused"];

const code = (text: string): string => `\`${text}\``;

const linked = (page: string) => (ids: readonly string[]) => ids.map((id) => `[${id}](${page}#${id})`).join(", ");

const guardrails = linked("guardrails.md");
const detections = linked("detections.md");

const reasonOf = ({ excuses }: Row): string =>
  excuses.map(({ reason, because }) => `${REASONS[reason]}: ${because}`).join("; ");

const accountsOf = (row: Row): string => [...new Set(row.open.map(({ account }) => account))].join(", ");

const rowOf = (row: Row): readonly string[] => [
  code(row.action.name),
  row.verdict,
  guardrails(row.guardrails),
  row.management.map(code).join(", "),
  detections(row.detections),
  row.verdict === "excused" ? `${accountsOf(row)}: ${reasonOf(row)}` : "",
];

const HEAD = [
  "action",
  "verdict",
  "denied in members by",
  "denied in management by",
  "watched by",
  "excused where, because",
];

/** What is known of its records beside that each call is recorded under the name of its operation. */
function recordsOf({ surface, rows }: Section): readonly string[] {
  const { events = {}, unrecorded = [], documented } = surface;
  const unnamed = rows.filter(
    ({ eventNames, action }) =>
      eventNames.length === 0 && !unrecorded.some(({ actions }) => actions.includes(action.name)),
  );
  return [
    `- Records carry \`eventSource\` ${code(`${surface.records}.amazonaws.com`)}.`,
    ...Object.entries(events).map(
      ([action, { names, source }]) => `- ${code(action)} is recorded as ${names.map(code).join(" or ")} (${source}).`,
    ),
    ...(documented === undefined
      ? []
      : [
          `- Recorded without an operation in the service models: ${documented.actions.length} (${documented.source}).`,
        ]),
    ...unrecorded.map(({ source, actions }) => `- Not in the trail: ${actions.map(code).join(", ")} (${source}).`),
    ...(unnamed.length === 0
      ? []
      : [
          `- Without an operation in the service models, so that nobody can say under which name they are recorded: ${unnamed.map(({ action }) => code(action.name)).join(", ")}.`,
        ]),
  ];
}

const section = (of: Section): string => `## ${of.surface.title}

Protected: ${of.surface.things.map((thing) => `${thing.what} (${thing.in.join(", ")})`).join("; ")}.

${recordsOf(of).join("\n")}

${markdownTable(HEAD, of.rows.map(rowOf))}
`;

const count = (rows: readonly Row[], verdict: Verdict): string =>
  String(rows.filter((row) => row.verdict === verdict).length);

const overview = (sections: readonly Section[]): string =>
  markdownTable(
    ["service", "actions", ...SHOWN.map((verdict) => VERDICTS[verdict])],
    [
      ...sections.map(({ surface, rows }) => [
        `${surface.title} (${code(surface.service)})`,
        String(rows.length),
        ...SHOWN.map((verdict) => count(rows, verdict)),
      ]),
      [
        "all",
        String(sections.flatMap(({ rows }) => rows).length),
        ...SHOWN.map((verdict) =>
          count(
            sections.flatMap(({ rows }) => rows),
            verdict,
          ),
        ),
      ],
    ],
  );

const reasons = (sections: readonly Section[]): string =>
  markdownTable(
    ["reason", "actions"],
    (Object.keys(REASONS) as Reason[]).map((reason) => [
      REASONS[reason],
      String(
        sections.flatMap(({ rows }) => rows).filter(({ excuses }) => excuses.some((each) => each.reason === reason))
          .length,
      ),
    ]),
  );

const foreignRow = ({ actions, way, because, hangsOn, source }: ForeignAct): readonly string[] => [
  way,
  actions.map(code).join(", "),
  because,
  hangsOn.map(code).join(", "),
  source,
];

const otherRow = ({ kind, because, services }: OtherServices): readonly string[] => [
  kind,
  because,
  services.map(code).join(", "),
];

/** docs/attack-surface.md, from the register and from what guardrails, policy and detections answer. */
export function attackSurfacePage(): string {
  const judges = catalogueJudges();
  const sections = SURFACES.map((surface) => ({ surface, rows: classify(surface, judges) }));
  return `${GENERATED}

# Attack surface

Of all that AWS lets somebody change about what the baseline protects, nothing is left out. For every service that holds
a part of it, each action that writes, tags or manages permissions (AWS's service data, those without a resource type
among them) is denied, watched, or excused in writing. A test fails when one is not, and when an excuse is not needed.

Nothing here is claimed by hand but the excuses: the guardrails and the policy of the management account are asked by
the evaluator in \`proofs/policy\`, the detections by a record of the call that names the thing in every way that the API
knows, and once in a request so large that CloudTrail leaves its parameters out. Who calls is an administrator of the
account.

How to read it:

- **Denied in members** holds where the guardrail is attached above the account that holds the thing:
  [guardrails](guardrails.md). Exempt principals pass.
- **Denied in management** holds for whom [management-account-policy.json](management-account-policy.json) is attached
  to; the statement is named. Root of the management account is bound by nothing.
- **Watched** means that a detection of the sets \`root\`, \`central-root\` or \`blinding\` tells somebody, from what the
  organization trail records. That its message survives what the call breaks is tested elsewhere
  (\`__tests__/house/alert-paths\`).
- **Excused** is what stays open, with the accounts in which it does. Reasons are a closed list.
- Names are those of the name \`org-baseline\`, in the aws partition.

${overview(sections)}

Why the excused stay open:

${reasons(sections)}

${sections.map(section).join("\n")}
## From other services

What acts on the same things from another service ends in actions of the register, made with somebody's rights. This list
is made by hand. Whoever may change what runs as the pipeline is the pipeline: its repository, its build and its role are
yours to guard.

${markdownTable(["way", "actions", "why it does not get there", "hangs on", "source"], FOREIGN_ACTS.map(foreignRow))}

## All other services

Every service of AWS's service data that is not above holds nothing which is protected. Each was judged by its actions
that write, tag or manage permissions; a service that AWS adds fails a test until it is judged.

${markdownTable(["what they do", "why they undo nothing here", "services"], OTHER_SERVICES.map(otherRow))}
`;
}
