"""The root user's row of the credential report, which moto leaves out."""

import datetime as dt
from typing import Any

from moto.iam.models import IAMBackend

from extensions.patching import around
from extensions.root_credentials import CREATED, RootAccessKey, RootCredentials, credentials_of

NONE = "N/A"
SLOTS = 2


def install() -> None:
    around(IAMBackend, "get_credential_report", _with_root)


def _with_root(original: Any, self: IAMBackend) -> str:
    report: str = original(self)
    header, _, users = report.partition("\n")
    return f"{header}\n{','.join(_row(self.account_id, credentials_of(self)))}\n{users}"


def _row(account_id: str, root: RootCredentials) -> list[str]:
    """In the order of moto's columns. Of root's password AWS says only when it was used."""
    keys = list(root.access_keys.values())
    certificates = len(root.certificates)
    row = ["<root_account>", f"arn:aws:iam::{account_id}:root", _time(CREATED), "not_supported"]
    row += [_time(root.password_used) if root.password_used else "no_information", "not_supported", "not_supported"]
    row += [_truth(bool(root.mfa_devices))]
    row += [cell for slot in range(SLOTS) for cell in _key(keys[slot] if slot < len(keys) else None)]
    for slot in range(SLOTS):
        row += [_truth(slot < certificates), _time(CREATED) if slot < certificates else NONE]
    return row


def _key(key: RootAccessKey | None) -> list[str]:
    if key is None:
        return ["false", NONE, NONE, NONE, NONE]
    used = [_time(key.used), "us-east-1", "s3"] if key.used else [NONE, NONE, NONE]
    return [_truth(key.status == "Active"), _time(key.create_date), *used]


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _time(time: dt.datetime) -> str:
    return time.replace(tzinfo=None).isoformat() + "+00:00"
