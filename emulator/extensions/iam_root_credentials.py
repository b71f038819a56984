"""Root credentials of an account, as its root session sees them: calls without a user name mean the root user."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.models import AccessKey, AccountSummary, IAMBackend
from moto.iam.responses import IamResponse

from extensions.patching import around, around_property
from extensions.root_task_policies import session_of
from refusal import AwsRefusal

CREATED = dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)


class RootAccessKey(AccessKey):
    """A key that was there before us."""

    def is_created(self) -> bool:
        """Only CloudFormation asks; moto leaves it abstract."""
        return True


class RootCredentials:
    """What the root user of one account has; seeded, and taken away by the operations below."""

    def __init__(
        self, account_id: str, password: bool = False, keys: int = 0, mfa: int = 0, certificates: int = 0
    ) -> None:
        self.password = password
        made = [RootAccessKey(None, "AKIA", account_id) for _ in range(keys)]
        self.access_keys = {key.access_key_id: key for key in made}
        serials = [f"arn:aws:iam::{account_id}:mfa/root-account-mfa-device-{n + 1}" for n in range(mfa)]
        self.mfa_devices = {serial: {"SerialNumber": serial, "EnableDate": CREATED} for serial in serials}
        self.certificates = {f"ROOTCERTIFICATE{n:09}": n for n in range(certificates)}


def credentials_of(backend: IAMBackend) -> RootCredentials:
    """The root user's credentials; an account that was not seeded with any has none."""
    found: RootCredentials = backend.__dict__.setdefault("root_credentials", RootCredentials(backend.account_id))
    return found


def install() -> None:
    around_property(AccountSummary, "summary_map", _summary)
    for name, root_operation in ROOT_OPERATIONS.items():
        around(IamResponse, name, _for_root_sessions(root_operation))


def _summary(original: Any, self: AccountSummary) -> dict[str, Any]:
    root = credentials_of(self._iam_backend)
    present = {
        "AccountPasswordPresent": root.password,
        "AccountAccessKeysPresent": root.access_keys,
        "AccountSigningCertificatesPresent": root.certificates,
        "AccountMFAEnabled": root.mfa_devices,
    }
    return {**original(self), **{key: int(bool(value)) for key, value in present.items()}}


def _for_root_sessions(root_operation: Callable[[IamResponse, RootCredentials], Any]) -> Callable[..., Any]:
    def choose(original: Any, self: IamResponse) -> Any:
        if self._get_param("UserName") or session_of(self.get_access_key()) is None:
            return original(self)
        result = root_operation(self, credentials_of(self.backend))
        return EmptyResult() if result is None else ActionResult(result)

    return choose


def _profile(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    if not root.password:
        raise _no_such_entity("Login Profile for the root user cannot be found.")
    return {"LoginProfile": {"UserName": "root", "CreateDate": CREATED, "PasswordResetRequired": False}}


def _create_profile(self: IamResponse, root: RootCredentials) -> dict[str, Any]:
    if root.password or root.access_keys or root.mfa_devices or root.certificates:
        raise AwsRefusal("EntityAlreadyExists", "The root user still has credentials.", status=409)
    root.password = True
    return _profile(self, root)


def _delete_profile(self: IamResponse, root: RootCredentials) -> None:
    _profile(self, root)
    root.password = False


def _delete_from(held: str, parameter: str) -> Callable[[IamResponse, RootCredentials], None]:
    def delete(self: IamResponse, root: RootCredentials) -> None:
        identifier = self._get_param(parameter)
        if getattr(root, held).pop(identifier, None) is None:
            raise _no_such_entity(f"The root user has no {parameter} {identifier}.")

    return delete


def _keys(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    return {"AccessKeyMetadata": list(root.access_keys.values())}


def _devices(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    return {"MFADevices": [{"UserName": "root", **device} for device in root.mfa_devices.values()]}


def _certificates(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    fields = {"UserName": "root", "Status": "Active", "CertificateBody": "-", "UploadDate": CREATED}
    return {"Certificates": [{**fields, "CertificateId": certificate} for certificate in root.certificates]}


def _user(self: IamResponse, _: RootCredentials) -> dict[str, Any]:
    account_id = self.current_account
    arn = f"arn:aws:iam::{account_id}:root"
    return {"User": {"Path": "/", "UserName": "root", "UserId": account_id, "Arn": arn, "CreateDate": CREATED}}


def _no_such_entity(message: str) -> AwsRefusal:
    return AwsRefusal("NoSuchEntity", message, status=404)


ROOT_OPERATIONS: dict[str, Callable[[IamResponse, RootCredentials], Any]] = {
    "get_user": _user,
    "get_login_profile": _profile,
    "create_login_profile": _create_profile,
    "delete_login_profile": _delete_profile,
    "list_access_keys": _keys,
    "delete_access_key": _delete_from("access_keys", "AccessKeyId"),
    "list_mfa_devices": _devices,
    "deactivate_mfa_device": _delete_from("mfa_devices", "SerialNumber"),
    "list_signing_certificates": _certificates,
    "delete_signing_certificate": _delete_from("certificates", "CertificateId"),
}
