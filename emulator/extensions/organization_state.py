"""Questions that several services ask about the organization of an account."""

from moto.organizations.models import OrganizationsBackend, organizations_backends

PARTITION = "aws"


def organization_of(account_id: str) -> OrganizationsBackend | None:
    """The state of the organization that this account belongs to, as management or as member."""
    own = organizations_backends[account_id][PARTITION]
    if own.org:
        return own
    management = organizations_backends.master_accounts.get(account_id)
    return organizations_backends[management[0]][PARTITION] if management else None


def is_management(account_id: str) -> bool:
    return organizations_backends[account_id][PARTITION].org is not None


def has_trusted_access(organization: OrganizationsBackend, principal: str) -> bool:
    return any(service["ServicePrincipal"] == principal for service in organization.services)


def is_delegated(organization: OrganizationsBackend, account_id: str, principal: str | None = None) -> bool:
    """Whether the account is a delegated administrator, of that service or (without a principal) of any."""
    return any(
        admin.account.id == account_id and (principal is None or principal in admin.services)
        for admin in organization.admins
    )
