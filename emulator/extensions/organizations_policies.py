"""Policies as strict as AWS: attached once, with room on the target, and never the last one of a target.

moto attaches twice without a word, knows no quota, and keeps attachments to a unit that is gone. Errors and their
reasons: Organizations API Reference, AttachPolicy, DetachPolicy and DeleteOrganizationalUnit
(DuplicatePolicyAttachmentException, ConstraintViolationException with MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED and
MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED, PolicyNotAttachedException, OrganizationalUnitNotEmptyException).
"""

from typing import Any

from moto.organizations.models import FakePolicy, OrganizationsBackend

from calls.refusal import AwsRefusal
from extensions.patching import around

"""Policies per target in the aws partition, by type; catalogue/quotas.ts has the sources."""
QUOTAS = {"SERVICE_CONTROL_POLICY": 10, "RESOURCE_CONTROL_POLICY": 5}


def install() -> None:
    around(OrganizationsBackend, "attach_policy", _attach)
    around(OrganizationsBackend, "detach_policy", _detach)
    around(OrganizationsBackend, "delete_organizational_unit", _delete_unit)


def set_quota(organization: OrganizationsBackend, policies_per_target: int) -> None:
    """Another quota of service control policies than AWS's default, as an organization may be given one."""
    organization.__dict__["policies_per_target"] = policies_per_target


def _quota(organization: OrganizationsBackend, policy_type: str) -> int | None:
    own = organization.__dict__.get("policies_per_target")
    if own is not None and policy_type == "SERVICE_CONTROL_POLICY":
        return int(own)
    return QUOTAS.get(policy_type)


def _attached(organization: OrganizationsBackend, target_id: str) -> list[FakePolicy]:
    """Policies of a target; none of one that does not exist, which moto refuses by itself."""
    targets: list[Any] = [*organization.ou, *organization.accounts]
    for target in targets:
        if target.id == target_id:
            return list(target.attached_policies)
    return []


def _attach(original: Any, self: OrganizationsBackend, **request: str) -> None:
    policy = self.get_policy_by_id(request["PolicyId"])
    attached = _attached(self, request["TargetId"])
    if policy in attached:
        message = "A policy with the same id is already attached to the specified target."
        raise AwsRefusal("DuplicatePolicyAttachmentException", message)
    quota = _quota(self, policy.type)
    if quota is not None and sum(other.type == policy.type for other in attached) >= quota:
        message = f"You have attached the maximum number of policies of type {policy.type} ({quota}) to this target."
        raise _constraint("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message)
    original(self, **request)


def _detach(original: Any, self: OrganizationsBackend, **request: str) -> None:
    policy = self.get_policy_by_id(request["PolicyId"])
    attached = _attached(self, request["TargetId"])
    if attached and policy not in attached:
        message = "The policy isn't attached to the specified target in the specified root."
        raise AwsRefusal("PolicyNotAttachedException", message)
    if policy.type == "SERVICE_CONTROL_POLICY" and sum(other.type == policy.type for other in attached) == 1:
        message = "You cannot remove the last service control policy of a root, unit or account."
        raise _constraint("MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED", message)
    original(self, **request)


def _delete_unit(original: Any, self: OrganizationsBackend, **request: str) -> None:
    unit = self.get_organizational_unit_by_id(request["OrganizationalUnitId"])
    children: list[Any] = [*self.ou, *self.accounts]
    if any(child.parent_id == unit.id for child in children):
        raise AwsRefusal("OrganizationalUnitNotEmptyException", "The organizational unit still has accounts or units.")
    original(self, **request)
    for policy in self.policies:
        if unit in policy.attachments:
            policy.attachments.remove(unit)


def _constraint(reason: str, message: str) -> AwsRefusal:
    return AwsRefusal("ConstraintViolationException", message, fields={"Reason": reason})
