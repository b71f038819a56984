"""What moto lacks, one capability per module.

Each module replaces or adds operations of one moto service when `install()` runs; state lives in moto's own backends,
so that it is kept per account, and per region where the service is regional.
"""

from extensions import (
    cloudcontrol_resources,
    cloudtrail_deliveries,
    cloudtrail_trails,
    cloudwatch_alarm_history,
    cloudwatch_alarm_mutes,
    guardduty_detectors,
    guardduty_members,
    guardduty_organization,
    guardduty_tags,
    iam_credential_report,
    iam_managed_policies,
    iam_policy_resources,
    iam_root_credentials,
    iam_root_features,
    logs_metric_filters,
    logs_query_definitions,
    organizations_callers,
    organizations_invitations,
    organizations_policies,
    organizations_trusted_access,
    s3_log_delivery,
    scheduler_schedules,
    sns_confirmation,
    sts_assume_role,
    sts_assume_root,
    unknown_principals,
)

EXTENSIONS = [
    cloudtrail_deliveries,
    cloudtrail_trails,
    cloudwatch_alarm_history,
    cloudwatch_alarm_mutes,
    guardduty_detectors,
    guardduty_members,
    guardduty_organization,
    guardduty_tags,
    iam_credential_report,
    iam_managed_policies,
    iam_policy_resources,
    iam_root_credentials,
    iam_root_features,
    logs_metric_filters,
    logs_query_definitions,
    organizations_callers,
    organizations_invitations,
    organizations_policies,
    organizations_trusted_access,
    s3_log_delivery,
    scheduler_schedules,
    sns_confirmation,
    sts_assume_role,
    sts_assume_root,
    unknown_principals,
]

"""Services that moto does not have at all: signing name to handler."""
OWN_SERVICES = {"cloudcontrolapi": cloudcontrol_resources.handle}


def load() -> None:
    """Installs every extension; before the first request."""
    for extension in EXTENSIONS:
        extension.install()
