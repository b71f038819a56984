import { problemsJson } from "../log-files/problems-report";
import { taskName } from "./doors";
import type { Unexplained } from "./joined";
import type { Opening } from "./ledger";
import type { OpenedBy } from "./opened-by";
import type { Found } from "./report";

const opened = ({ by, ...opening }: Opening & { readonly by: OpenedBy }) => ({
  at: opening.at,
  account: opening.account,
  task: taskName(opening.task),
  region: opening.region,
  person: by.person,
  personIsRecorded: by.isRecorded,
  claimedPerson: by.claims ?? null,
  ticket: by.ticket ?? null,
  identity: by.identity ?? null,
  caller: opening.caller ?? null,
  breakGlass: by.isBreakGlass,
});

const unexplained = ({ account, key, how, acts }: Unexplained) => ({ account, accessKey: key ?? null, how, acts });

/** The report for machines. Times are UTC, as CloudTrail writes them. */
export const asJson = ({ ledger, joined, problems }: Found) => ({
  read: {
    records: ledger.records,
    first: ledger.first,
    last: ledger.last,
    accounts: [...ledger.accounts].sort(),
    regions: [...ledger.regions].sort(),
  },
  realRoot: joined.realRoot.map(unexplained),
  openedBeforeRecords: joined.before.map(unexplained),
  sessions: joined.sessions.map((session) => ({
    ...opened(session),
    accessKey: session.key ?? null,
    acts: session.acts,
    mayGoOn: session.mayGoOn,
  })),
  refused: joined.refused.map((attempt) => ({ ...opened(attempt), error: attempt.refused })),
  services: joined.services.map(unexplained),
  problems: problemsJson(problems),
});
