"""One pytest session. Tells each thing that happens to the process that started it, as lines of JSON on a pipe."""

import json
import os
import sys
import warnings
from pathlib import Path

import pytest

ROOT = Path.cwd()
MAX_MESSAGE = 700
MAX_FRAMES = 40


class CanaryError(AssertionError):
    """Raised by a test that must fail, as tests fail: where it is reported as passed, reports are worth nothing."""


def teller(channel: int, token: str):
    """Return a function that tells one event. What it needs is bound here, before code under test can replace it."""
    write, dumps, getpid = os.write, json.dumps, os.getpid
    own = getpid()

    def tell(event: str, **more: object) -> None:
        if getpid() == own:
            write(channel, dumps({"token": token, "event": event, **more}).encode() + b"\n")

    return tell


class Recorder:
    """A pytest plugin. It believes exceptions, not reports: those can be rewritten by a conftest."""

    def __init__(self, tell, orders) -> None:
        self.tell = tell
        self.orders = orders
        self.canaries: set[pytest.Item] = set()
        self.returns = Returns()

    def pytest_collectstart(self, collector: pytest.Collector) -> None:
        if isinstance(collector, pytest.Module):
            self.tell("at", id=relative(collector.path))

    def pytest_itemcollected(self, item: pytest.Item) -> None:
        self.tell("count", file=relative(item.path), what="collected")
        self.returns.expect(item)

    def pytest_deselected(self, items: list[pytest.Item]) -> None:
        for item in items:
            self.tell("count", file=relative(item.path), what="deselected")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Put a test that must fail behind the last test of each file, when nobody can deselect it any more."""
        last = {item.getparent(pytest.Module): place for place, item in enumerate(session.items)}
        for module, place in sorted(last.items(), key=lambda pair: -pair[1] if pair[0] else 0):
            if module is not None:
                canary = pytest.Function.from_parent(module, name="test_is_reported_honestly", callobj=must_fail)
                self.canaries.add(canary)
                session.items.insert(place + 1, canary)
        # The database starts while the tests are collected; without one, nobody may look for it.
        for variable in json.loads(self.orders.readline()):
            os.environ.pop(variable, None)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.tell("at", id=nodeid)
        self.returns.begin()

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo):
        raised, when = call.excinfo, call.when
        report = yield
        file = relative(item.path)
        if item in self.canaries:
            # Its marks or fixtures may fail before it does; what counts is that a failure stays one.
            if raised is not None and when != "teardown":
                self.tell("canary", file=file, failed=not report.passed)
            return report
        self.judge(item, file, raised, when, report)
        return report

    def judge(self, item, file, raised, when, report) -> None:
        expected = hasattr(report, "wasxfail")
        skipped = raised is not None and raised.errisinstance(pytest.skip.Exception)
        if raised is not None and not skipped and not expected and not report.failed:
            self.tell("forged", what=f"the failure of {item.nodeid} was reported as {report.outcome}")
        if report.failed or (raised is not None and not skipped and not expected):
            self.tell("count", file=file, what="failed")
            self.tell("failure", file=file, id=item.nodeid, **told(raised, report, when))
        elif skipped or (expected and report.skipped):
            self.tell("count", file=file, what="skipped")
            if skipped:
                self.tell("skip", file=file, reason=str(raised.value)[:300])
        elif when == "call":
            self.tell("count", file=file, what="passed")
            self.returns.passed = True
        if when == "teardown" and self.returns.lack(item):
            self.tell("forged", what=f"{item.nodeid} passed, and its function never came to its end")

    def pytest_exception_interact(self, node, call, report) -> None:
        """A file that cannot be collected: its tests never begin."""
        if isinstance(report, pytest.CollectReport):
            file = relative(node.path)
            self.tell("count", file=file, what="failed")
            self.tell("failure", file=file, id=file, **told(call.excinfo, report, "import"))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        self.tell("finish")


class Returns:
    """Which tests came to their own end: hooks can say so of a test that was never called, or that raised."""

    TOOL = 3  # Debuggers, coverage.py and profilers have numbers of their own.

    def __init__(self) -> None:
        self.codes: dict[pytest.Item, object] = {}
        self.returned: set[object] = set()
        self.passed = False
        # Python 3.11 has no such events.
        self.events = getattr(sys, "monitoring", None)
        if self.events:
            self.events.use_tool_id(self.TOOL, "proof")
            self.events.register_callback(self.TOOL, self.events.events.PY_RETURN, self.note)

    def note(self, code, offset, value) -> None:
        self.returned.add(code)

    def expect(self, item: pytest.Item) -> None:
        """Remember the function as its file defines it, before anybody can put another one in its place."""
        name = getattr(item, "originalname", None)
        code = getattr(getattr(getattr(item.parent, "obj", None), name or "", None), "__code__", None)
        if self.events and code is not None:
            self.codes[item] = code
            self.events.set_local_events(self.TOOL, code, self.events.events.PY_RETURN)

    def begin(self) -> None:
        self.returned.clear()
        self.passed = False

    def lack(self, item: pytest.Item) -> bool:
        """Whether this test was reported as passed without having returned."""
        return self.passed and item in self.codes and self.codes[item] not in self.returned


class Measure:
    """A pytest plugin: coverage by the repository's own settings, begun and ended where pytest-cov does it."""

    def __init__(self, tell) -> None:
        import coverage  # It takes its time, and few sessions are measured.

        self.library, self.coverage = coverage, None
        self.tell = tell

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_load_initial_conftests(self, early_config: pytest.Config):
        if getattr(early_config.known_args_namespace, "cov_source", None):
            self.tell("unmeasured", reason="the repository's own options for pytest measure coverage already")
        else:
            self.attempt(self.begin)
        return (yield)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self):
        done = yield
        if self.coverage is not None:
            self.attempt(self.end)
        return done

    def attempt(self, step) -> None:
        """Do one step. Whatever it warns of or fails with must not become a result of the tests."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                step()
        except Exception as error:
            self.coverage = None
            self.tell("unmeasured", reason=f"coverage.py: {error}"[:300])

    def begin(self) -> None:
        self.coverage = self.library.Coverage(data_file=None)
        self.coverage.start()

    def end(self) -> None:
        self.coverage.stop()
        data = self.coverage.get_data()
        for file in data.measured_files():
            ran = data.arcs(file) if data.has_arcs() else data.lines(file)
            if ran and file.startswith(f"{ROOT}/"):
                self.tell("ran", file=relative(file), what=ran)


def must_fail() -> None:
    raise CanaryError


def told(raised, report, when: str) -> dict[str, object]:
    """What went wrong, and through which lines of the repository it came, the innermost last."""
    if raised is None:
        return {"when": when, "message": str(report.longrepr)[:MAX_MESSAGE], "frames": []}
    error = raised.value.__cause__ if when == "import" and raised.value.__cause__ else raised.value
    frames, trace = [], error.__traceback__
    while trace is not None:
        place = trace.tb_frame.f_code.co_filename
        if place.startswith(f"{ROOT}/"):
            frames.append([relative(place), trace.tb_lineno])
        trace = trace.tb_next
    if isinstance(error, SyntaxError) and (error.filename or "").startswith(f"{ROOT}/"):
        frames.append([relative(error.filename), error.lineno or 1])
    text = raised.exconly(tryshort=True) if error is raised.value else f"{type(error).__name__}: {error}"
    return {"when": when, "message": text[:MAX_MESSAGE], "frames": frames[-MAX_FRAMES:]}


def relative(path) -> str:
    text = str(path)
    return text.removeprefix(f"{ROOT}/")


def main() -> int:
    # pytest closes standard input to code under test; what is still to come is read from a copy.
    orders = os.fdopen(os.dup(0))
    order = json.loads(orders.readline())
    channel = order["channel"]
    os.set_inheritable(channel, False)
    tell = teller(channel, order["token"])
    plugins = [Recorder(tell, orders), *([Measure(tell)] if order["measure"] else [])]
    return pytest.main(order["arguments"], plugins=plugins)


if __name__ == "__main__":
    sys.exit(main())
