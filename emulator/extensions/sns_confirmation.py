"""Subscriptions that wait for a person: nothing reaches an endpoint that has not confirmed.

moto confirms everything at once. Endpoints of the seed (`unconfirmed`) wait here, as e-mail does in AWS; whoever knows
the token confirms, which is the endpoint itself, since nothing is sent. Source: SNS API Reference, Subscribe and
ConfirmSubscription; ListSubscriptionsByTopic, which shows "PendingConfirmation" in the place of an ARN.
"""

from copy import copy
from typing import Any

from moto.core.responses import ActionResult
from moto.sns.models import SNSBackend, Subscription
from moto.sns.responses import SNSResponse

from extensions.patching import around

_waiting: set[str] = set()


def install() -> None:
    around(SNSBackend, "subscribe", _subscribe)
    around(SNSResponse, "confirm_subscription", _confirm)
    around(SNSResponse, "list_subscriptions_by_topic", _list)


def let_wait(endpoints: list[str]) -> None:
    """These endpoints confirm nothing by themselves."""
    _waiting.update(endpoints)


def _subscribe(original: Any, self: SNSBackend, topic_arn: str, endpoint: str, protocol: str) -> Subscription:
    subscription: Subscription = original(self, topic_arn, endpoint, protocol)
    if endpoint in _waiting:
        subscription.attributes["PendingConfirmation"] = "true"
    return subscription


def _confirm(original: Any, self: SNSResponse) -> Any:
    endpoint = self._get_param("Token")
    _waiting.discard(endpoint)
    for subscription in self.backend.subscriptions.values():
        if subscription.endpoint == endpoint and subscription.topic_arn == self._get_param("TopicArn"):
            subscription.attributes["PendingConfirmation"] = "false"
    return original(self)


def _list(original: Any, self: SNSResponse) -> ActionResult:
    answer: ActionResult = original(self)
    found: Any = answer.result
    return ActionResult({**found, "Subscriptions": [_shown(each) for each in found["Subscriptions"]]})


def _shown(subscription: Subscription) -> Subscription:
    if subscription.attributes.get("PendingConfirmation") != "true":
        return subscription
    pending = copy(subscription)
    pending.arn = "PendingConfirmation"
    return pending
