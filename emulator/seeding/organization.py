"""Turns the JSON description of an organization into moto's state; its type is in organization-seed.ts."""

from typing import Any

from moto.guardduty.models import guardduty_backends
from moto.iam.models import iam_backends
from moto.organizations.models import OrganizationsBackend

from extensions.guardduty_detectors import create_default_detector
from extensions.guardduty_features import withhold
from extensions.guardduty_organization import designate
from extensions.iam_root_features import features_of
from extensions.organization_state import PARTITION
from extensions.organizations_invitations import invite
from extensions.root_credentials import RootCredentials
from extensions.sns_confirmation import let_wait
from seeding.accounts import create_organization, create_role
from seeding.trail import create_trail

Seed = dict[str, Any]
DEPLOYER = "deployer"


def seed_organization(seed: Seed) -> dict[str, str]:
    """Creates everything, and returns an access key of the management account."""
    organization = create_organization(seed)
    _switch_on(organization, seed["organization"])
    invite(organization, seed.get("invitations", []))
    for role in seed.get("roles", []):
        create_role(role["accountId"], role["name"], organization.account_id)
    for trail in seed.get("trails", []):
        create_trail(organization.account_id, trail)
    _seed_guardduty(organization, seed)
    let_wait(seed.get("unconfirmed", []))
    for root in seed.get("rootCredentials", []):
        _seed_root_credentials(root)
    return _access_key(organization.account_id)


def _switch_on(organization: OrganizationsBackend, seed: Seed) -> None:
    for principal in seed.get("trustedAccess", []):
        organization.enable_aws_service_access(ServicePrincipal=principal)
    for administrator in seed.get("delegatedAdministrators", []):
        organization.register_delegated_administrator(
            AccountId=administrator["accountId"], ServicePrincipal=administrator["servicePrincipal"]
        )
    features_of(organization).update(seed.get("rootFeatures", []))


def _seed_guardduty(organization: OrganizationsBackend, seed: Seed) -> None:
    for region, names in seed.get("guardDutyNotOffered", {}).items():
        withhold(region, names)
    for detector in seed.get("detectors", []):
        for region in detector["regions"]:
            create_default_detector(guardduty_backends[detector["accountId"]][region])
    administrator = seed.get("guardDutyAdministrator", {})
    for region in administrator.get("regions", []):
        designate(organization, administrator["accountId"], region)


def _seed_root_credentials(seed: Seed) -> None:
    iam = iam_backends[seed["accountId"]][PARTITION]
    iam.__dict__["root_credentials"] = RootCredentials(iam, seed)


def _access_key(account_id: str) -> dict[str, str]:
    """A user of the management account, so that every call with its key lands there."""
    iam = iam_backends[account_id][PARTITION]
    iam.create_user("us-east-1", DEPLOYER)
    key = iam.create_access_key(DEPLOYER)
    return {"accessKeyId": key.access_key_id, "secretAccessKey": key.secret_access_key}
