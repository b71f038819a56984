"""The organization itself: accounts, organizational units and policies, with ids that are the same in every run.

moto draws its ids at random when it creates a thing and copies them into others, so they are fixed at the source.
"""

import datetime as dt
import json
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any
from unittest.mock import patch

from moto.iam.models import iam_backends
from moto.organizations import utils
from moto.organizations.models import FakeRoot, OrganizationsBackend, organizations_backends

from extensions.organization_state import PARTITION
from extensions.organizations_policies import set_quota

ROOT_ID = "r-exam"
MEMBER_ROLE = "OrganizationAccountAccessRole"
Seed = dict[str, Any]


def create_organization(seed: Seed) -> OrganizationsBackend:
    management = seed["organization"]["managementAccount"]
    organization = organizations_backends[management][PARTITION]
    with _fixed_ids(seed["organization"]["id"], management):
        organization.create_organization("us-east-1", FeatureSet="ALL")
    _describe_management(organization, seed["organization"])
    units = _create_units(organization, seed.get("organizationalUnits", []))
    for account in seed.get("accounts", []):
        _create_account(organization, account, units)
    for policy_type in seed["organization"].get("policyTypes", []):
        # AWS adds types of policies; a seeded organization may have any.
        if policy_type not in FakeRoot.SUPPORTED_POLICY_TYPES:
            FakeRoot.SUPPORTED_POLICY_TYPES.append(policy_type)
        organization.enable_policy_type(RootId=ROOT_ID, PolicyType=policy_type)
    if "policiesPerTarget" in seed["organization"]:
        set_quota(organization, seed["organization"]["policiesPerTarget"])
    for policy in seed.get("policies", []):
        _create_policy(organization, policy, units)
    if organization.org:
        # Last: with consolidated billing alone, AWS would have refused the policies.
        organization.org.feature_set = seed["organization"].get("featureSet", "ALL")
    return organization


def create_role(account_id: str, name: str, trusted_account: str) -> None:
    """A role that an account trusts another to assume, as account factories create them."""
    principal = {"AWS": f"arn:{PARTITION}:iam::{trusted_account}:root"}
    statement = {"Effect": "Allow", "Principal": principal, "Action": "sts:AssumeRole"}
    trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam_backends[account_id][PARTITION].create_role(name, trust, "/", None, "", [], "3600")


@contextmanager
def _fixed_ids(organization_id: str, account_id: str) -> Iterator[None]:
    with (
        patch.object(utils, "make_random_org_id", lambda: organization_id),
        patch.object(utils, "make_random_root_id", lambda: ROOT_ID),
        patch.object(utils, "make_random_account_id", lambda: account_id),
    ):
        yield


def _describe_management(organization: OrganizationsBackend, seed: Seed) -> None:
    account = organization.get_account_by_id(seed["managementAccount"])
    account.name, account.email, account.joined_method = seed.get("name", "management"), seed["email"], "INVITED"
    if organization.org:
        organization.org.master_account_email = seed["email"]
    # moto gives the management account the role that AWS creates only in members.
    iam_backends[account.id][PARTITION].delete_role(MEMBER_ROLE)


def _create_units(organization: OrganizationsBackend, paths: list[str]) -> dict[str, str]:
    """Path to id; a parent must be listed before its children."""
    units = {"": ROOT_ID, "root": ROOT_ID}
    for path in paths:
        parent, _, name = path.rpartition("/")
        if parent not in units:
            raise ValueError(f'organizationalUnits must list "{parent}" before "{path}"')
        unit_id = f"ou-exam-{_digest(path)}"
        with patch.object(utils, "make_random_ou_id", lambda _, unit_id=unit_id: unit_id):
            organization.create_organizational_unit(Name=name, ParentId=units[parent])
        units[path] = unit_id
    return units


def _create_account(organization: OrganizationsBackend, seed: Seed, units: dict[str, str]) -> None:
    with patch.object(utils, "make_random_account_id", lambda: seed["id"]):
        organization.create_account(AccountName=seed["name"], Email=seed["email"], RoleName=MEMBER_ROLE)
    destination = units[seed.get("ou", "root")]
    organization.move_account(AccountId=seed["id"], SourceParentId=ROOT_ID, DestinationParentId=destination)
    account = organization.get_account_by_id(seed["id"])
    account.status = account.state = seed.get("status", "ACTIVE")
    if account.state != "PENDING_ACTIVATION":
        account.create_time -= dt.timedelta(days=400)


def _create_policy(organization: OrganizationsBackend, seed: Seed, units: dict[str, str]) -> None:
    with patch.object(utils, "make_random_policy_id", lambda: f"p-{_digest(seed['name'])}"):
        created = organization.create_policy(
            Name=seed["name"],
            Description=seed.get("description", ""),
            Type="SERVICE_CONTROL_POLICY",
            Content=json.dumps(seed["content"]),
        )
    for target in seed.get("targets", []):
        policy_id = created["Policy"]["PolicySummary"]["Id"]
        organization.attach_policy(PolicyId=policy_id, TargetId=units.get(target, target))


def _digest(name: str) -> str:
    return sha256(name.encode()).hexdigest()[:8]
