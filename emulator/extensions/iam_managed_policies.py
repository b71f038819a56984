"""AWS managed policies, one by one when they are asked for.

moto leaves them out unless it loads all 1,400 for every account and partition, which takes minutes.
"""

import json
from functools import cache
from typing import Any

from moto.iam.aws_managed_policies import aws_managed_policies_data
from moto.iam.models import AWSManagedPolicy, IAMBackend

from extensions.patching import around


def install() -> None:
    around(IAMBackend, "attach_role_policy", _with_policy)
    around(IAMBackend, "get_policy", _with_policy)


@cache
def _all_policies() -> dict[str, tuple[str, dict[str, Any]]]:
    """Path and name, as an ARN ends, to name and data; parsed once."""
    parsed = json.loads(aws_managed_policies_data)
    return {f"{data['Path']}{name}": (name, data) for name, data in parsed.items()}


def _with_policy(original: Any, self: IAMBackend, policy_arn: str, *arguments: Any, **named: Any) -> Any:
    _, is_managed, suffix = policy_arn.partition(":iam::aws:policy")
    if is_managed and policy_arn not in self.managed_policies and suffix in _all_policies():
        name, data = _all_policies()[suffix]
        policy = AWSManagedPolicy.from_data(name, self.account_id, self.region_name, data)
        self.managed_policies[policy_arn] = policy
        self.aws_managed_policies.append(policy)
    return original(self, policy_arn, *arguments, **named)
