"""Runs a command that must not outlive whoever asked for it, as an installation of packages.

The parent holds our stdin open. If it closes before the command has ended, whatever ended the parent, then the command
ends with all that it started, and its half-made folder goes.

usage: with_parent.py FOLDER COMMAND [ARGUMENT...]
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread


def main() -> None:
    folder, *command = sys.argv[1:]
    # Ctrl-C reaches the whole foreground group; the parent hears it too, and decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # pip leaves what it unpacks behind when it is killed: in here it goes with the folder.
    temporary = Path(folder, "temporary")
    temporary.mkdir(exist_ok=True)
    env = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)}
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True, env=env)
    orphaned = Event()

    def end() -> None:
        sys.stdin.buffer.read()
        orphaned.set()
        end_group(child)
        child.wait()
        shutil.rmtree(folder, ignore_errors=True)

    watch = Thread(target=end, daemon=True)
    watch.start()
    signal.signal(signal.SIGTERM, lambda *_: end_group(child))
    code = child.wait()
    if orphaned.is_set():
        watch.join()
    shutil.rmtree(temporary, ignore_errors=True)
    sys.stdout.flush()
    # The thread still reads stdin; an orderly exit would wait for its lock.
    os._exit(code if code >= 0 else 128 - code)


def end_group(child: "subprocess.Popen[bytes]") -> None:
    """The command leads a process group of its own; Windows knows no such thing."""
    if not hasattr(os, "killpg"):
        child.kill()
        return
    try:
        os.killpg(child.pid, signal.SIGKILL)
    except ProcessLookupError:
        return


if __name__ == "__main__":
    main()
