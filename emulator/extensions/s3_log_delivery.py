"""A bucket policy may deny every principal ("*") beside what it allows to log delivery; moto expects a mapping."""

from collections.abc import Callable
from json import dumps, loads
from types import SimpleNamespace
from typing import Any

from moto.s3.models import FakeBucket

from extensions.patching import replace_static

"""Reads three fields of a bucket and nothing else."""
_permits_log_delivery: Callable[[Any, str | None], bool] = FakeBucket._log_permissions_enabled_policy


def _log_permissions_enabled_policy(target_bucket: FakeBucket, target_prefix: str | None) -> bool:
    if not target_bucket.policy:
        return False
    document: dict[str, Any] = loads(target_bucket.policy.decode())
    readable = [statement for statement in document["Statement"] if isinstance(statement.get("Principal"), dict)]
    bucket = SimpleNamespace(
        policy=dumps({**document, "Statement": readable}).encode(),
        partition=target_bucket.partition,
        name=target_bucket.name,
    )
    return _permits_log_delivery(bucket, target_prefix)


def install() -> None:
    replace_static(FakeBucket, _log_permissions_enabled_policy)
