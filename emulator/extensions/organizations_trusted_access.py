"""Trusted access and delegation for every service.

moto knows a fixed list of service principals without iam.amazonaws.com, and does not check that trusted access comes
before delegation.
"""

from typing import Any

from moto.organizations.models import FakeDelegatedAdministrator, FakeServiceAccess, OrganizationsBackend

from calls.refusal import AwsRefusal
from extensions.organization_state import has_trusted_access
from extensions.patching import around


def install() -> None:
    FakeServiceAccess.trusted_service = staticmethod(_looks_like_principal)  # type: ignore[method-assign]
    FakeDelegatedAdministrator.supported_service = staticmethod(_looks_like_principal)  # type: ignore[method-assign]
    around(OrganizationsBackend, "register_delegated_administrator", _register)


def _looks_like_principal(service_principal: str) -> bool:
    return service_principal.endswith((".amazonaws.com", ".amazonaws.com."))


def _register(original: Any, self: OrganizationsBackend, **request: str) -> None:
    if request["AccountId"] == self.account_id:
        message = "You cannot register the management account as a delegated administrator for your organization."
        raise _constraint("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", message)
    if not has_trusted_access(self, request["ServicePrincipal"]):
        message = (
            f"You must enable trusted access for {request['ServicePrincipal']} before you register an administrator."
        )
        raise _constraint("SERVICE_ACCESS_NOT_ENABLED", message)
    original(self, **request)


def _constraint(reason: str, message: str) -> AwsRefusal:
    return AwsRefusal("ConstraintViolationException", message, fields={"Reason": reason})
