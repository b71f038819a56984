"""A metric filter that is put again replaces the one of its name; moto keeps both.

Source: CloudWatch Logs API Reference, PutMetricFilter: creates or updates.
"""

from typing import Any

from moto.logs.metric_filters import MetricFilters

from extensions.patching import around


def install() -> None:
    around(MetricFilters, "add_filter", _add)


def _add(
    original: Any, self: MetricFilters, filter_name: str, filter_pattern: str, log_group_name: str, what: Any
) -> None:
    self.delete_filter(filter_name, log_group_name)
    original(self, filter_name, filter_pattern, log_group_name, what)
