import { accountRoot } from "../../../catalogue/aws/arn";
import type { Blueprint } from "../../../config";
import type { EventBusFacts } from "../../../organization/services/event-rules";
import { conditionValues, statementsOf, type JsonObject } from "../../../organization/services/json";
import { applied, gap, inForce, type Finding } from "../../item";

/** A role that puts events on the bus, and its account's id. */
interface Forwarder {
  readonly account: string;
  readonly role: string;
}

const forwarders = ({ accounts, arns, names, detectionsByPath, securityForwards }: Blueprint): readonly Forwarder[] => {
  const of = (account: string, role: string): Forwarder => ({ account, role: arns.role(account, role) });
  return [
    ...(detectionsByPath.event.length > 0 ? [of(accounts.management.id, names.eventForwardRole)] : []),
    ...(securityForwards ? [of(accounts.security.id, names.findingForwardRole)] : []),
  ];
};

const admits = (statement: JsonObject, { account, role }: Forwarder, partition: string): boolean => {
  const condition = { ArnEquals: { "aws:PrincipalArn": role } };
  return (
    statement["Effect"] === "Allow" &&
    JSON.stringify(statement["Principal"]) === JSON.stringify({ AWS: accountRoot(partition, account) }) &&
    [statement["Action"]].flat().join() === "events:PutEvents" &&
    JSON.stringify(Object.keys(statement["Condition"] ?? {})) === JSON.stringify(Object.keys(condition)) &&
    conditionValues({ Statement: [statement] }, "aws:PrincipalArn").join() === role
  );
};

/** Whether the bus takes what the forwarding rules bring, and from nobody else. */
export function judgeBus(bus: EventBusFacts | undefined, blueprint: Blueprint): Finding {
  const of = "policy of the alert bus";
  const apply = applied("alarms");
  if (bus === undefined) return gap(of, "the bus does not exist", apply);
  const wanted = forwarders(blueprint);
  const statements = statementsOf(bus.policy ?? {});
  const isOurs = (statement: JsonObject) => wanted.some((each) => admits(statement, each, blueprint.partition.id));
  const missing = wanted.filter((each) => !statements.some((one) => admits(one, each, blueprint.partition.id)));
  if (missing.length > 0)
    return gap(of, `keeps out ${missing.map(({ role }) => role).join(", ")}: what it forwards is lost`, apply);
  return statements.every(isOurs)
    ? inForce(of, `admits ${wanted.map(({ role }) => role).join(", ")}, and nobody else`)
    : gap(of, "admits others, who can feign alerts, or denies", apply);
}
