"""Alarms on the metrics that services count.

Source: CloudWatch User Guide, using alarms: an alarm acts when its state changes, and is OK again a period later.
"""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

from moto.cloudwatch.models import Alarm, CloudWatchBackend, MetricDatum

from alerts import metrics, topics

_COMPARE: dict[str, Callable[[float, float], bool]] = {
    "GreaterThanOrEqualToThreshold": lambda value, threshold: value >= threshold,
    "GreaterThanThreshold": lambda value, threshold: value > threshold,
    "LessThanThreshold": lambda value, threshold: value < threshold,
    "LessThanOrEqualToThreshold": lambda value, threshold: value <= threshold,
}
_STATISTICS: dict[str, Callable[[list[float]], float]] = {"Maximum": max, "Minimum": min, "Sum": sum}


def watch() -> None:
    """From now on alarms look at each new datum of their metric."""
    metrics.listen(_look)


def _look(backend: CloudWatchBackend, datum: MetricDatum) -> None:
    for alarm in list(backend.alarms.values()):
        if _metric(alarm) == (datum.namespace, datum.name) and _dimensions(alarm) == _dimensions(datum):
            _evaluate(backend, alarm)


def settle(backend: CloudWatchBackend) -> None:
    """Alarms whose period is over are OK again."""
    for alarm in list(backend.alarms.values()):
        if alarm.state_value == "ALARM" and alarm.treat_missing_data == "notBreaching":
            _evaluate(backend, alarm)


def _metric(alarm: Alarm) -> tuple[str, str]:
    return str(alarm.namespace), str(alarm.metric_name)


def _dimensions(of: Alarm | MetricDatum) -> dict[str, str]:
    return {str(each.name): str(each.value) for each in of.dimensions}


def _evaluate(backend: CloudWatchBackend, alarm: Alarm) -> None:
    since = datetime.now(timezone.utc).replace(tzinfo=None) - timedelta(seconds=int(alarm.period))
    values = [
        datum.value
        for datum in backend.metric_data
        if isinstance(datum, MetricDatum)
        and (datum.namespace, datum.name) == _metric(alarm)
        and _dimensions(datum) == _dimensions(alarm)
        and datum.timestamp.replace(tzinfo=None) >= since
    ]
    value = _STATISTICS[alarm.statistic](values) if values else None
    breaching = value is not None and _COMPARE[alarm.comparison_operator](value, float(alarm.threshold))
    _turn(backend, alarm, "ALARM" if breaching else "OK")


def _turn(backend: CloudWatchBackend, alarm: Alarm, state: str) -> None:
    was = alarm.state_value
    if was == state:
        return
    alarm.update_state(f"Threshold Crossed: {alarm.metric_name}", "{}", state)
    remember(alarm, "StateUpdate", f"Alarm updated from {was} to {state}")
    if state != "ALARM" or not alarm.actions_enabled:
        return
    message = {"AlarmName": alarm.name, "NewStateValue": state, "OldStateValue": was, "Region": backend.region_name}
    for action in alarm.alarm_actions:
        told = topics.publish(action, json.dumps(message), "cloudwatch.amazonaws.com")
        word = "Successfully executed" if told else "Failed to execute"
        remember(alarm, "Action", f"{word} action {action}")


def remember(alarm: Alarm, kind: str, summary: str) -> None:
    """An item of the alarm's history."""
    items: list[dict[str, Any]] = alarm.__dict__.setdefault("told_history", [])
    items.append(
        {
            "AlarmName": alarm.name,
            "AlarmType": "MetricAlarm",
            "Timestamp": datetime.now(timezone.utc),
            "HistoryItemType": kind,
            "HistorySummary": summary,
            "HistoryData": "{}",
        }
    )
