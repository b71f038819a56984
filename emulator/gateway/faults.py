"""Faults on purpose: a share of the requests is answered with an error before anything is done.

AWS throttles and fails now and then; a deployment that cannot take it is not ready. The draw is seeded, so that a trial
that failed can be repeated.
"""

import random
from collections.abc import Iterable
from itertools import cycle
from threading import Lock

from moto.iam.models import get_account_id_from

from calls.api_call import ApiCall
from calls.refusal import AwsRefusal

MESSAGE = "an injected fault of the emulator: nothing was done, retry the request"


def unavailable(_: ApiCall) -> AwsRefusal:
    """The same for every service."""
    return AwsRefusal("ServiceUnavailable", MESSAGE, 503)


def throttled(call: ApiCall) -> AwsRefusal:
    """Throttling, as each protocol says it; a client that cannot read the code has only the status to go by.

    S3: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html (SlowDown). Query and JSON protocol: the
    common errors that every API reference lists.
    """
    if call.service == "s3":
        return AwsRefusal("SlowDown", MESSAGE, 503)
    return AwsRefusal("Throttling" if call.is_query else "ThrottlingException", MESSAGE, 400)


class Faults:
    """Decides for each request whether it fails, and how.

    In the accounts that throttle, every call is refused before it succeeds, whatever the rate.
    """

    def __init__(self, rate: float, seed: int, throttling_accounts: Iterable[str] = ()) -> None:
        self._throttling = frozenset(throttling_accounts)
        self._refused: set[tuple[str, str, bytes]] = set()
        self._random = random.Random(seed)
        self._lock = Lock()
        self._kinds = cycle([unavailable, throttled])
        self.rate = 0.0
        self.set_rate(rate)

    def set_rate(self, rate: float) -> None:
        """Takes effect with the next request."""
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be at least 0 and below 1, got {rate}")
        self.rate = rate

    def draw(self, call: ApiCall) -> AwsRefusal | None:
        """The fault of this request, or nothing. Two threads never share a draw."""
        with self._lock:
            if self._throttles(call):
                return throttled(call)
            if self._random.random() >= self.rate:
                self._refused.discard(_same(call))
                return None
            kind = next(self._kinds)
        return kind(call)

    def _throttles(self, call: ApiCall) -> bool:
        """Refuses a call once, until one like it was let through."""
        if not self._throttling or get_account_id_from(call.access_key) not in self._throttling:
            return False
        if _same(call) in self._refused:
            return False
        self._refused.add(_same(call))
        return True


def _same(call: ApiCall) -> tuple[str, str, bytes]:
    """By what a call that is tried again is known."""
    return (call.access_key, call.name, call.body)
