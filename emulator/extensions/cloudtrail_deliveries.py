"""What a trail delivered last: log files as moto says it, digests and events for the log group beside them.

Nothing is delivered here; the times are those of a trail that works. Source: CloudTrail API Reference, GetTrailStatus.
"""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend, Trail, TrailStatus

from extensions.patching import around


def install() -> None:
    around(CloudTrailBackend, "get_trail_status", _status)
    around(TrailStatus, "description", _description)


def _status(original: Any, self: CloudTrailBackend, name: str) -> TrailStatus:
    status: TrailStatus = original(self, name)
    trails: list[Trail] = list(self.describe_trails(include_shadow_trails=True))
    status.__dict__["trail"] = next(trail for trail in trails if trail.status is status)
    return status


def _description(original: Any, self: TrailStatus) -> dict[str, Any]:
    description: dict[str, Any] = original(self)
    trail: Trail | None = self.__dict__.get("trail")
    delivered = description.get("LatestDeliveryTime")
    if trail is None or delivered is None:
        return description
    if trail.log_validation:
        description["LatestDigestDeliveryTime"] = delivered
    if trail.cw_log_group_arn:
        description["LatestCloudWatchLogsDeliveryTime"] = delivered
    return description
