"""Policies that name a role or a user that does not exist are refused, as AWS refuses them.

moto stores whatever it is given, so that a policy which names the role of a later stack was only found in a real
account. Accounts are taken as they are named: nobody here knows which exist outside the organization. Sources: IAM User
Guide (MalformedPolicyDocument), KMS API Reference (PutKeyPolicy), S3 User Guide (Invalid principal in policy), SNS API
Reference (SetTopicAttributes).
"""

import inspect
import json
from collections.abc import Callable
from typing import Any

from moto.iam.models import IAMBackend, iam_backends
from moto.kms.models import KmsBackend
from moto.s3.models import S3Backend
from moto.sns.models import SNSBackend

from calls.refusal import AwsRefusal
from extensions.organization_state import PARTITION
from extensions.patching import around


def install() -> None:
    _checked(IAMBackend, "create_role", lambda of: _trust(of["assume_role_policy_document"]))
    _checked(IAMBackend, "update_assume_role_policy", lambda of: _trust(of["policy_document"]))
    for method in ("create_key", "put_key_policy"):
        _checked(KmsBackend, method, lambda of: _key(of["policy"]))
    _checked(S3Backend, "put_bucket_policy", lambda of: _bucket(of["policy"]))
    _checked(SNSBackend, "create_topic", lambda of: _topic((of.get("attributes") or {}).get("Policy")))
    _checked(
        SNSBackend,
        "set_topic_attribute",
        lambda of: _topic(of["attribute_value"] if of["attribute_name"].lower() == "policy" else None),
    )


def _checked(owner: type, method: str, check: Callable[[dict[str, Any]], None]) -> None:
    """Looks at the arguments, by their names, before the method does anything."""
    signature = inspect.signature(getattr(owner, method))

    def wrapper(original: Any, self: Any, *args: Any, **more: Any) -> Any:
        check(signature.bind(self, *args, **more).arguments)
        return original(self, *args, **more)

    around(owner, method, wrapper)


def _named(policy: str | bytes | None) -> list[str]:
    """Every `AWS` principal that the policy names; none of a text that is no policy, which moto refuses by itself."""
    try:
        document = json.loads(policy or "{}")
    except ValueError:
        return []
    statements = document.get("Statement", []) if isinstance(document, dict) else []
    found: list[str] = []
    for statement in statements if isinstance(statements, list) else [statements]:
        for element in ("Principal", "NotPrincipal"):
            principal = statement.get(element) if isinstance(statement, dict) else None
            names = principal.get("AWS", []) if isinstance(principal, dict) else []
            found += names if isinstance(names, list) else [names]
    return found


def _exists(principal: str) -> bool:
    """Whether it is no role and no user, or one that exists."""
    parts = principal.split(":", 5)
    if len(parts) < 6 or parts[2] != "iam" or not parts[5].startswith(("role/", "user/")):
        return True
    iam = iam_backends[parts[4]][PARTITION]
    entities: list[Any] = [*iam.roles.values(), *iam.users.values()]
    return any(entity.arn == principal for entity in entities)


def _refuse_unknown(policy: str | bytes | None, code: str, message: str) -> None:
    unknown = next((principal for principal in _named(policy) if not _exists(principal)), None)
    if unknown is not None:
        raise AwsRefusal(code, message.replace("PRINCIPAL", unknown))


def _trust(policy: str | bytes | None) -> None:
    _refuse_unknown(policy, "MalformedPolicyDocument", 'Invalid principal in policy: "AWS":"PRINCIPAL"')


def _key(policy: str | bytes | None) -> None:
    message = "Policy contains a statement with one or more invalid principals."
    _refuse_unknown(policy, "MalformedPolicyDocumentException", message)


def _bucket(policy: str | bytes | None) -> None:
    _refuse_unknown(policy, "MalformedPolicy", "Invalid principal in policy")


def _topic(policy: str | bytes | None) -> None:
    _refuse_unknown(policy, "InvalidParameter", "Invalid parameter: Policy Error: PrincipalNotFound")
