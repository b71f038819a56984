"""Member accounts of the GuardDuty administrator, and the features of their detectors."""

import json
from typing import Any

from moto.guardduty import urls
from moto.guardduty.models import guardduty_backends
from moto.guardduty.responses import GuardDutyResponse

from extensions.guardduty_detectors import create_default_detector
from extensions.guardduty_features import merge
from extensions.guardduty_organization import is_administrator
from extensions.organization_state import organization_of
from extensions.patching import replace

PATHS = ["", "/get", "/delete", "/disassociate", "/detector/get", "/detector/update"]


def install() -> None:
    for path in PATHS:
        urls.url_paths[f"{{0}}/detector/(?P<detector_id>[^/]+)/member{path}$"] = GuardDutyResponse.dispatch
    replace(
        GuardDutyResponse,
        create_members,
        get_members,
        list_members,
        delete_members,
        disassociate_members,
        get_member_detectors,
        update_member_detectors,
    )


def create_members(self: GuardDutyResponse) -> str:
    """An account of the organization joins at once; any other stays "Created" until it accepts an invitation."""
    members = _members(self)
    organization = organization_of(self.current_account)
    ours = {account.id for account in organization.accounts} if organization else set()
    for detail in self._get_param("accountDetails"):
        account_id = detail["accountId"]
        joins = is_administrator(self.guardduty_backend) and account_id in ours
        backend = guardduty_backends[account_id][self.region]
        detector = next(iter(backend.detectors), None) or (create_default_detector(backend) if joins else None)
        members[account_id] = {
            "accountId": account_id,
            "email": detail["email"],
            "detectorId": detector,
            "masterId": self.current_account,
            "administratorId": self.current_account,
            "relationshipStatus": "Enabled" if joins else "Created",
            "updatedAt": "2026-01-01T00:00:00.000Z",
        }
    return json.dumps({"unprocessedAccounts": []})


def get_members(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    return json.dumps({"members": found, "unprocessedAccounts": missing})


def list_members(self: GuardDutyResponse) -> str:
    return json.dumps({"members": list(_members(self).values())})


def delete_members(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    for member in found:
        del _members(self)[member["accountId"]]
    return json.dumps({"unprocessedAccounts": missing})


def disassociate_members(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    for member in found:
        member["relationshipStatus"] = "Removed"
    return json.dumps({"unprocessedAccounts": missing})


def get_member_detectors(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    members = [{"accountId": member["accountId"], "features": _features(self, member)} for member in found]
    return json.dumps({"members": members, "unprocessedAccounts": missing})


def update_member_detectors(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    for member in found:
        merge(_features(self, member), self._get_param("features"))
    return json.dumps({"unprocessedAccounts": missing})


def _members(self: GuardDutyResponse) -> dict[str, dict[str, Any]]:
    self.guardduty_backend.get_detector(self.path.split("/")[2])
    members: dict[str, dict[str, Any]] = self.guardduty_backend.__dict__.setdefault("organization_members", {})
    return members


def _split(self: GuardDutyResponse) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The members that were asked for, and a refusal for each account that is none."""
    members = _members(self)
    asked = self._get_param("accountIds")
    reason = "The request is rejected because the given account ID is not a member of the current account."
    missing = [{"accountId": account_id, "result": reason} for account_id in asked if account_id not in members]
    return [members[account_id] for account_id in asked if account_id in members], missing


def _features(self: GuardDutyResponse, member: dict[str, Any]) -> list[dict[str, Any]]:
    detectors = guardduty_backends[member["accountId"]][self.region].detectors
    return detectors[member["detectorId"]].features if member["detectorId"] in detectors else []
