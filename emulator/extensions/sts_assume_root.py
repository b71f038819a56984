"""sts:AssumeRoot: a short root session in a member account, for one task."""

import datetime as dt
from typing import Any

from moto.core.responses import ActionResult
from moto.iam.models import iam_backends
from moto.sts.models import sts_backends
from moto.sts.responses import TokenResponse
from moto.sts.utils import random_session_token

from calls.refusal import AwsRefusal, access_denied
from extensions.iam_root_features import PRINCIPAL, SESSIONS, features_of
from extensions.organization_state import PARTITION, is_delegated, is_management, organization_of
from extensions.patching import replace
from extensions.root_task_policies import TASKS, RootSession, session_of

MAX_SECONDS = 900


def install() -> None:
    replace(TokenResponse, assume_root)


def assume_root(self: TokenResponse) -> ActionResult:
    target = self._get_param("TargetPrincipal").removesuffix(":root").split(":")[-1]
    _check_caller(self, target)
    task = _task(self._get_param("TaskPolicyArn", {}))
    seconds = self._get_int_param("DurationSeconds", MAX_SECONDS)
    if seconds > MAX_SECONDS:
        raise AwsRefusal("ValidationError", f"DurationSeconds must be at most {MAX_SECONDS}, got {seconds}")
    key = iam_backends[target][PARTITION].create_temp_access_key()
    sessions: list[Any] = sts_backends[target][PARTITION].assumed_roles
    sessions.append(RootSession(target, key.access_key_id, task))
    expiration = dt.datetime.now(dt.timezone.utc) + dt.timedelta(seconds=seconds)
    credentials = {
        "AccessKeyId": key.access_key_id,
        "SecretAccessKey": key.secret_access_key,
        "SessionToken": random_session_token(),
        "Expiration": expiration,
    }
    return ActionResult({"Credentials": credentials})


def _task(policy: dict[str, str]) -> str:
    arn = policy.get("arn", "")
    prefix, _, task = arn.rpartition("/")
    if prefix != f"arn:{PARTITION}:iam::aws:policy/root-task" or task not in TASKS:
        raise AwsRefusal("ValidationError", f"TaskPolicyArn.arn must be one of the root-task policies, got {arn}")
    return task


def _check_caller(self: TokenResponse, target: str) -> None:
    caller = self.current_account
    organization = organization_of(caller)
    allowed = (
        organization is not None
        and organization is organization_of(target)
        and not is_management(target)
        and (is_management(caller) or is_delegated(organization, caller, PRINCIPAL))
        and SESSIONS in features_of(organization)
        and session_of(self.get_access_key()) is None
    )
    if not allowed:
        message = (
            f"Account {caller} is not authorized to perform: sts:AssumeRoot on resource: "
            f"arn:{PARTITION}:iam::{target}:root (needs feature {SESSIONS}, and a caller in the management account or "
            "the delegated administrator for IAM)"
        )
        raise access_denied(message)
