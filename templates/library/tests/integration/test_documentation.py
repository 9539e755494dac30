"""Every console example in the README and in docs/ gives what it prints."""

import doctest
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.integration

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/**/*.md")])
EXAMPLE = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_examples_give_the_printed_result(page: Path) -> None:
    text = "\n".join(EXAMPLE.findall(page.read_text(encoding="utf-8")))
    example = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    assert doctest.DocTestRunner().run(example).failed == 0


def test_documentation_has_examples() -> None:
    assert any(EXAMPLE.search(page.read_text(encoding="utf-8")) for page in PAGES)
