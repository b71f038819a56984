"""Detectors as on AWS: one per account and region, optional features on, features changed one by one.

A detector is deleted last: not while it administers an organization or has members, nor while it is a member of one
(GuardDuty User Guide, suspending or disabling GuardDuty; the message of the second is the one that AWS answers).
"""

from typing import Any

from moto.guardduty.models import Detector, GuardDutyBackend

from calls.refusal import AwsRefusal
from extensions.guardduty_features import merge, new_detector_features
from extensions.guardduty_memberships import administers, administrator_of, members_of
from extensions.patching import around


def install() -> None:
    around(GuardDutyBackend, "create_detector", _create)
    around(GuardDutyBackend, "delete_detector", _delete)
    around(Detector, "update", _update)
    around(Detector, "to_json", _to_json)


def bad_request(message: str) -> AwsRefusal:
    """Every refusal of GuardDuty is a BadRequestException; the message tells them apart."""
    return AwsRefusal("BadRequestException", f"The request is rejected because {message}")


def create_default_detector(backend: GuardDutyBackend) -> str:
    """The detector that GuardDuty itself creates, and the one that seeds ask for."""
    return backend.create_detector(True, "SIX_HOURS", {}, {}, [])


def _create(
    original: Any,
    self: GuardDutyBackend,
    enable: bool,
    frequency: str,
    data_sources: dict[str, Any],
    tags: dict[str, str],
    features: list[dict[str, Any]],
) -> Any:
    if self.detectors:
        raise bad_request("a detector already exists for the current account.")
    all_features = new_detector_features(self.region_name)
    merge(all_features, features)
    return original(self, enable, frequency, data_sources, tags, all_features)


def _delete(original: Any, self: GuardDutyBackend, detector_id: str) -> None:
    self.get_detector(detector_id)
    if members_of(self):
        raise bad_request("the current account cannot delete detector while it has invited or associated members.")
    if administers(self):
        raise bad_request("the current account cannot delete detector while it is the delegated administrator.")
    administrator = administrator_of(self)
    if administrator:
        raise bad_request(f"the current account cannot delete detector while it is a member of {administrator}.")
    original(self, detector_id)


def _update(original: Any, self: Detector, enable: bool, frequency: str, data_sources: Any, features: Any) -> None:
    merge(self.features, features)
    original(self, enable, frequency, data_sources, None)


def _to_json(original: Any, self: Detector) -> dict[str, Any]:
    """The older `dataSources` repeat the features; the provider reads both."""
    status = {feature["name"]: feature["status"] for feature in self.features}
    data_sources = {
        "cloudTrail": {"status": "ENABLED"},
        "dnsLogs": {"status": "ENABLED"},
        "flowLogs": {"status": "ENABLED"},
        "s3Logs": {"status": status.get("S3_DATA_EVENTS", "DISABLED")},
        "kubernetes": {"auditLogs": {"status": status.get("EKS_AUDIT_LOGS", "DISABLED")}},
        "malwareProtection": {
            "scanEc2InstanceWithFindings": {"ebsVolumes": {"status": status.get("EBS_MALWARE_PROTECTION", "DISABLED")}}
        },
    }
    return {**original(self), "dataSources": data_sources}
