"""Who may ask Organizations what: the management account everything, delegated administrators may read.

moto gives each account its own empty organization, so that a call with a member's credentials would succeed quietly.
"""

from moto.organizations.models import OrganizationsBackend, organizations_backends
from moto.organizations.responses import OrganizationsResponse

from calls.refusal import AwsRefusal
from extensions.organization_state import is_delegated, is_management, organization_of


def install() -> None:
    OrganizationsResponse.organizations_backend = property(_backend_of_caller)  # type: ignore[assignment]


def _backend_of_caller(self: OrganizationsResponse) -> OrganizationsBackend:
    account_id = self.current_account
    organization = organization_of(account_id)
    if organization is None:
        return organizations_backends[account_id][self.partition]
    action = self._get_action()
    reads = action.startswith(("Describe", "List"))
    if (
        is_management(account_id)
        or action == "DescribeOrganization"
        or (reads and is_delegated(organization, account_id))
    ):
        return organization
    message = (
        f"You don't have permissions to access this resource: account {account_id} is neither the management account "
        f"nor a delegated administrator that may call {action}."
    )
    raise AwsRefusal("AccessDeniedException", message)
