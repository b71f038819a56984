"""Trails by ARN as well as by name, selectors that replace each other, and the checks of an organization trail.

A trail is seen in every Region that it records, an organization trail in every member account: its shadows.
ListTrails lists those of the account alone. Source: CloudTrail API Reference, DescribeTrails and ListTrails.

moto looks trails up by name only in three operations; the provider uses ARNs, and retries moto's crash for ten minutes.
"""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend, Trail, cloudtrail_backends

from calls.refusal import AwsRefusal
from extensions.organization_state import has_trusted_access, is_delegated, is_management, organization_of
from extensions.patching import around, replace

PRINCIPAL = "cloudtrail.amazonaws.com"


def install() -> None:
    replace(CloudTrailBackend, start_logging, stop_logging, delete_trail)
    replace(Trail, put_event_selectors, put_insight_selectors)
    around(CloudTrailBackend, "describe_trails", _with_organization_trails)
    around(CloudTrailBackend, "list_trails", _of_account)
    around(CloudTrailBackend, "get_event_selectors", _of_shadow)
    around(CloudTrailBackend, "get_insight_selectors", _of_shadow)
    around(CloudTrailBackend, "create_trail", _create)
    around(CloudTrailBackend, "update_trail", _update)
    around(Trail, "description", _description)


def start_logging(self: CloudTrailBackend, name: str) -> None:
    self.get_trail(name).start_logging()


def stop_logging(self: CloudTrailBackend, name: str) -> None:
    self.get_trail(name).stop_logging()


def delete_trail(self: CloudTrailBackend, name: str) -> None:
    del self.trails[self.get_trail(name).trail_name]


def put_event_selectors(self: Trail, event_selectors: Any, advanced_event_selectors: Any) -> None:
    """A trail has basic or advanced selectors, never both."""
    self.event_selectors = event_selectors or []
    self.advanced_event_selectors = advanced_event_selectors or []


def put_insight_selectors(self: Trail, insight_selectors: Any) -> None:
    self.insight_selectors = insight_selectors or []


def _with_organization_trails(original: Any, self: CloudTrailBackend, include_shadow_trails: bool) -> list[Trail]:
    own: list[Trail] = list(original(self, include_shadow_trails))
    organization = organization_of(self.account_id)
    if not include_shadow_trails or organization is None or is_management(self.account_id):
        return own
    backends = cloudtrail_backends[organization.account_id].values()
    trails = [trail for backend in backends for trail in backend.trails.values() if trail.is_org_trail]
    return own + [trail for trail in trails if trail.is_multi_region or trail.region_name == self.region_name]


def _of_account(original: Any, self: CloudTrailBackend) -> list[Trail]:
    return [trail for trail in original(self) if trail.account_id == self.account_id]


def _of_shadow(original: Any, self: CloudTrailBackend, trail_name: str) -> Any:
    """Where only the shadow of a trail is, its home is asked."""
    shadows = [trail for trail in self.describe_trails(include_shadow_trails=True) if trail.arn == trail_name]
    if not shadows or shadows[0].trail_name in self.trails:
        return original(self, trail_name)
    return original(cloudtrail_backends[shadows[0].account_id][shadows[0].region_name], trail_name)


def _create(original: Any, self: CloudTrailBackend, name: str, *arguments: Any) -> Trail:
    if name in self.trails:
        message = f"Trail {name} already exists for customer: {self.account_id}"
        raise AwsRefusal("TrailAlreadyExistsException", message)
    trail: Trail = original(self, name, *arguments)
    try:
        _check_organization(self.account_id, trail.is_org_trail)
    except AwsRefusal:
        del self.trails[name]
        raise
    return trail


def _update(original: Any, self: CloudTrailBackend, **changes: Any) -> Trail:
    _check_organization(self.account_id, changes["is_organization_trail"])
    trail: Trail = original(self, **changes)
    return trail


def _check_organization(account_id: str, is_organization_trail: bool | None) -> None:
    if not is_organization_trail:
        return
    organization = organization_of(account_id)
    if organization is None:
        raise AwsRefusal("OrganizationsNotInUseException", "The account is not a member of an organization.")
    if not is_management(account_id) and not is_delegated(organization, account_id, PRINCIPAL):
        message = "Only the management account or a delegated administrator can create an organization trail."
        raise AwsRefusal("NotOrganizationMasterAccountException", message)
    if not has_trusted_access(organization, PRINCIPAL):
        message = f"Trusted access for {PRINCIPAL} is not enabled in the organization."
        raise AwsRefusal("CloudTrailAccessNotEnabledException", message)


def _description(original: Any, self: Trail, include_region: bool = False) -> dict[str, Any]:
    description: dict[str, Any] = original(self, include_region)
    description["HasCustomEventSelectors"] = bool(self.event_selectors or self.advanced_event_selectors)
    description["HasInsightSelectors"] = bool(self.insight_selectors)
    description["HomeRegion"] = self.region_name
    return description
