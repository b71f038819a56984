"""Rules that mute alarms, which moto does not know.

Source: CloudWatch API Reference, PutAlarmMuteRule, ListAlarmMuteRules, GetAlarmMuteRule, DeleteAlarmMuteRule. Every
rule is active: when it begins is not looked at, and nothing here is muted by it.
"""

from typing import Any

from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult, EmptyResult

from calls.refusal import AwsRefusal
from extensions.patching import replace


def install() -> None:
    replace(
        CloudWatchResponse,
        put_alarm_mute_rule,
        list_alarm_mute_rules,
        get_alarm_mute_rule,
        delete_alarm_mute_rule,
    )


def _rules(self: CloudWatchResponse) -> dict[str, dict[str, Any]]:
    rules: dict[str, dict[str, Any]] = self.cloudwatch_backend.__dict__.setdefault("alarm_mute_rules", {})
    return rules


def put_alarm_mute_rule(self: CloudWatchResponse) -> EmptyResult:
    name = self._get_param("Name")
    _rules(self)[name] = {
        "Name": name,
        "AlarmMuteRuleArn": f"arn:aws:cloudwatch:{self.region}:{self.current_account}:alarm-mute-rule:{name}",
        "Rule": self._get_param("Rule"),
        "MuteTargets": self._get_param("MuteTargets"),
        "Status": "ACTIVE",
    }
    return EmptyResult()


def list_alarm_mute_rules(self: CloudWatchResponse) -> ActionResult:
    summaries = [{key: rule[key] for key in ("AlarmMuteRuleArn", "Status")} for rule in _rules(self).values()]
    return ActionResult({"AlarmMuteRuleSummaries": summaries})


def get_alarm_mute_rule(self: CloudWatchResponse) -> ActionResult:
    rule = _rules(self).get(self._get_param("AlarmMuteRuleName"))
    if rule is None:
        raise AwsRefusal("ResourceNotFoundException", "The alarm mute rule does not exist.", 404)
    return ActionResult(rule)


def delete_alarm_mute_rule(self: CloudWatchResponse) -> EmptyResult:
    _rules(self).pop(self._get_param("AlarmMuteRuleName"), None)
    return EmptyResult()
