"""Where a record goes: the log groups of the trails that hold it, and the default bus where the call was made."""

import json
from typing import Any

from moto.cloudtrail.models import Trail, cloudtrail_backends
from moto.core.utils import unix_time_millis
from moto.logs.models import LogsBackend, logs_backends
from moto.utilities.arns import parse_arn

from alerts import buses, metrics
from alerts.filter_pattern import compiled
from alerts.records import Record
from extensions.organization_state import organization_of


def deliver(record: Record) -> None:
    """Takes a record everywhere."""
    account, region = record["recipientAccountId"], record["awsRegion"]
    for trail in _trails_of(account, region):
        _to_log_group(trail, record)
    event = {
        "version": "0",
        "id": record["eventID"],
        "detail-type": "AWS API Call via CloudTrail",
        "source": f"aws.{record['eventSource'].split('.')[0]}",
        "account": account,
        "time": record["eventTime"],
        "region": region,
        "resources": [],
        "detail": record,
    }
    # Without a trail that logs, EventBridge gets no event of a call.
    if any(True for _ in _trails_of(account, region)):
        buses.arrive((account, region), "default", event)


def _trails_of(account: str, region: str) -> list[Trail]:
    organization = organization_of(account)
    management = None if organization is None else organization.account_id
    trails = [
        trail
        for owner in {account, management} - {None}
        for backend in cloudtrail_backends[owner].values()  # type: ignore[index]
        for trail in backend.trails.values()
        if owner == account or trail.is_org_trail
    ]
    return [
        trail for trail in trails if trail.status.is_logging and (trail.is_multi_region or trail.region_name == region)
    ]


def _to_log_group(trail: Trail, record: Record) -> None:
    if not trail.cw_log_group_arn:
        return
    name = trail.cw_log_group_arn.split(":log-group:")[1].removesuffix(":*")
    place = (trail.account_id, parse_arn(trail.cw_log_group_arn).region)
    backend: LogsBackend = logs_backends[place[0]][place[1]]
    if name not in backend.groups:
        return
    stream = f"{trail.account_id}_CloudTrail_{place[1]}"
    if stream not in backend.groups[name].streams:
        backend.create_log_stream(name, stream)
    backend.put_log_events(name, stream, [{"timestamp": int(unix_time_millis()), "message": json.dumps(record)}])
    metrics.count(place, "AWS/Logs", "IncomingLogEvents", {"LogGroupName": name})
    for each in backend.filters.get_matching_filters(log_group_name=name):
        if compiled(each["filterPattern"])(record):
            _count(place, each)


def _count(place: tuple[str, str], matched: dict[str, Any]) -> None:
    for each in matched["metricTransformations"]:
        metrics.count(place, each["metricNamespace"], each["metricName"], {}, float(each["metricValue"]))
