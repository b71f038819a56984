"""The way of an alert, from a call to whoever is told.

CloudTrail's record of a call goes to the trail's log group, through metric filters to metrics, alarms and topics, and
to the default bus of its account and Region, through rules to other buses, topics and queues. Everything arrives at
once. It is switched on by `POST /emulator/alerts`: a deployment would raise every alarm on itself.
"""

_carrying = {"on": False}


def is_carried() -> bool:
    return _carrying["on"]


def carry(on: bool) -> None:
    """Whether calls from now on are recorded, and what they raise delivered."""
    _carrying["on"] = on
