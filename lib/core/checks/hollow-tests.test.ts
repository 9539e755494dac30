import { expect, test } from "vitest";
import type { FileUnderCheck } from "./check.ts";
import { hollowTestsCheck } from "./hollow-tests.ts";

const linesIn = (text: string, path = "tests/unit/test_it.py") =>
  hollowTestsCheck.findings({ path, text } as FileUnderCheck, {} as never).map(({ line }) => line);

const HOLLOW = `"""Tests."""


def test_pass() -> None:
    pass


def test_words() -> None:
    """It works."""


async def test_later() -> None:
    ...
    return None


@pytest.mark.parametrize("n", [1])
def test_true(n: int) -> None:
    assert True
    assert "a message"


class TestIt:
    def test_method(self) -> None:
        # nothing yet
        pass
`;

const HONEST = `def test_call() -> None:
    run()


def test_compares() -> None:
    assert True is works()


def test_unpacks() -> None:
    one, two = pair()


def helper() -> None:
    pass


def test_raises() -> None:
    with pytest.raises(ValueError):
        run()
`;

test("a test that does nothing is found at its own line, however it is dressed", () => {
  expect(linesIn(HOLLOW)).toEqual([4, 8, 12, 18, 24]);
});

test("a test that does something is left to the run, and so are helpers and other files", () => {
  expect(linesIn(HONEST)).toEqual([]);
  expect(linesIn(HOLLOW, "src/pkg/test_data.py")).toEqual([]);
});
