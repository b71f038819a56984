"""A trail that was there before us, with its bucket and log group, as Control Tower leaves it."""

from typing import Any

from moto.cloudtrail.models import cloudtrail_backends
from moto.logs.models import logs_backends
from moto.s3.models import s3_backends

from extensions.organization_state import PARTITION


def create_trail(account_id: str, seed: dict[str, Any]) -> None:
    """The bucket may be in another account (`bucketAccount`), as log archives are."""
    region = seed["region"]
    bucket_owner = seed.get("bucketAccount", account_id)
    s3_backends[bucket_owner][PARTITION].create_bucket(seed["bucket"], region)
    log_group_arn = role_arn = None
    if seed.get("logGroup"):
        logs_backends[account_id][region].create_log_group(seed["logGroup"], {})
        log_group_arn = f"arn:{PARTITION}:logs:{region}:{account_id}:log-group:{seed['logGroup']}:*"
        role_arn = f"arn:{PARTITION}:iam::{account_id}:role/{seed.get('logRole', 'CloudTrailToCloudWatchLogs')}"
    # moto calls them all texts, and gets None for what a request leaves out.
    request: list[Any] = [
        seed["bucket"],
        seed.get("keyPrefix"),
        None,
        True,
        seed.get("multiRegion", True),
        seed.get("logFileValidation", True),
        seed.get("organization", False),
        log_group_arn,
        role_arn,
        seed.get("kmsKeyId"),
        [],
    ]
    trail = cloudtrail_backends[account_id][region].create_trail(seed["name"], *request)
    if seed.get("logging", True):
        trail.start_logging()
