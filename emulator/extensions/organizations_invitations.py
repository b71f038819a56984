"""Invitations that the organization has sent; moto knows none. Those that wait come from the seed."""

import datetime as dt
import json
from typing import Any

from moto.organizations.models import OrganizationsBackend
from moto.organizations.responses import OrganizationsResponse

from extensions.organization_state import PARTITION
from extensions.patching import replace

_DAYS = 15
"""An invitation ends by itself. Source: Organizations User Guide, quotas."""


def install() -> None:
    replace(OrganizationsResponse, list_handshakes_for_organization)


def invite(organization: OrganizationsBackend, invitations: list[dict[str, Any]]) -> None:
    organization.__dict__["invitations"] = [
        _handshake(organization.account_id, number, invitation) for number, invitation in enumerate(invitations, 1)
    ]


def list_handshakes_for_organization(self: OrganizationsResponse) -> str:
    return json.dumps({"Handshakes": self.organizations_backend.__dict__.get("invitations", [])})


def _handshake(management: str, number: int, invitation: dict[str, Any]) -> dict[str, Any]:
    identity = f"h-example{number:04}"
    requested = dt.datetime.now(dt.timezone.utc)
    invited = (
        {"Id": invitation["accountId"], "Type": "ACCOUNT"}
        if "accountId" in invitation
        else {"Id": invitation["email"], "Type": "EMAIL"}
    )
    return {
        "Id": identity,
        "Arn": f"arn:{PARTITION}:organizations::{management}:handshake/invite/{identity}",
        "Parties": [{"Id": "exampleorgid", "Type": "ORGANIZATION"}, invited],
        "State": invitation.get("state", "OPEN"),
        "RequestedTimestamp": requested.timestamp(),
        "ExpirationTimestamp": (requested + dt.timedelta(days=_DAYS)).timestamp(),
        "Action": "INVITE",
    }
