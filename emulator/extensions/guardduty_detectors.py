"""Detectors as on AWS: one per account and region, optional features on, features changed one by one."""

from typing import Any

from moto.guardduty.models import Detector, GuardDutyBackend

from extensions.guardduty_features import merge, new_detector_features
from extensions.patching import around
from refusal import AwsRefusal


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
    all_features = new_detector_features()
    merge(all_features, features)
    return original(self, enable, frequency, data_sources, tags, all_features)


def _delete(original: Any, self: GuardDutyBackend, detector_id: str) -> None:
    self.get_detector(detector_id)
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
        "s3Logs": {"status": status["S3_DATA_EVENTS"]},
        "kubernetes": {"auditLogs": {"status": status["EKS_AUDIT_LOGS"]}},
        "malwareProtection": {
            "scanEc2InstanceWithFindings": {"ebsVolumes": {"status": status["EBS_MALWARE_PROTECTION"]}}
        },
    }
    return {**original(self), "dataSources": data_sources}
