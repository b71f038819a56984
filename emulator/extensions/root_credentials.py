"""What the root user of one account holds."""

import datetime as dt
from typing import Any

from moto.iam.models import AccessKey, IAMBackend, VirtualMfaDevice
from moto.iam.utils import random_access_key

Seed = dict[str, Any]


def days_ago(days: float) -> dt.datetime:
    """So that "used within 90 days" is as true tomorrow."""
    return dt.datetime.now(dt.timezone.utc).replace(microsecond=0) - dt.timedelta(days=days)


CREATED = dt.datetime(2024, 1, 1, tzinfo=dt.timezone.utc)


class RootAccessKey(AccessKey):
    """A key that was there before us."""

    def __init__(self, account_id: str, seed: Seed) -> None:
        super().__init__(None, "AKIA", account_id, "Inactive" if seed.get("inactive") else "Active")
        self.create_date = days_ago(seed["createdDaysAgo"]) if "createdDaysAgo" in seed else CREATED
        self.used = days_ago(seed["usedDaysAgo"]) if "usedDaysAgo" in seed else None

    def is_created(self) -> bool:
        """Only CloudFormation asks; moto leaves it abstract."""
        return True


class RootCredentials:
    """Seeded, and taken away by the operations of a root session."""

    def __init__(self, backend: IAMBackend, seed: Seed | None = None) -> None:
        seed = seed or {}
        self.password = bool(seed.get("password", False))
        self.password_used = days_ago(seed["passwordUsedDaysAgo"]) if "passwordUsedDaysAgo" in seed else None
        made = [RootAccessKey(backend.account_id, key) for key in seed.get("accessKeys", [])]
        self.access_keys = {key.access_key_id: key for key in made}
        serials = [_serial(backend, kind, number) for number, kind in enumerate(seed.get("mfaDevices", []), start=1)]
        self.mfa_devices = {serial: {"SerialNumber": serial, "EnableDate": CREATED} for serial in serials}
        self.certificates = {f"ROOTCERTIFICATE{n:09}": n for n in range(seed.get("signingCertificates", 0))}
        self.denied = bool(seed.get("denied", False))


def credentials_of(backend: IAMBackend) -> RootCredentials:
    """The root user's credentials; an account that was not seeded with any has none."""
    if "root_credentials" not in backend.__dict__:
        backend.__dict__["root_credentials"] = RootCredentials(backend)
    found: RootCredentials = backend.__dict__["root_credentials"]
    return found


def _serial(backend: IAMBackend, kind: str, number: int) -> str:
    """Of a virtual device and a passkey it is an ARN, of a hardware token the number on its back."""
    if kind == "hardware":
        return f"GAHT{number:08}"
    if kind == "passkey":
        return f"arn:aws:iam::{backend.account_id}:u2f/root-account/key-{number}-{random_access_key()}"
    suffix = "" if number == 1 else f"-{number}"
    device = VirtualMfaDevice(backend.account_id, "us-east-1", f"/root-account-mfa-device{suffix}")
    device.enable_date = CREATED
    device.user = {"UserName": "root", "Arn": f"arn:aws:iam::{backend.account_id}:root"}  # type: ignore[assignment]
    backend.virtual_mfa_devices[device.serial_number] = device
    return device.serial_number
