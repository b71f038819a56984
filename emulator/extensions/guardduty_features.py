"""GuardDuty's protection plans, in the order in which the API lists them, and how one list changes another.

The provider stores lists in the order that it reads, so the order here decides whether a second plan is empty. A name
that GuardDuty does not know, or that the Region does not offer, is refused whatever it is set to (API Reference,
UpdateDetector: "There might be regional differences").
"""

from typing import Any

from calls.refusal import AwsRefusal

Feature = dict[str, Any]

OUT_OF_RANGE = "an invalid or out-of-range value is specified as an input parameter."

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


"""Plans, and agents of plans, that a Region lacks; a seed says so."""
_not_offered: dict[str, set[str]] = {}


def withhold(region: str, names: list[str]) -> None:
    """The Region does not offer these plans or agents from now on."""
    unknown = set(names) - OPTIONAL.keys() - {agent for agents in OPTIONAL.values() for agent in agents}
    if unknown:
        raise ValueError(f"notOffered must name plans or agents of GuardDuty, got {', '.join(sorted(unknown))}")
    _not_offered.setdefault(region, set()).update(names)


def _offered(region: str) -> dict[str, list[str]]:
    lacks = _not_offered.get(region, set())
    return {
        name: [agent for agent in agents if agent not in lacks]
        for name, agents in OPTIONAL.items()
        if name not in lacks
    }


def new_detector_features(region: str) -> list[Feature]:
    """Everything that the Region offers is on in a new detector except runtime monitoring."""
    features = [{"name": name, "status": "ENABLED"} for name in FOUNDATIONAL]
    for name, additional in _offered(region).items():
        status = "DISABLED" if name in OFF_IN_NEW_DETECTORS else "ENABLED"
        features.append(_feature(name, additional, "status", status))
    return features


def new_organization_features(region: str) -> list[Feature]:
    return [_feature(name, additional, "autoEnable", "NONE") for name, additional in _offered(region).items()]


def merge(current: list[Feature], changes: list[Feature] | None) -> None:
    """Changes what is named and leaves the rest, in `current` itself; all of it or, where AWS refuses, nothing."""
    _refuse_unknown(current, changes)
    by_name = {feature["name"]: feature for feature in current}
    for change in changes or []:
        feature = by_name[change["name"]]
        for key in ("status", "autoEnable"):
            if key in change:
                feature[key] = change[key]
        merge(feature.get("additionalConfiguration", []), change.get("additionalConfiguration"))


def _refuse_unknown(current: list[Feature], changes: list[Feature] | None) -> None:
    by_name = {feature["name"]: feature for feature in current}
    for change in changes or []:
        if change["name"] not in by_name or change["name"] in FOUNDATIONAL:
            raise AwsRefusal("BadRequestException", f"The request is rejected because {OUT_OF_RANGE}")
        agents = by_name[change["name"]].get("additionalConfiguration", [])
        _refuse_unknown(agents, change.get("additionalConfiguration"))
    if {"RUNTIME_MONITORING", "EKS_RUNTIME_MONITORING"} <= {change["name"] for change in changes or []}:
        raise AwsRefusal("BadRequestException", f"The request is rejected because {OUT_OF_RANGE}")


def _feature(name: str, additional: list[str], key: str, value: str) -> Feature:
    feature: Feature = {"name": name, key: value}
    if additional:
        feature["additionalConfiguration"] = [
            {"name": each, key: value if key == "autoEnable" else "DISABLED"} for each in additional
        ]
    return feature
