"""Runs the tests of a repository in a child process and tells what really happened.

Standard output ends with one line that only this process can write: a secret, and the report as JSON. The secret comes
in a file that is gone before any code under test begins, and this process cannot be read by others of its user.
"""

import ctypes
import json
import os
import secrets
import select
import subprocess
import sys
import threading
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

from database import Database, start_database
from environment import make_environment
from measure import Standing

HERE = Path(__file__).parent
# Code under test may write there: from here on nothing is imported from it.
sys.path.remove(str(HERE))
PR_SET_DUMPABLE = 4
MAX_EVENT_BYTES = 4_000_000
TAIL_BYTES = 3000
MAX_FAILURES = 60


def main() -> None:
    order_file = HERE / "order.json"
    order = json.loads(order_file.read_bytes())
    order_file.unlink()
    ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    database = start_database(order["database"]) if order["database"] else None
    environment = make_environment(Path.cwd(), order["package"])
    if database:
        environment[order["database"]["variable"]] = order["database"]["address"]
    standing = Standing(Path.cwd()) if order["measure"] else None
    record = Record(secrets.token_hex())
    report = run(order, environment, database, record)
    report["database"] = database.state if database else None
    # Whatever is left running belongs to the tests; this process is the one exception of kill(-1).
    os.kill(-1, 9)
    report["coverage"] = standing.measure(record.ran, record.unmeasured) if standing and record.finished else None
    sys.stdout.write("\n" + order["secret"] + json.dumps(report) + "\n")


class Record:
    """What the child has told so far. A line without the token is the work of code under test."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.files: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.failures: list[dict[str, object]] = []
        self.skips: dict[str, str] = {}
        self.canaries: dict[str, bool] = {}
        self.at: str | None = None
        self.begun = 0
        self.finished = False
        self.tampered: str | None = None
        self.ran: dict[str, list] = {}
        self.unmeasured: str | None = None

    def take(self, line: bytes) -> None:
        try:
            event = json.loads(line)
            if event.pop("token") != self.token:
                raise KeyError
        except (ValueError, KeyError, AttributeError, TypeError):
            self.tampered = "something else wrote into the report"
            return
        kind, file = event.pop("event"), event.pop("file", "")
        if kind == "at":
            self.at, self.begun = event["id"], self.begun + 1
        elif kind == "count":
            self.files[file][event["what"]] += event.get("by", 1)
        elif kind == "failure":
            if len(self.failures) < MAX_FAILURES:
                self.failures.append({"file": file, **event})
        elif kind == "skip":
            self.skips.setdefault(file, event["reason"])
        elif kind == "canary":
            self.canaries[file] = event["failed"]
        elif kind == "ran":
            self.ran[file] = event["what"]
        elif kind == "unmeasured":
            self.unmeasured = event["reason"]
        elif kind == "forged":
            self.tampered = event["what"]
        elif kind == "finish":
            self.finished, self.at = True, None


def run(order: dict, environment: dict[str, str], database: Database | None, record: Record) -> dict[str, object]:
    reading, writing = os.pipe()
    child = subprocess.Popen(
        [environment["PROOF_PYTHON"], "-P", str(HERE / "session.py")],
        env={**os.environ, **order["environment"], **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=[writing],
    )
    os.close(writing)
    tail = Tail(child.stdout)
    told = {"token": record.token, "channel": writing, **{key: order[key] for key in ("arguments", "measure")}}
    threading.Thread(target=instruct, args=(child.stdin, told, database), daemon=True).start()
    ended = follow(child, reading, record, order["limits"])
    code = child.wait()
    if ended is None and out_of_memory():
        ended = "memory limit"
    return {
        "exit": code,
        "ended": ended,
        "at": record.at,
        "finished": record.finished,
        "tampered": record.tampered,
        "files": record.files,
        "failures": record.failures,
        "skips": record.skips,
        "canaries": record.canaries,
        "output": tail.text(),
    }


def instruct(stdin, told: dict, database: Database | None) -> None:
    """Tell the child what to do, and as soon as the database is there, or is known not to come, to begin."""
    with suppress(BrokenPipeError):
        stdin.write(json.dumps(told).encode() + b"\n")
        stdin.flush()
        without = [] if database is None or database.wait() else [database.asked["variable"]]
        stdin.write(json.dumps(without).encode() + b"\n")
        stdin.flush()


def follow(child: subprocess.Popen, reading: int, record: Record, limits: dict) -> str | None:
    """Take events until the child ends; end it when it takes too long or says too much."""
    os.set_blocking(reading, False)
    rest, total, over = b"", 0, False
    session, test, running = Clock(child, limits["session"]), Clock(child, limits["test"]), 0
    while not over:
        over = child.poll() is not None
        ready, _, _ = select.select([reading], [], [], 0 if over else 0.1)
        while ready:
            try:
                chunk = os.read(reading, 65536)
            except BlockingIOError:
                break
            if not chunk:
                break
            total += len(chunk)
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                record.take(line)
            if total > MAX_EVENT_BYTES:
                child.kill()
                return "output limit"
        if not over and record.begun != running:
            running, test = record.begun, Clock(child, limits["test"])
        if not over and (session.ran_out() or test.ran_out()):
            child.kill()
            return "time limit"
        if ready and not over and not chunk:
            time.sleep(0.02)
    return None


class Clock:
    """Time since now: on the wall, and in work. A busy machine makes a test slow, but not wrong."""

    def __init__(self, child: subprocess.Popen, limits: dict[str, float]) -> None:
        self.stat = Path(f"/proc/{child.pid}/stat")
        self.limits = limits
        self.begun, self.worked = time.monotonic(), self.work()

    def work(self) -> float:
        fields = self.stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def ran_out(self) -> bool:
        return time.monotonic() - self.begun > self.limits["wall"] or self.work() - self.worked > self.limits["work"]


class Tail:
    """The last words of a process, read while it runs so that it never waits for a reader."""

    def __init__(self, stream) -> None:
        self.stream, self.bytes = stream, b""
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self) -> None:
        while chunk := self.stream.read1(65536):
            self.bytes = (self.bytes + chunk)[-TAIL_BYTES:]

    def text(self) -> str:
        self.thread.join(timeout=0.5)
        return self.bytes.decode(errors="replace")


def out_of_memory() -> bool:
    """Whether the kernel ended a process of this container for want of memory (cgroup 2, then 1)."""
    for name in ("memory.events", "memory/memory.oom_control"):
        try:
            lines = Path("/sys/fs/cgroup", name).read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        return any(int(count) > 0 for key, count in map(str.split, lines) if key == "oom_kill")
    return False


if __name__ == "__main__":
    main()
