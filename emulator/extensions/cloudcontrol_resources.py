"""Cloud Control GetResource for trails: the only way for Terraform to read a trail that it does not own."""

import json
from typing import Any

from moto.cloudtrail.models import Trail, cloudtrail_backends

from calls.api_call import ApiCall
from calls.refusal import AwsRefusal

TRAIL_TYPE = "AWS::CloudTrail::Trail"


def handle(call: ApiCall, account_id: str) -> dict[str, Any]:
    """Answers one call of the cloudcontrolapi service."""
    request = json.loads(call.body or b"{}")
    type_name, identifier = request.get("TypeName"), request.get("Identifier")
    if call.action != "GetResource" or type_name != TRAIL_TYPE:
        message = f"the emulator knows only GetResource of {TRAIL_TYPE}, got {call.action} of {type_name}"
        raise AwsRefusal("UnsupportedActionException", message, 501)
    trail = cloudtrail_backends[account_id][call.region].trails.get(identifier)
    if trail is None:
        message = f"Resource of type '{TRAIL_TYPE}' with identifier '{identifier}' was not found."
        raise AwsRefusal("ResourceNotFoundException", message)
    description = {"Identifier": identifier, "Properties": json.dumps(_properties(trail))}
    return {"TypeName": TRAIL_TYPE, "ResourceDescription": description}


def _properties(trail: Trail) -> dict[str, Any]:
    """CloudFormation's names; properties that are not set are left out, as on AWS."""
    properties = {
        "TrailName": trail.trail_name,
        "Arn": trail.arn,
        "IsOrganizationTrail": trail.is_org_trail,
        "IsMultiRegionTrail": trail.is_multi_region,
        "IsLogging": trail.status.is_logging,
        "CloudWatchLogsLogGroupArn": trail.cw_log_group_arn,
        "CloudWatchLogsRoleArn": trail.cw_role_arn,
        "EnableLogFileValidation": trail.log_validation,
        "KMSKeyId": trail.kms_key_id,
        "S3BucketName": trail.bucket_name,
        "S3KeyPrefix": trail.s3_key_prefix,
        "IncludeGlobalServiceEvents": trail.include_global_service_events,
    }
    return {key: value for key, value in properties.items() if value is not None}
