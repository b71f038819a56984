"""One line per call, on stderr, without ever making a caller wait.

A parent that is busy does not read our pipe; if a full pipe blocked us, Terraform would hang as long as the parent
waits for Terraform. Lines that do not fit are dropped.
"""

import sys
from queue import Full, Queue
from threading import Thread

CAPACITY = 100_000
_lines: "Queue[str]" = Queue(CAPACITY)


def write(line: str) -> None:
    try:
        _lines.put_nowait(line)
    except Full:
        return


def start() -> None:
    Thread(target=_drain, daemon=True).start()


def _drain() -> None:
    while True:
        sys.stderr.write(f"{_lines.get()}\n")
        sys.stderr.flush()
