import { busAdmits } from "../../../catalogue/alerts/forwarder";
import type { Blueprint } from "../../../config";
import type { Reading } from "../../../organization/clients/reading";
import type { EventBusFacts } from "../../../organization/services/event-rules";
import { statementsOf } from "../../../organization/services/json";
import { applied, gap, inForce, judged, type Finding, type Item } from "../../item";
import { saysOnly } from "../../policies";

function judge(of: string, bus: EventBusFacts | undefined, { forwarders, partition }: Blueprint): Finding {
  const apply = applied("alarms");
  if (bus === undefined) return gap(of, "the bus does not exist", apply);
  const wanted = forwarders.map(({ account, roleArn }) => busAdmits(partition.id, account, roleArn, bus.arn));
  const policy = { Version: "2012-10-17", ...bus.policy };
  const admits = (statement: object): boolean =>
    statementsOf(policy).some((each) => saysOnly({ ...policy, Statement: [each] }, [statement]));
  const missing = forwarders.filter((_, index) => !admits(wanted[index] ?? {}));
  if (missing.length > 0)
    return gap(of, `keeps out ${missing.map(({ roleArn }) => roleArn).join(", ")}: what it forwards is lost`, apply);
  return saysOnly(policy, wanted)
    ? inForce(of, `admits ${forwarders.map(({ roleArn }) => roleArn).join(", ")}, and nobody else`)
    : gap(of, "admits others, who can feign alerts, or denies", apply);
}

/** Whether a bus takes what the forwarding rules bring, and from nobody else. */
export const judgeBus = (of: string, bus: Reading<EventBusFacts | undefined>, blueprint: Blueprint): readonly Item[] =>
  judged(of, bus, (found) => [judge(of, found, blueprint)]);
