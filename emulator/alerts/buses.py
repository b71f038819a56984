"""Events on buses: rules, and what they tell.

An event is forwarded from one bus to another once; what was forwarded stays what it was, with its own account and
Region. Sources: EventBridge User Guide, sending events between buses; monitoring; dead-letter queues.
"""

import json
from fnmatch import fnmatch
from typing import Any

from moto.events.models import EventBus, Rule, events_backends
from moto.iam.models import iam_backends
from moto.sqs.models import sqs_backends
from moto.utilities.arns import parse_arn

from alerts import metrics, topics

Event = dict[str, Any]


def arrive(place: tuple[str, str], bus_name: str, event: Event, forwarded: bool = False) -> None:
    """An event on a bus: every rule that is enabled and matches calls each of its targets."""
    account, region = place
    bus: EventBus | None = events_backends[account][region].event_buses.get(bus_name)
    for rule in list(bus.rules.values()) if bus else []:
        if rule.state == "ENABLED" and rule.event_pattern.matches_event(event):  # type: ignore[arg-type]
            _invoke(place, bus_name, rule, event, forwarded)


def _invoke(place: tuple[str, str], bus_name: str, rule: Rule, event: Event, forwarded: bool) -> None:
    named = {**({} if bus_name == "default" else {"EventBusName": bus_name}), "RuleName": rule.name}
    metrics.count(place, "AWS/Events", "TriggeredRules", named)
    for target in rule.targets:
        metrics.count(place, "AWS/Events", "Invocations", named)
        if not _tell(place, target, event, forwarded):
            metrics.count(place, "AWS/Events", "FailedInvocations", named)
            _keep(place, rule, target, event)


def _keep(place: tuple[str, str], rule: Rule, target: dict[str, Any], event: Event) -> None:
    """What a target did not take goes to its dead-letter queue, in the rule's place and if the queue lets the rule."""
    arn = target.get("DeadLetterConfig", {}).get("Arn")
    if arn is None:
        return
    parsed = parse_arn(arn)
    queue = sqs_backends[place[0]][place[1]].queues.get(parsed.resource_id)
    if queue is None or (parsed.account, parsed.region) != place or not _admits(queue.policy, rule.arn):
        return
    sqs_backends[place[0]][place[1]].send_message(queue.name, json.dumps(event))
    metrics.count(place, "AWS/SQS", "NumberOfMessagesSent", {"QueueName": queue.name})


def _admits(policy: str | None, rule_arn: str) -> bool:
    return any(
        statement["Effect"] == "Allow"
        and statement["Principal"] == {"Service": "events.amazonaws.com"}
        and fnmatch(rule_arn, statement.get("Condition", {}).get("ArnLike", {}).get("aws:SourceArn", "*"))
        for statement in json.loads(policy or '{"Statement": []}')["Statement"]
    )


def _tell(place: tuple[str, str], target: dict[str, Any], event: Event, forwarded: bool) -> bool:
    """Whether the target takes the event."""
    parsed = parse_arn(target["Arn"])
    there = (parsed.account, parsed.region)
    if parsed.service == "sns":
        return topics.publish(target["Arn"], _message(target, event), "events.amazonaws.com")
    if parsed.service == "sqs":
        queue = sqs_backends[parsed.account][parsed.region].queues.get(parsed.resource_id)
        if queue is not None:
            sqs_backends[parsed.account][parsed.region].send_message(queue.name, _message(target, event))
        return queue is not None
    if parsed.service != "events" or parsed.resource_type != "event-bus":
        raise NotImplementedError(f"a target {target['Arn']}")
    bus = events_backends[parsed.account][parsed.region].event_buses.get(parsed.resource_id)
    if forwarded or bus is None or not _may_put(place[0], target.get("RoleArn"), bus, parsed.account):
        return False
    arrive(there, parsed.resource_id, event, forwarded=True)
    return True


def _may_put(account: str, role_arn: str | None, bus: EventBus, owner: str) -> bool:
    """A role that exists puts the event, and the policy of a bus elsewhere lets it."""
    roles = iam_backends[account]["aws"].roles.values()
    if role_arn is None or all(role.arn != role_arn for role in roles):
        return False
    if owner == account:
        return True
    return any(
        f":{account}:" in str(statement["Principal"]) or account in str(statement["Principal"])
        for statement in json.loads(bus.policy or '{"Statement": []}')["Statement"]
        if statement["Effect"] == "Allow"
        and statement.get("Condition", {}).get("ArnEquals", {}).get("aws:PrincipalArn", role_arn) == role_arn
    )


def _message(target: dict[str, Any], event: Event) -> str:
    """The event, or what the target's transformer makes of it: a variable without a value is an empty text."""
    transformer = target.get("InputTransformer")
    if transformer is None:
        return json.dumps(event)
    text = str(transformer["InputTemplate"])
    for variable, path in transformer.get("InputPathsMap", {}).items():
        found: Any = event
        for name in path.removeprefix("$.").split("."):
            found = found.get(name) if isinstance(found, dict) else None
        text = text.replace(f"<{variable}>", "" if found is None else json.dumps(found).strip('"'))
    return text
