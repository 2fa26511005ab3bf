"""docs/hooks.md: every hook with its signature, and a complete plugin that works as a loose file."""

import inspect
from pathlib import Path

import pytest

from list_hooks import PAGE, example_of, hooks, hooks_page
from quizengine import Article, start
from quizengine.testing import plugin_checks

RIVER = Article("The Senn\n\nThe Senn is a river in the north. It is 41 km long and flows into the lake.\n", "senn.txt")
BANK = """format: quizengine/1
title: Words
questions:
  - type: anagram
    stem: Which planet is it?
    answer: Saturn
"""


def test_the_page_is_made_from_the_docstrings_as_they_are() -> None:
    assert PAGE.read_text("utf-8") == hooks_page()


def test_a_hook_without_an_example_is_noticed() -> None:
    def quizengine_stickers() -> None:
        """Offer stickers."""

    with pytest.raises(ValueError, match="no example in the docstring of quizengine_stickers"):
        example_of(quizengine_stickers)


@pytest.mark.parametrize("name", hooks())
def test_the_page_has_each_hook_with_its_signature(name: str) -> None:
    signature = str(inspect.signature(hooks()[name])).partition(" ->")[0]
    assert f"\n## `{name}{signature}`\n" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("name", hooks())
def test_each_example_works_as_a_loose_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "plugins" / f"{name}_example.py"
    path.parent.mkdir()
    path.write_text(example_of(hooks()[name]), "utf-8")
    (path.parent / "banks").mkdir()
    (path.parent / "banks" / "words.yaml").write_text(BANK.replace("anagram", "short_text"), "utf-8")
    (tmp_path / "anagrams.yaml").write_text(BANK, "utf-8")
    assert start(tmp_path, strict=True).registry.offered[path.stem]
    checks = plugin_checks(path, [RIVER], [tmp_path / "anagrams.yaml"])
    assert len(checks) >= 2
    for check in checks:
        assert check.outcome(), check
