"""Says what moto's EventBridge matcher thinks: pairs of pattern and event as JSON on stdin, verdicts as JSON on stdout."""

import json
import sys

from moto.events.models import EventPattern


def verdict(pair):
    return EventPattern.load(json.dumps(pair["pattern"])).matches_event(pair["event"])


json.dump([verdict(pair) for pair in json.load(sys.stdin)], sys.stdout)
