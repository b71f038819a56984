"""The record that CloudTrail writes of a call.

Only calls that write are recorded: nothing of ours tells of one that reads. Source: CloudTrail User Guide, record
contents.
"""

import json
import re
import uuid
from datetime import datetime, timezone
from typing import Any

from moto.iam.access_control import CreateAccessKeyFailure, create_access_key
from werkzeug.wrappers import Response

from calls.api_call import ApiCall

Record = dict[str, Any]
_READS = re.compile(r"(Describe|Get|List|Filter|Lookup|Test|BatchGet|Simulate|Search|Generate|Assume|Receive|Head)")
REQUEST_ID = "x-amzn-requestid"


def with_request_id(response: Response) -> str:
    """The id of the request as the caller sees it; one is given where moto gives none."""
    if REQUEST_ID not in response.headers:
        response.headers[REQUEST_ID] = str(uuid.uuid4())
    return response.headers[REQUEST_ID]


def record_of(call: ApiCall, account: str, response: Response) -> Record | None:
    """The record of a call, or nothing where it reads."""
    if _READS.match(call.action) or not call.action.isidentifier():
        return None
    record: Record = {
        "eventVersion": "1.11",
        "userIdentity": _identity(call, account),
        "eventTime": datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "eventSource": f"{call.service}.amazonaws.com",
        "eventName": call.action,
        "awsRegion": call.region,
        "sourceIPAddress": "192.0.2.1",
        "userAgent": call.application,
        "requestParameters": _requested(call),
        "responseElements": None,
        "requestID": with_request_id(response),
        "eventID": str(uuid.uuid4()),
        "readOnly": False,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": account,
        "eventCategory": "Management",
    }
    if response.status_code >= 400:
        record["errorCode"] = response.headers.get("x-amzn-errortype", "RequestFailed")
    return record


def _identity(call: ApiCall, account: str) -> Record:
    try:
        arn = create_access_key(account, "aws", call.access_key, {}).arn
    except CreateAccessKeyFailure:
        arn = f"arn:aws:iam::{account}:user/unknown"
    kind = "AssumedRole" if ":assumed-role/" in arn else "IAMUser"
    return {"type": kind, "arn": arn, "accountId": account, "accessKeyId": call.access_key}


def _requested(call: ApiCall) -> Any:
    """What was asked, in CloudTrail's spelling; nothing for the binary protocol, which is not read here."""
    if call.is_query:
        named = {name: value for name, value in call.parameters.items() if name not in ("Action", "Version")}
        return _spelled(named) or None
    try:
        return _spelled(json.loads(call.body or b"null"))
    except ValueError:
        return None


def _spelled(value: Any) -> Any:
    if isinstance(value, dict):
        return {f"{name[:1].lower()}{name[1:]}": _spelled(each) for name, each in value.items()}
    return [_spelled(each) for each in value] if isinstance(value, list) else value
