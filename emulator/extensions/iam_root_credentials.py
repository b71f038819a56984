"""Root credentials of an account, as its root session sees them: calls without a user name mean the root user."""

from collections.abc import Callable
from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.iam.models import AccountSummary
from moto.iam.responses import IamResponse

from calls.refusal import AwsRefusal, access_denied
from extensions.patching import around, around_property
from extensions.root_credentials import CREATED, RootCredentials, credentials_of
from extensions.root_task_policies import session_of


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
        if session_of(self.get_access_key()) is None:
            return original(self)
        root = credentials_of(self.backend)
        if root.denied:
            raise access_denied(f"{self.current_account} denies this to its root user by a service control policy")
        result = root_operation(self, root)
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


def _deactivate(self: IamResponse, root: RootCredentials) -> None:
    """A virtual device stays, and belongs to nobody until it is deleted."""
    _delete_from("mfa_devices", "SerialNumber")(self, root)
    device = self.backend.virtual_mfa_devices.get(self._get_param("SerialNumber"))
    if device:
        device.enable_date = device.user = None


def _delete_from(held: str, parameter: str) -> Callable[[IamResponse, RootCredentials], None]:
    def delete(self: IamResponse, root: RootCredentials) -> None:
        identifier = self._get_param(parameter)
        if getattr(root, held).pop(identifier, None) is None:
            raise _no_such_entity(f"The root user has no {parameter} {identifier}.")

    return delete


def _keys(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    return {"AccessKeyMetadata": list(root.access_keys.values())}


def _key_last_used(self: IamResponse, root: RootCredentials) -> dict[str, Any]:
    identifier = self._get_param("AccessKeyId")
    key = root.access_keys.get(identifier)
    if key is None:
        raise access_denied(f"The root user has no access key {identifier}.")
    place = {"Region": "us-east-1", "ServiceName": "s3"} if key.used else {"Region": "N/A", "ServiceName": "N/A"}
    return {"UserName": "root", "AccessKeyLastUsed": {"LastUsedDate": key.used, **place}}


def _devices(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    return {"MFADevices": [{"UserName": "root", **device} for device in root.mfa_devices.values()]}


def _certificates(_: IamResponse, root: RootCredentials) -> dict[str, Any]:
    fields = {"UserName": "root", "Status": "Active", "CertificateBody": "-", "UploadDate": CREATED}
    return {"Certificates": [{**fields, "CertificateId": certificate} for certificate in root.certificates]}


def _user(self: IamResponse, root: RootCredentials) -> dict[str, Any]:
    account_id = self.current_account
    arn = f"arn:aws:iam::{account_id}:root"
    user = {"Path": "/", "UserName": "root", "UserId": account_id, "Arn": arn, "CreateDate": CREATED}
    return {"User": {**user, "PasswordLastUsed": root.password_used}}


def _no_such_entity(message: str) -> AwsRefusal:
    return AwsRefusal("NoSuchEntity", message, status=404)


ROOT_OPERATIONS: dict[str, Callable[[IamResponse, RootCredentials], Any]] = {
    "get_user": _user,
    "get_login_profile": _profile,
    "create_login_profile": _create_profile,
    "delete_login_profile": _delete_profile,
    "list_access_keys": _keys,
    "get_access_key_last_used": _key_last_used,
    "delete_access_key": _delete_from("access_keys", "AccessKeyId"),
    "list_mfa_devices": _devices,
    "deactivate_mfa_device": _deactivate,
    "list_signing_certificates": _certificates,
    "delete_signing_certificate": _delete_from("certificates", "CertificateId"),
}
