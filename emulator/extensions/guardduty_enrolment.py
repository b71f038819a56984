"""How an account becomes a member of the organization's GuardDuty administrator."""

from typing import Any

from moto.guardduty.models import GuardDutyBackend, guardduty_backends

from extensions.guardduty_detectors import create_default_detector
from extensions.guardduty_features import merge
from extensions.guardduty_memberships import ASSOCIATED, administers, members_of
from extensions.organization_state import is_management, organization_of


def enrol_all(administrator: GuardDutyBackend, features: list[dict[str, Any]]) -> None:
    """Every account joins, and gets the plans that are on for all."""
    organization = organization_of(administrator.account_id)
    for account in organization.accounts if organization else []:
        if account.id == administrator.account_id:
            continue
        enrol(administrator, account.id, account.email)
        detectors = guardduty_backends[account.id][administrator.region_name].detectors
        for detector in detectors.values():
            merge(detector.features, [_switched_on(each) for each in features if each["autoEnable"] == "ALL"])


def enrol(administrator: GuardDutyBackend, account_id: str, email: str) -> None:
    """Enrol a member: an account of the organization joins at once, any other when it accepts an invitation.

    The management account joins only with a detector of its own: "your organization master must first enable
    GuardDuty".
    """
    organization = organization_of(administrator.account_id)
    ours = {account.id for account in organization.accounts} if organization else set()
    joins = administers(administrator) and account_id in ours
    backend = guardduty_backends[account_id][administrator.region_name]
    if joins and is_management(account_id) and not backend.detectors:
        return
    detector = next(iter(backend.detectors), None) or (create_default_detector(backend) if joins else None)
    members_of(administrator)[account_id] = {
        "accountId": account_id,
        "email": email,
        "detectorId": detector,
        "masterId": administrator.account_id,
        "administratorId": administrator.account_id,
        "relationshipStatus": ASSOCIATED if joins else "Created",
        "updatedAt": "2026-01-01T00:00:00.000Z",
    }


def _switched_on(feature: dict[str, Any]) -> dict[str, Any]:
    agents = feature.get("additionalConfiguration", [])
    return {
        "name": feature["name"],
        "status": "ENABLED",
        "additionalConfiguration": [
            {"name": agent["name"], "status": "ENABLED"} for agent in agents if agent["autoEnable"] == "ALL"
        ],
    }
