"""Starts a local AWS organization in this process: moto, our extensions, and the seeded state.

Prints one JSON line on stdout when it is ready; everything else goes to stderr. It ends when stdin closes, so that it
never outlives the process that started it.
"""

import argparse
import json
import os
import signal
import sys
from pathlib import Path
from threading import Thread
from typing import Any

"""More than any answer has, in bytes: one that does not fit goes out in pieces."""
ANSWER_BUFFER = 1024 * 1024


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 takes any free port")
    parser.add_argument("--seed", type=Path, required=True, help="the organization, as JSON")
    parser.add_argument("--fault-rate", type=float, default=0.0, help="share of requests that fail on purpose")
    parser.add_argument("--fault-seed", type=int, default=1)
    parser.add_argument("--latency-ms", type=float, default=0.0)
    return parser.parse_args()


def end_with_parent() -> None:
    """The other end of stdin closes when the parent dies, whatever killed it."""
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    arguments = parse_arguments()
    # moto prints to stdout now and then, and the parent reads our one line from there.
    ready_line, sys.stdout = sys.stdout, sys.stderr
    # One account for every caller would hide each mistake about accounts that this emulator is there to find.
    os.environ.pop("MOTO_ACCOUNT_ID", None)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    # Ctrl-C reaches the whole process group; Terraform needs us until it has stopped in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=end_with_parent, daemon=True).start()

    # Imported late: moto takes a second, and reads the environment while it is imported.
    from werkzeug.serving import WSGIRequestHandler, make_server

    import extensions
    from gateway import event_log
    from gateway.app import Gateway
    from gateway.faults import Faults
    from seeding.organization import seed_organization

    class Handler(WSGIRequestHandler):
        """Sends each answer in one piece.

        Unbuffered, headers and body are two packets. Every connection ends with its answer ("Connection: close"), and a
        client that sees the headers alone may close first and repeat a call that succeeded.
        """

        wbufsize = ANSWER_BUFFER

        def log_request(self, *_: Any) -> None:
            """The gateway logs each call in AWS terms; werkzeug's line would repeat it."""

    event_log.start()
    extensions.load()
    seed = json.loads(arguments.seed.read_text())
    credentials = seed_organization(seed)
    faults = Faults(arguments.fault_rate, arguments.fault_seed, seed.get("throttlingAccounts", []))
    gateway = Gateway(faults, arguments.latency_ms / 1000)
    server = make_server(arguments.host, arguments.port, gateway, threaded=True, request_handler=Handler)
    ready = {"endpoint": f"http://127.0.0.1:{server.port}", "credentials": credentials}
    print(json.dumps(ready), file=ready_line, flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
