"""Says what moto's EventBridge matcher thinks: JSON pairs of pattern and event on stdin, JSON verdicts on stdout."""

import json
import sys
from typing import Any

from moto.events.models import EventPattern


def verdict(pair: dict[str, Any]) -> bool:
    pattern = EventPattern.load(json.dumps(pair["pattern"]))
    return pattern.matches_event(pair["event"])


json.dump([verdict(pair) for pair in json.load(sys.stdin)], sys.stdout)
