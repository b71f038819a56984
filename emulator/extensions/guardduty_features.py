"""GuardDuty's protection plans, in the order in which the API lists them, and how one list changes another.

The provider stores lists in the order that it reads, so the order here decides whether a second plan is empty.
"""

from typing import Any

Feature = dict[str, Any]

OPTIONAL: dict[str, list[str]] = {
    "S3_DATA_EVENTS": [],
    "EKS_AUDIT_LOGS": [],
    "EBS_MALWARE_PROTECTION": [],
    "RDS_LOGIN_EVENTS": [],
    "EKS_RUNTIME_MONITORING": ["EKS_ADDON_MANAGEMENT"],
    "LAMBDA_NETWORK_LOGS": [],
    "RUNTIME_MONITORING": ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"],
}
FOUNDATIONAL = ["CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS"]
OFF_IN_NEW_DETECTORS = {"RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING"}


def new_detector_features() -> list[Feature]:
    """Everything is on in a new detector except runtime monitoring."""
    features = [{"name": name, "status": "ENABLED"} for name in FOUNDATIONAL]
    for name, additional in OPTIONAL.items():
        status = "DISABLED" if name in OFF_IN_NEW_DETECTORS else "ENABLED"
        features.append(_feature(name, additional, "status", status))
    return features


def new_organization_features() -> list[Feature]:
    return [_feature(name, additional, "autoEnable", "NONE") for name, additional in OPTIONAL.items()]


def merge(current: list[Feature], changes: list[Feature] | None) -> None:
    """Changes what is named and leaves the rest, in `current` itself."""
    by_name = {feature["name"]: feature for feature in current}
    for change in changes or []:
        feature = by_name[change["name"]]
        for key in ("status", "autoEnable"):
            if key in change:
                feature[key] = change[key]
        merge(feature.get("additionalConfiguration", []), change.get("additionalConfiguration"))


def _feature(name: str, additional: list[str], key: str, value: str) -> Feature:
    feature: Feature = {"name": name, key: value}
    if additional:
        feature["additionalConfiguration"] = [
            {"name": each, key: value if key == "autoEnable" else "DISABLED"} for each in additional
        ]
    return feature
