"""GuardDuty for an organization, per region: the delegated administrator, and what is switched on for whom.

With ALL every account becomes a member: on AWS within 24 hours, here at once. The administrator is removed last: its
members are disassociated and deleted before (GuardDuty User Guide, changing the delegated administrator).
"""

import json
from typing import Any

from moto.guardduty import urls
from moto.guardduty.models import guardduty_backends
from moto.guardduty.responses import GuardDutyResponse
from moto.organizations.models import OrganizationsBackend

from extensions.guardduty_detectors import bad_request, create_default_detector
from extensions.guardduty_enrolment import enrol_all
from extensions.guardduty_features import OUT_OF_RANGE, merge, new_organization_features
from extensions.guardduty_memberships import administers, members_of
from extensions.organization_state import has_trusted_access, is_delegated, is_management, organization_of
from extensions.patching import replace

PRINCIPAL = "guardduty.amazonaws.com"


def install() -> None:
    urls.url_paths["{0}/admin/disable$"] = GuardDutyResponse.dispatch
    urls.url_paths["{0}/detector/(?P<detector_id>[^/]+)/admin$"] = GuardDutyResponse.dispatch
    replace(
        GuardDutyResponse,
        enable_organization_admin_account,
        disable_organization_admin_account,
        list_organization_admin_accounts,
        describe_organization_configuration,
        update_organization_configuration,
    )


def enable_organization_admin_account(self: GuardDutyResponse) -> str:
    designate(_managed_organization(self), self._get_param("adminAccountId"), self.region)
    return "{}"


def designate(organization: OrganizationsBackend, account_id: str, region: str) -> None:
    """One account for all regions, designated in each. AWS switches on trusted access, delegation and a detector."""
    administrators = guardduty_backends[organization.account_id][region].admin_account_ids
    if administrators:
        raise bad_request("an account is already enabled as the GuardDuty delegated administrator.")
    others = guardduty_backends[organization.account_id].values()
    if any(other.admin_account_ids and other.admin_account_ids != [account_id] for other in others):
        raise bad_request("another account is the GuardDuty delegated administrator in another region.")
    if not has_trusted_access(organization, PRINCIPAL):
        organization.enable_aws_service_access(ServicePrincipal=PRINCIPAL)
    if not is_delegated(organization, account_id, PRINCIPAL):
        organization.register_delegated_administrator(AccountId=account_id, ServicePrincipal=PRINCIPAL)
    administrators.append(account_id)
    backend = guardduty_backends[account_id][region]
    if not backend.detectors:
        create_default_detector(backend)


def disable_organization_admin_account(self: GuardDutyResponse) -> str:
    _managed_organization(self)
    administrators = self.guardduty_backend.admin_account_ids
    account_id = self._get_param("adminAccountId")
    if account_id not in administrators:
        raise bad_request("the account is not the GuardDuty delegated administrator.")
    backend = guardduty_backends[account_id][self.region]
    if members_of(backend):
        raise bad_request("the delegated administrator has members: disassociate and delete them first.")
    administrators.remove(account_id)
    backend.__dict__.pop("organization_configuration", None)
    return "{}"


def list_organization_admin_accounts(self: GuardDutyResponse) -> str:
    _managed_organization(self)
    accounts = [{"adminAccountId": each, "adminStatus": "ENABLED"} for each in self.guardduty_backend.admin_account_ids]
    return json.dumps({"adminAccounts": accounts})


def describe_organization_configuration(self: GuardDutyResponse) -> str:
    return json.dumps(_configuration(self))


def update_organization_configuration(self: GuardDutyResponse) -> str:
    configuration = _configuration(self)
    members = self._get_param("autoEnableOrganizationMembers")
    automatic = self._get_param("autoEnable")
    if (members is None) == (automatic is None):
        raise bad_request("exactly one of autoEnable and autoEnableOrganizationMembers is required.")
    merge(configuration["features"], self._get_param("features"))
    configuration["autoEnableOrganizationMembers"] = members or ("NEW" if automatic else "NONE")
    configuration["autoEnable"] = configuration["autoEnableOrganizationMembers"] != "NONE"
    if configuration["autoEnableOrganizationMembers"] == "ALL":
        enrol_all(self.guardduty_backend, configuration["features"])
    return "{}"


def _managed_organization(self: GuardDutyResponse) -> OrganizationsBackend:
    organization = organization_of(self.current_account)
    if organization is None or not is_management(self.current_account):
        raise bad_request("the account is not the management account of an organization.")
    return organization


def _configuration(self: GuardDutyResponse) -> dict[str, Any]:
    backend = self.guardduty_backend
    backend.get_detector(self.path.split("/")[2])
    if not administers(backend):
        raise bad_request(OUT_OF_RANGE)
    configuration: dict[str, Any] = backend.__dict__.setdefault(
        "organization_configuration",
        {
            "autoEnable": False,
            "autoEnableOrganizationMembers": "NONE",
            "memberAccountLimitReached": False,
            "features": new_organization_features(backend.region_name),
        },
    )
    return configuration
