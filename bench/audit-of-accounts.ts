import { measuredRun } from "./measured-run";
import { megabytes, seconds, times, type Topic, verdict } from "./report";
import { interleaved, median, warmUp } from "./rounds";
import { stsAndIam } from "./sts-and-iam";

const ACCOUNTS = 500;

/** What the ratio must stay under: an audit against its calls alone. */
const LIMIT = 1.5;

/** What an audit of many accounts costs besides the calls that it makes. */
export async function auditOfAccounts(rounds: number): Promise<Topic> {
  const { url, stop } = await stsAndIam();
  try {
    const cases = ["calls", "audit"] as const;
    const measure = (what: (typeof cases)[number]) =>
      measuredRun("bench/audit-work.ts", { AWS_ENDPOINT_URL: url }, [what, String(ACCOUNTS)]);
    await warmUp(cases, measure);
    const [calls = [], audits = []] = await interleaved(cases, rounds, measure);
    const ratio = median(audits.map(({ cpuSeconds }, round) => cpuSeconds / (calls[round]?.cpuSeconds ?? NaN)));
    const row = (name: string, runs: typeof calls) => [
      name,
      seconds(median(runs.map(({ cpuSeconds }) => cpuSeconds))),
      seconds(median(runs.map(({ wallSeconds }) => wallSeconds))),
      megabytes(median(runs.map(({ peakBytes }) => peakBytes))),
    ];
    return {
      id: "audit",
      title: "Audit of accounts",
      columns: [`${ACCOUNTS} accounts`, "Processor time", "Time", "Peak memory", "Ratio", "Target", "Verdict"],
      rows: [
        [...row("the calls alone", calls), "", "", ""],
        [...row("`audit`", audits), times(ratio), `under ${times(LIMIT)}`, verdict(ratio < LIMIT)],
      ],
      notes: [
        `A root session and six calls an account, four accounts at a time, with no rate, answered at once on the same machine: what AWS and \`--rate\` take comes on top. In turn, ${rounds} rounds after one to warm up: medians, and the median of the rounds' ratios of processor time, which is without start-up.`,
      ],
      met: ratio < LIMIT,
    };
  } finally {
    stop();
  }
}
