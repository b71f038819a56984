"""What alarms did, and alarms whose period is over.

Source: CloudWatch API Reference, DescribeAlarmHistory, DisableAlarmActions, EnableAlarmActions.
"""

from typing import Any

from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult, EmptyResult

from alerts.alarms import settle, watch
from extensions.patching import around, replace


def install() -> None:
    replace(CloudWatchResponse, describe_alarm_history, disable_alarm_actions, enable_alarm_actions)
    around(CloudWatchResponse, "describe_alarms", _describe)
    watch()


def describe_alarm_history(self: CloudWatchResponse) -> ActionResult:
    """The newest first."""
    alarm = self.cloudwatch_backend.alarms.get(self._get_param("AlarmName"))
    items: list[dict[str, Any]] = [] if alarm is None else alarm.__dict__.get("told_history", [])
    start, end = self._get_param("StartDate"), self._get_param("EndDate")
    found = [each for each in items if _within(each["Timestamp"], start, end)]
    return ActionResult({"AlarmHistoryItems": found[::-1]})


def _within(moment: Any, start: Any, end: Any) -> bool:
    at = moment.timestamp()
    return (start is None or at >= _seconds(start)) and (end is None or at <= _seconds(end))


def _seconds(moment: Any) -> float:
    return float(moment.timestamp())


def disable_alarm_actions(self: CloudWatchResponse) -> ActionResult:
    return _switch(self, False)


def enable_alarm_actions(self: CloudWatchResponse) -> ActionResult:
    return _switch(self, True)


def _switch(self: CloudWatchResponse, on: bool) -> ActionResult:
    for name in self._get_param("AlarmNames", []):
        if name in self.cloudwatch_backend.alarms:
            self.cloudwatch_backend.alarms[name].actions_enabled = on
    return EmptyResult()


def _describe(original: Any, self: CloudWatchResponse) -> ActionResult:
    settle(self.cloudwatch_backend)
    answer: ActionResult = original(self)
    return answer
