"""Faults on purpose: a share of the requests is answered with an error before anything is done.

AWS throttles and fails now and then; a deployment that cannot take it is not ready. The draw is seeded, so that a trial
that failed can be repeated.
"""

import random
from itertools import cycle
from threading import Lock

from refusal import AwsRefusal

MESSAGE = "an injected fault of the emulator: nothing was done, retry the request"


class Faults:
    """Decides for each request whether it fails, and how."""

    def __init__(self, rate: float, seed: int) -> None:
        self._random = random.Random(seed)
        self._lock = Lock()
        self._kinds = cycle([("ServiceUnavailable", 503), ("ThrottlingException", 400)])
        self.rate = 0.0
        self.set_rate(rate)

    def set_rate(self, rate: float) -> None:
        """Takes effect with the next request."""
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be at least 0 and below 1, got {rate}")
        self.rate = rate

    def draw(self) -> AwsRefusal | None:
        """The fault of this request, or nothing. Two threads never share a draw."""
        with self._lock:
            if self._random.random() >= self.rate:
                return None
            code, status = next(self._kinds)
        return AwsRefusal(code, MESSAGE, status)
