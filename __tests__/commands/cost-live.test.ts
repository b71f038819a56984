import example from "../../baseline.config";
import { liveVolumes } from "../../commands/cost/live";
import { volumesOf } from "../../commands/cost/volumes";
import { parseConfig } from "../../config";
import { Clients } from "../../organization/clients/clients";

const BASELINE = parseConfig(example);
const { management } = BASELINE.accounts;
const GROUP = { logGroups: [{ logGroupName: "org-baseline-trail" }] };
const account = (Id: string, State: string) => ({ Id, Name: Id, State });

/** A metric with the same sum on each of so many days. */
const days = (count: number, Sum: number) => ({ Datapoints: Array.from({ length: count }, () => ({ Sum })) });

interface Sent {
  readonly constructor: { readonly name: string };
  readonly input: { readonly MetricName?: string };
}

/** Clients of every service that give these answers, by what is asked. */
function answering(answers: Readonly<Record<string, unknown>>, caller = management.id): Clients {
  const all: Readonly<Record<string, unknown>> = {
    GetCallerIdentityCommand: { Account: caller },
    DescribeOrganizationCommand: { Organization: { Id: BASELINE.organization.id, MasterAccountId: management.id } },
    DescribeLogGroupsCommand: GROUP,
    ...answers,
  };
  const clients = new Clients(BASELINE);
  const send = ({ constructor: { name }, input }: Sent) => Promise.resolve(all[input.MetricName ?? name]);
  const place = clients.at(management.id);
  for (const client of [place.sts(), place.organizations(), place.logs(), place.cloudWatch()])
    jest.spyOn(client, "send").mockImplementation(send as never);
  return clients;
}

const ACCOUNTS = {
  ListAccountsCommand: { Accounts: [account("1", "ACTIVE"), account("2", "SUSPENDED"), account("3", "ACTIVE")] },
};
const MONTH = { ...ACCOUNTS, IncomingLogEvents: days(30, 1_000), IncomingBytes: days(30, 2_000_400) };

test("accounts that are active, and the events of a month", async () => {
  const { volumes, unread } = await liveVolumes(answering(MONTH), BASELINE);
  expect([volumes, unread]).toEqual([
    {
      accounts: { value: 2, by: "read" },
      "management-events": { value: 30_000, by: "read" },
      "event-bytes": { value: 2_000, by: "read" },
    },
    [],
  ]);
  expect(volumesOf(["accounts=7"], volumes).accounts).toEqual({ value: 7, by: "given" });
  expect(volumesOf([], volumes)["management-events"]).toEqual({ value: 30_000, by: "read" });
});

test.each([
  [
    "no log group",
    { DescribeLogGroupsCommand: { logGroups: [{ logGroupName: "org-baseline-trail-2" }] } },
    /no log group/,
  ],
  ["less than a month", { IncomingLogEvents: days(29, 1_000) }, /not yet 30 whole days/],
  ["no events", { IncomingLogEvents: days(30, 0) }, /not yet 30 whole days/],
])("%s is no volume, and is said", async (_what, answers, sentence) => {
  const { volumes, unread } = await liveVolumes(answering({ ...MONTH, ...answers }), BASELINE);
  expect(Object.keys(volumes)).toEqual(["accounts"]);
  expect(unread).toEqual([expect.stringMatching(sentence)]);
  expect(volumesOf([], volumes)["management-events"]).toEqual({ value: 600_000, by: "assumed" });
});

test("another account's credentials are refused", async () => {
  await expect(liveVolumes(answering(MONTH, "222222222222"), BASELINE)).rejects.toThrow(
    /must belong to the management account 111111111111/,
  );
});
