"""The page about all checks is printed from their records, and says of each what an author needs."""

from pathlib import Path

from quizengine.checks import FAMILIES
from quizengine.checks.page import checks_page, explain_check, looks_for
from quizengine.extensions.records import Check

CHECKS = [check for family in FAMILIES.values() for check in family]


def test_the_page_in_docs_is_the_one_that_is_printed(checkout: Path) -> None:
    written = (checkout / "docs" / "checks.md").read_text("utf-8")
    assert written == checks_page(FAMILIES), "run: quizengine check --explain all > docs/checks.md"


def test_every_check_stands_on_the_page_with_level_hit_miss_and_authority() -> None:
    rows = [line for line in checks_page(FAMILIES).splitlines() if line.startswith("| `")]
    assert len(rows) == len(CHECKS)
    for check, row in zip(CHECKS, rows, strict=True):
        cells = [cell.strip() for cell in row.replace("\\|", "/").strip("|").split("|")]
        assert cells[:2] == [f"`{check.name}`", check.level]
        assert len(cells) == 6 and all(cells), row


def test_a_check_is_explained_with_what_it_finds_why_and_examples() -> None:
    said = explain_check(next(check for check in CHECKS if check.name == "too-few-options"))
    assert said.splitlines()[:2] == ["too-few-options (note)", "  Found when a single choice has one distractor."]
    assert "  Hit:  What did the ferry carry? = rye ~ coal" in said


def test_a_check_of_a_plugin_without_examples_is_explained_by_what_it_has() -> None:
    plain = Check("calm", lambda question, article: (), "Capitals shout.")
    assert looks_for(plain) == "Capitals shout"
    assert explain_check(plain).splitlines() == [
        "calm (error)",
        "  Found when Capitals shout.",
        "  Why: Capitals shout.",
    ]
