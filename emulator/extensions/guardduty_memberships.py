"""Who administers whom in GuardDuty, per region: what several of its operations ask."""

from typing import Any

from moto.guardduty.models import GuardDutyBackend, guardduty_backends

from extensions.organization_state import organization_of

"""A member that was disassociated is still listed, until it is deleted."""
ASSOCIATED = "Enabled"

Member = dict[str, Any]


def members_of(backend: GuardDutyBackend) -> dict[str, Member]:
    """Members by account, those that were disassociated and not deleted yet included."""
    members: dict[str, Member] = backend.__dict__.setdefault("organization_members", {})
    return members


def administers(backend: GuardDutyBackend) -> bool:
    """Whether this account was designated in this region."""
    organization = organization_of(backend.account_id)
    if organization is None:
        return False
    return backend.account_id in guardduty_backends[organization.account_id][backend.region_name].admin_account_ids


def administrator_of(backend: GuardDutyBackend) -> str | None:
    """The account that this one is a member of in this region."""
    organization = organization_of(backend.account_id)
    if organization is None:
        return None
    for account_id in guardduty_backends[organization.account_id][backend.region_name].admin_account_ids:
        member = members_of(guardduty_backends[account_id][backend.region_name]).get(backend.account_id)
        if member and member["relationshipStatus"] == ASSOCIATED:
            return str(account_id)
    return None


def enables_all(backend: GuardDutyBackend) -> bool:
    """Whether every account of the organization is a member by itself, and none may leave."""
    configuration: dict[str, Any] = backend.__dict__.get("organization_configuration", {})
    return administers(backend) and configuration.get("autoEnableOrganizationMembers") == "ALL"
