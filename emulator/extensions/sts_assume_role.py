"""AssumeRole refuses a role that does not exist.

moto gives a session for any name, so that a wrong role name would only be found in a real account. Trust policies are
still not evaluated.
"""

from typing import Any

from moto.iam.models import iam_backends
from moto.sts.responses import TokenResponse

from calls.refusal import access_denied
from extensions.organization_state import PARTITION
from extensions.patching import around


def install() -> None:
    around(TokenResponse, "assume_role", _assume_existing)


def _assume_existing(original: Any, self: TokenResponse) -> Any:
    arn = self._get_param("RoleArn")
    parts = arn.split(":")
    roles = iam_backends[parts[4]][PARTITION].roles.values() if len(parts) == 6 else []
    if all(role.arn != arn for role in roles):
        caller = self.backend.get_caller_identity(self.get_access_key(), self.region)[1]
        raise access_denied(f"User: {caller} is not authorized to perform: sts:AssumeRole on resource: {arn}")
    return original(self)
