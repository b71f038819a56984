"""Centralized root access: the two organization features of IAM. The state is kept on the organization."""

from typing import Any

from moto.core.responses import ActionResult
from moto.iam.responses import IamResponse
from moto.organizations.models import OrganizationsBackend

from calls.refusal import AwsRefusal
from extensions.organization_state import has_trusted_access, is_delegated, is_management, organization_of
from extensions.patching import replace

PRINCIPAL = "iam.amazonaws.com"
CREDENTIALS_MANAGEMENT = "RootCredentialsManagement"
SESSIONS = "RootSessions"


def install() -> None:
    replace(
        IamResponse,
        enable_organizations_root_credentials_management,
        enable_organizations_root_sessions,
        disable_organizations_root_credentials_management,
        disable_organizations_root_sessions,
        list_organizations_features,
    )


def features_of(organization: OrganizationsBackend) -> set[str]:
    """The features that are on. moto's organization has no such field; it is added on first use."""
    features: set[str] = organization.org.__dict__.setdefault("root_features", set())
    return features


def enable_organizations_root_credentials_management(self: IamResponse) -> ActionResult:
    return _switch(self, CREDENTIALS_MANAGEMENT, on=True)


def enable_organizations_root_sessions(self: IamResponse) -> ActionResult:
    return _switch(self, SESSIONS, on=True)


def disable_organizations_root_credentials_management(self: IamResponse) -> ActionResult:
    return _switch(self, CREDENTIALS_MANAGEMENT, on=False)


def disable_organizations_root_sessions(self: IamResponse) -> ActionResult:
    return _switch(self, SESSIONS, on=False)


def list_organizations_features(self: IamResponse) -> ActionResult:
    return _result(_organization_for(self))


def _switch(self: IamResponse, feature: str, on: bool) -> ActionResult:
    organization = _organization_for(self)
    if on and not is_management(self.current_account):
        message = "The request was rejected because the account making the request is not the management account."
        raise AwsRefusal("CallerIsNotManagementAccountException", message)
    features = features_of(organization)
    features.add(feature) if on else features.discard(feature)
    return _result(organization)


def _organization_for(self: IamResponse) -> OrganizationsBackend:
    """The caller's organization, after the checks that all five operations share."""
    organization = organization_of(self.current_account)
    if organization is None:
        raise AwsRefusal("OrganizationNotFoundException", "The account does not belong to an organization.")
    if not is_management(self.current_account) and not is_delegated(organization, self.current_account, PRINCIPAL):
        message = "The account is neither the management account nor the delegated administrator for IAM."
        raise AwsRefusal("AccountNotManagementOrDelegatedAdministratorException", message)
    if organization.org and organization.org.feature_set != "ALL":
        raise AwsRefusal("OrganizationNotInAllFeaturesModeException", "The organization must have all features on.")
    if not has_trusted_access(organization, PRINCIPAL):
        message = f"Trusted access for {PRINCIPAL} is not enabled in the organization."
        raise AwsRefusal("ServiceAccessNotEnabledException", message)
    return organization


def _result(organization: OrganizationsBackend) -> ActionResult:
    result: dict[str, Any] = {"EnabledFeatures": sorted(features_of(organization))}
    if organization.org:
        result["OrganizationId"] = organization.org.id
    return ActionResult(result)
