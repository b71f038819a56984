import type { Control } from "../evidence/control";
import { CONTROLS } from "../evidence/controls";
import { GENERATED } from "./page";
import { markdownTable } from "./markdown-table";

/** What is asked before anything else: who answers. */
const IDENTITY = ["sts:GetCallerIdentity", "sts:AssumeRole", "organizations:DescribeOrganization"];

const listed = (actions: readonly string[]): string => actions.map((action) => `\`${action}\``).join(", ");

const section = ({ id, title, matters, checklist, references, reads }: Control): string => `### ${id}

${title}. ${matters}

Checklist row ${checklist}. ${references.map(({ source, control }) => `${source}: ${control}`).join("; ")}.
${reads.length === 0 ? "Reads the configuration alone." : `Reads ${listed(reads)}.`}
`;

/** docs/evidence.md, from the controls. */
export const evidencePage = (): string => `${GENERATED}

# Evidence that the protection is in force

\`npm run baseline -- status\` shows what is live, and \`npm run baseline -- verify\` judges it: every control below, account
by account and Region by Region, against the configuration. Both change nothing; what \`--alerts\` calls, it asks first.
Each finding has the time at which it was read, and one of four verdicts:

- **in force**: it was read, and it is as it must be.
- **gap**: it was read, and it is not. What mends it stands beside it.
- **not read**: AWS did not show it. The call, the account and the reason are named. It is never taken for in force.
- **not applicable**: nobody can judge it from here, and the evidence says why and who looks instead: the bucket of a trail
  that others own, the security contact in GovCloud, and the root user of an account that is SUSPENDED, in which nothing can
  be used until AWS Support reopens it. It takes nothing out of force.

Where a control looks at several things, its verdict is the worst of theirs. \`verify\` ends with 0 where every control is in
force or not applicable, with 2 where one has a gap or was not read, and with 1 on a mistake or a failure.

\`\`\`sh
npm run baseline -- audit --reason CHG-1234 --out audit.json    # root credentials, in a window that is announced
npm run baseline -- verify --alerts --out proof.json            # real calls that change nothing, once a quarter
npm run baseline -- verify --audit audit.json --proof proof.json \\
  --report this-week.json --html report.html --since last-week.json
\`\`\`

\`--html\` writes one page that loads and runs nothing, for those who read on paper or have no terminal: the verdict, gaps,
what changed since the earlier report, the organization as a tree, and all evidence. Files are readable by their owner
alone: they hold the ids and names of every account.

\`verify --alerts\` alone calls something: [prove the alerts](runbooks/prove-alerts.md) says what, and why nothing changes.
The role of the weekly job reads only, so it is a person who runs it; [permissions](permissions.md) give it to no role.

What verify does not prove: that somebody read the mail that SNS delivered, and that a policy binds what AWS documents as
not bound by any, such as the management account.

## Controls

${markdownTable(
  ["control", "in force where", "checklist"],
  CONTROLS.map(({ id, title, checklist }) => [`[${id}](#${id})`, title, String(checklist)]),
)}

${CONTROLS.map(section).join("\n")}
## What the role needs

The credentials are those of the management account. The security and the log archive account are reached through their
deploy roles; another role there is enough that may read what is listed. An action that is missing takes its control to
"not read", and no other.

${[...new Set([...IDENTITY, ...CONTROLS.flatMap(({ reads }) => reads)])]
  .sort()
  .map((action) => `- \`${action}\``)
  .join("\n")}
`;
