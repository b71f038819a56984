"""Messages to topics by AWS's services, and what SNS counts of them.

Nobody is told who has not confirmed. Source: SNS Developer Guide, CloudWatch metrics.
"""

import json
import uuid
from typing import Any

from moto.sns.models import Subscription, Topic, sns_backends
from moto.sqs.exceptions import QueueDoesNotExist
from moto.utilities.arns import parse_arn

from alerts import metrics


def publish(arn: str, message: str, service: str) -> bool:
    """Whether the topic takes the message: it exists, and its policy lets the service publish."""
    parsed = parse_arn(arn)
    topic: Topic | None = sns_backends[parsed.account][parsed.region].topics.get(arn)
    if topic is None or not _admits(json.loads(topic.policy), service):
        return False
    place, named = (parsed.account, parsed.region), {"TopicName": topic.name}
    metrics.count(place, "AWS/SNS", "NumberOfMessagesPublished", named)
    for subscription in list(sns_backends[parsed.account][parsed.region].subscriptions.values()):
        if subscription.topic_arn == arn and subscription.attributes.get("PendingConfirmation") != "true":
            metrics.count(place, "AWS/SNS", _delivered(subscription, message), named)
    return True


def _delivered(subscription: Subscription, message: str) -> str:
    """The metric that the delivery to one endpoint counts in: only a queue can be seen to refuse here."""
    if subscription.protocol != "sqs":
        return "NumberOfNotificationsDelivered"
    try:
        subscription.publish(message, message_id=str(uuid.uuid4()))
    except QueueDoesNotExist:
        return "NumberOfNotificationsFailed"
    return "NumberOfNotificationsDelivered"


def _admits(policy: dict[str, Any], service: str) -> bool:
    return any(
        statement["Effect"] == "Allow"
        and service in _listed(dict(_principal(statement)).get("Service"))
        and any(action.lower() in ("sns:publish", "sns:*") for action in _listed(statement["Action"]))
        for statement in policy.get("Statement", [])
    )


def _principal(statement: dict[str, Any]) -> dict[str, Any]:
    principal = statement.get("Principal", {})
    return principal if isinstance(principal, dict) else {}


def _listed(value: Any) -> list[str]:
    return [] if value is None else value if isinstance(value, list) else [value]
