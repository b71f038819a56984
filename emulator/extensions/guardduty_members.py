"""Member accounts of the GuardDuty administrator, and the features of their detectors.

With ALL nobody leaves: disassociating and deleting are refused (API Reference, DisassociateMembers, DeleteMembers).
"""

import json
from typing import Any

from moto.guardduty import urls
from moto.guardduty.models import guardduty_backends
from moto.guardduty.responses import GuardDutyResponse

from extensions.guardduty_detectors import bad_request
from extensions.guardduty_enrolment import enrol
from extensions.guardduty_features import merge
from extensions.guardduty_memberships import ASSOCIATED, enables_all, members_of
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
    _members(self)
    for detail in self._get_param("accountDetails"):
        enrol(self.guardduty_backend, detail["accountId"], detail["email"])
    return json.dumps({"unprocessedAccounts": []})


def get_members(self: GuardDutyResponse) -> str:
    found, missing = _split(self)
    return json.dumps({"members": found, "unprocessedAccounts": missing})


def list_members(self: GuardDutyResponse) -> str:
    """Those that are associated, unless asked for all."""
    only_associated = self.querystring.get("onlyAssociated", ["true"])[0].lower() != "false"
    members = [
        member
        for member in _members(self).values()
        if member["relationshipStatus"] == ASSOCIATED or not only_associated
    ]
    return json.dumps({"members": members})


def delete_members(self: GuardDutyResponse) -> str:
    _refuse_under_all(self)
    found, missing = _split(self)
    if any(member["relationshipStatus"] == ASSOCIATED for member in found):
        raise bad_request("an associated member must be disassociated before it is deleted.")
    for member in found:
        del _members(self)[member["accountId"]]
    return json.dumps({"unprocessedAccounts": missing})


def disassociate_members(self: GuardDutyResponse) -> str:
    _refuse_under_all(self)
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
    return members_of(self.guardduty_backend)


def _refuse_under_all(self: GuardDutyResponse) -> None:
    if enables_all(self.guardduty_backend):
        raise bad_request("the organization's auto-enable preference is ALL.")


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
