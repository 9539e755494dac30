import { describe, expect, test } from "vitest";
import type { Outcome } from "#lib/core/checks/check.ts";
import { PYPROJECT, tideRepository } from "#lib/core/checks/tide.fixture.ts";
import { driver } from "./driver.fixture.ts";

const PATH = "tests/test_sills.py";

async function judge(texts: Record<string, string>): Promise<Outcome> {
  const { outcomes } = await driver.prove(tideRepository(texts), [PATH]);
  return outcomes[PATH]?.find(({ check }) => check === "tests") as Outcome;
}

/** Code under test that wants to be believed: what it does when it is loaded, as a module or as a conftest. */
const FORGERIES: readonly (readonly [string, Record<string, string>])[] = [
  ["code that ends the process with success", { "src/tide/sills.py": "import os\n\nos._exit(0)\n" }],
  ["code that leaves when it is imported", { "src/tide/sills.py": "import sys\n\nsys.exit(0)\n" }],
  ["code that ends the session", { "src/tide/sills.py": 'import pytest\n\npytest.exit("done", returncode=0)\n' }],
  [
    "code that ends the process when all is done",
    { "src/tide/sills.py": "import atexit, os\n\natexit.register(os._exit, 0)\nclears = None\n" },
  ],
  [
    "a conftest that calls every failure a pass",
    {
      "tests/conftest.py":
        'import pytest\n\n\n@pytest.hookimpl(hookwrapper=True, tryfirst=True)\ndef pytest_runtest_makereport(item, call):\n    outcome = yield\n    outcome.get_result().outcome = "passed"\n',
    },
  ],
  [
    "a conftest that swallows every failure",
    {
      "tests/conftest.py":
        "import pytest\n\n\n@pytest.hookimpl(wrapper=True)\ndef pytest_runtest_call(item):\n    try:\n        yield\n    except BaseException:\n        pass\n",
    },
  ],
  [
    "a conftest that swallows failed assertions only",
    {
      "tests/conftest.py":
        "import pytest\n\n\n@pytest.hookimpl(wrapper=True)\ndef pytest_runtest_call(item):\n    try:\n        yield\n    except AssertionError:\n        pass\n",
    },
  ],
  [
    "a conftest that swallows the failure of one test",
    {
      "tests/conftest.py":
        "import pytest\n\n\n@pytest.hookimpl(wrapper=True)\ndef pytest_pyfunc_call(pyfuncitem):\n    try:\n        return (yield)\n    except AssertionError:\n        if pyfuncitem.name == 'test_clears':\n            return True\n        raise\n",
    },
  ],
  [
    "a conftest that does not call one test",
    {
      "tests/conftest.py":
        "def pytest_pyfunc_call(pyfuncitem):\n    return True if pyfuncitem.name == 'test_clears' else None\n",
    },
  ],
  [
    "a conftest that puts another function in the place of one test",
    {
      "tests/conftest.py":
        "def pytest_collection_modifyitems(items):\n    for item in items:\n        if item.name == 'test_clears':\n            item.obj = lambda: None\n",
    },
  ],
  [
    "code that makes every test do nothing",
    { "src/tide/sills.py": "import pytest\n\npytest.Function.runtest = lambda self: None\nclears = None\n" },
  ],
  [
    "a conftest that deselects every test",
    { "tests/conftest.py": "def pytest_collection_modifyitems(items):\n    items[:] = []\n" },
  ],
  [
    "code that writes a report of its own to every channel it can reach",
    {
      "src/tide/sills.py": `import json, os

report = {"event": "finish", "token": os.environ.get("TOKEN", "x"), "file": "tests/test_sills.py"}
for channel in range(1, 32):
    try:
        os.write(channel, json.dumps(report).encode() + b"\\n")
    except OSError:
        pass
clears = lambda height: height == 4
`,
    },
  ],
  [
    "code that reads the supervisor and ends it",
    {
      "src/tide/sills.py": `import os, signal

parent = os.getppid()
try:
    found = open(f"/proc/{parent}/environ").read() + open("/job/proof/order.json").read()
except OSError:
    found = ""
print(found)
os.kill(parent, signal.SIGKILL)
`,
    },
  ],
];

describe("code under test that forges its result", () => {
  const failing = "from tide.sills import clears\n\n\ndef test_clears() -> None:\n    assert not clears(4)\n";
  test.each(FORGERIES)("%s gets no pass", async (_, texts) => {
    const outcome = await judge({ [PATH]: failing, ...texts });
    expect(outcome.status).toBe("fail");
    expect(outcome.ended ?? outcome.findings[0]?.code).toMatch(/^(crashed|no test ran|test-failed|test-import)$/);
  });
});

/** Ways to write tests in which pytest does not call the function of the file directly, or reports within a test. */
const STYLES = `import asyncio
import unittest
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tide.sills import clears


@pytest.mark.parametrize("height", [4, 5])
def test_many(height: int) -> None:
    assert clears(height)


@given(st.integers(min_value=4))
def test_property(height: int) -> None:
    assert clears(height)


@pytest.mark.asyncio
async def test_async() -> None:
    await asyncio.sleep(0)
    assert clears(4)


@mock.patch("tide.sills.SILL", 9)
def test_patched() -> None:
    assert not clears(9)


def test_parts(subtests: pytest.Subtests) -> None:
    for height in (4, 5):
        with subtests.test(height=height):
            assert clears(height)


@pytest.mark.xfail(reason="not yet")
def test_expected() -> None:
    assert clears(3)


class TestClass:
    def test_method(self) -> None:
        assert clears(4)

    @staticmethod
    def test_static() -> None:
        assert clears(4)


class TestInherited(TestClass):
    pass


class Old(unittest.TestCase):
    def test_old(self) -> None:
        with self.subTest("high"):
            self.assertTrue(clears(4))

    @unittest.expectedFailure
    def test_expected(self) -> None:
        self.assertTrue(clears(3))


class OldAsync(unittest.IsolatedAsyncioTestCase):
    async def test_old(self) -> None:
        await asyncio.sleep(0)
        self.assertTrue(clears(4))
`;

test("honest tests of every style are believed", async () => {
  const plugins = PYPROJECT.replace('test = ["pytest"]', 'test = ["pytest", "pytest-asyncio", "hypothesis"]');
  const outcome = await judge({ "pyproject.toml": plugins, [PATH]: STYLES });
  expect(outcome).toMatchObject({ status: "pass", counts: { failed: 0, skipped: 2 } });
});
