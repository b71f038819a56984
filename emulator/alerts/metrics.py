"""Metrics that services count themselves.

Whoever has to know of a new datum listens: the alarms do.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timezone

from moto.cloudwatch.models import CloudWatchBackend, MetricDatum, cloudwatch_backends

"""Called with the CloudWatch of an account and Region, and the new datum."""
Listener = Callable[[CloudWatchBackend, MetricDatum], None]

_listeners: list[Listener] = []


def listen(listener: Listener) -> None:
    _listeners.append(listener)


def count(place: tuple[str, str], namespace: str, name: str, dimensions: Mapping[str, str], value: float = 1) -> None:
    """One more of a metric."""
    account, region = place
    backend: CloudWatchBackend = cloudwatch_backends[account][region]
    named = [{"Name": key, "Value": each} for key, each in dimensions.items()]
    now = datetime.now(timezone.utc).replace(tzinfo=None)
    datum = MetricDatum(namespace, name, value, named, now, None)
    backend.metric_data.append(datum)
    for listener in _listeners:
        listener(backend, datum)
