"""What a root session may do: the five task policies of AWS, as allow-lists.

Those of IAM also deny what they allow on every resource but `arn:aws:iam::*:root`: on a user who is named, and on a
device by itself, which is what DeleteVirtualMFADevice acts on (Service Authorization Reference, IAM).

Source: the managed policies under /root-task/, version 1 of 2024-11-06.
"""

from moto.sts.models import sts_backends

from calls.api_call import ApiCall
from calls.refusal import access_denied
from extensions.organization_state import PARTITION

_IAM_READS = {"ListAccessKeys", "ListSigningCertificates", "GetLoginProfile", "ListMFADevices", "GetUser"}
_IAM_READS |= {"GetAccessKeyLastUsed"}
_IAM_DELETIONS = {"DeleteAccessKey", "DeleteSigningCertificate", "DeleteLoginProfile", "DeactivateMFADevice"}

TASKS: dict[str, dict[str, set[str]]] = {
    "IAMAuditRootUserCredentials": {"iam": _IAM_READS | {"GetAccountSummary"}},
    "IAMCreateRootUserPassword": {"iam": {"CreateLoginProfile", "GetLoginProfile"}},
    "IAMDeleteRootUserCredentials": {"iam": _IAM_READS | _IAM_DELETIONS | {"DeleteVirtualMFADevice"}},
    "S3UnlockBucketPolicy": {"s3": {"DeleteBucketPolicy", "PutBucketPolicy", "GetBucketPolicy", "ListBuckets"}},
    "SQSUnlockQueuePolicy": {"sqs": {"SetQueueAttributes", "GetQueueAttributes", "ListQueues", "GetQueueUrl"}},
}


_ON_A_DEVICE = {"DeleteVirtualMFADevice"}


class RootSession:
    """The credentials that AssumeRoot gave; STS in moto finds it beside the assumed roles."""

    def __init__(self, account_id: str, access_key_id: str, task: str) -> None:
        self.account_id = account_id
        self.access_key_id = access_key_id
        self.task = task
        self.user_id = account_id
        self.arn = f"arn:{PARTITION}:iam::{account_id}:root"


def session_of(access_key: str) -> RootSession | None:
    for account in list(sts_backends.values()):
        for session in account[PARTITION].assumed_roles:
            if isinstance(session, RootSession) and session.access_key_id == access_key:
                return session
    return None


def refuse_outside_task(call: ApiCall) -> None:
    """Temporary keys start with ASIA; only those can be root sessions."""
    session = session_of(call.access_key) if call.access_key.startswith("ASIA") else None
    if session is None or call.name == "sts:GetCallerIdentity":
        return
    allowed = TASKS[session.task].get(call.service, set())
    is_elsewhere = call.service == "iam" and ("UserName" in call.parameters or call.action in _ON_A_DEVICE)
    if call.action not in allowed or is_elsewhere:
        raise access_denied(f"User: {session.arn} is not authorized to perform: {call.name} with task {session.task}")
