"""A queue policy that denies everybody binds everybody, but root sessions that may unlock it.

moto keeps the policy of a queue and asks nobody. Read here are Deny statements on every principal without a condition;
whatever else a policy says binds nobody. Source: Amazon SQS Developer Guide, custom policies; IAM User Guide, Perform a
privileged task on an AWS Organizations member account.
"""

import json
from fnmatch import fnmatch
from typing import Any

from moto.sqs.models import sqs_backends

from calls.api_call import ApiCall
from calls.refusal import access_denied
from extensions.root_task_policies import session_of


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _denies(statement: dict[str, Any], action: str) -> bool:
    principal = statement.get("Principal")
    named = principal.get("AWS", []) if isinstance(principal, dict) else principal
    if statement.get("Effect") != "Deny" or "Condition" in statement or "*" not in _listed(named):
        return False
    return any(fnmatch(action.lower(), str(pattern).lower()) for pattern in _listed(statement.get("Action", [])))


def refuse_locked_queue(call: ApiCall) -> None:
    url = call.parameters.get("QueueUrl", "") if call.service == "sqs" else ""
    if not url or session_of(call.access_key) is not None:
        return
    account, name = url.rsplit("/", 2)[1:]
    queue = sqs_backends[account][call.region].queues.get(name)
    policy = json.loads((queue.policy if queue else None) or "{}")
    if any(_denies(statement, call.name) for statement in _listed(policy.get("Statement", []))):
        raise access_denied(
            f"User is not authorized to perform: {call.name} with an explicit deny in the queue's policy"
        )
