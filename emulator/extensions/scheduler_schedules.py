"""Schedules as EventBridge Scheduler takes them: in a group that exists, with a role that trusts the service.

moto overwrites a group of the same name, knows no missing one, and asks nothing of the role. Sources: EventBridge
Scheduler API Reference (CreateScheduleGroup, CreateSchedule, DeleteScheduleGroup) and User Guide (the execution role).
"""

import json
from typing import Any

from moto.iam.models import iam_backends
from moto.scheduler.exceptions import ScheduleGroupNotFound
from moto.scheduler.models import EventBridgeSchedulerBackend

from calls.refusal import AwsRefusal
from extensions.organization_state import PARTITION
from extensions.patching import around


def install() -> None:
    around(EventBridgeSchedulerBackend, "create_schedule_group", _create_group)
    around(EventBridgeSchedulerBackend, "delete_schedule_group", _delete_group)
    around(EventBridgeSchedulerBackend, "create_schedule", _with_role)
    around(EventBridgeSchedulerBackend, "update_schedule", _with_role)


def _create_group(original: Any, self: EventBridgeSchedulerBackend, name: str, tags: Any) -> Any:
    if name in self.schedule_groups:
        raise AwsRefusal("ConflictException", f"Schedule group {name} already exists.", 409)
    return original(self, name, tags)


def _delete_group(original: Any, self: EventBridgeSchedulerBackend, name: str | None) -> None:
    if name == "default":
        raise AwsRefusal("ValidationException", "The default schedule group cannot be deleted.")
    self.get_schedule_group(name)
    original(self, name)


def _with_role(original: Any, self: EventBridgeSchedulerBackend, **of: Any) -> Any:
    if (of["group_name"] or "default") not in self.schedule_groups:
        raise ScheduleGroupNotFound(of["group_name"])
    if not _trusts_scheduler(of["target"]["RoleArn"]):
        message = "The execution role you provide must allow AWS EventBridge Scheduler to assume the role."
        raise AwsRefusal("ValidationException", message)
    return original(self, **of)


def _trusts_scheduler(role_arn: str) -> bool:
    roles = iam_backends[role_arn.split(":")[4]][PARTITION].roles.values()
    trust = next((role.assume_role_policy_document for role in roles if role.arn == role_arn), None)
    statements = json.loads(trust)["Statement"] if trust else []
    return any("scheduler.amazonaws.com" in str(each.get("Principal", {}).get("Service")) for each in statements)
