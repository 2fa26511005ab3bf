"""Every check finds its hits and leaves its misses alone: those of its record, and those of the readable cases."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizengine.checks import FAMILIES
from quizengine.checks.notation import parse_notation
from quizengine.extensions.records import Check
from quizengine.generation.pairs import review_pairs
from quizengine.generation.review import review
from quizengine.text.article import Article

CHECKS = {check.name: check for family in FAMILIES.values() for check in family}
FILES = sorted(Path(__file__).parent.joinpath("cases").glob("*.md"))


def cases(path: Path) -> Iterator[tuple[str, str, str, str]]:
    """The lines of a file of cases: the check, hit or miss, the line, and the article that evidence points into."""
    text = path.read_text("utf-8")
    article = " ".join(line.removeprefix("> ") for line in text.splitlines() if line.startswith("> "))
    for section in re.split(r"(?m)^## ", text)[1:]:
        name, *lines = section.splitlines()
        yield from ((name, kind, line, article) for kind, _, line in (one.partition(": ") for one in lines if one))


WRITTEN = [case for path in FILES for case in cases(path)]
ARTICLE = WRITTEN[0][3]
OF_RECORDS = [
    (check.name, kind, line, ARTICLE)
    for check in CHECKS.values()
    for kind, line in (("hit", check.hit), ("miss", check.miss))
]


def found(check: Check, line: str, article: Article) -> list[str]:
    questions = parse_notation(line, article)
    alone = [str(f) for question in questions for f in review(question, [check], article).findings]
    pairs = review_pairs(questions, [check])
    assert pairs.faults == ()
    return alone + [str(finding) for _, finding in pairs.findings]


@pytest.mark.parametrize(("name", "kind", "line", "text"), OF_RECORDS + WRITTEN)
def test_a_hit_is_found_and_a_miss_is_not(name: str, kind: str, line: str, text: str) -> None:
    findings = found(CHECKS[name], line, Article(text))
    assert kind in ("hit", "miss")
    assert bool(findings) == (kind == "hit"), findings or f"{name} found nothing in: {line}"


def test_every_check_has_five_hits_and_five_misses() -> None:
    lines = [(name, kind) for name, kind, _, _ in OF_RECORDS + WRITTEN]
    assert {name for name, _ in lines} == set(CHECKS)
    assert {(name, kind): lines.count((name, kind)) for name, kind in lines if lines.count((name, kind)) < 5} == {}


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.name)
def test_a_check_says_why_by_whose_authority_and_in_plain_words(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.name)
    assert check.why.endswith(".") and check.authority
    assert check.look.__doc__ or check.between


def test_names_are_unique() -> None:
    names = [check.name for family in FAMILIES.values() for check in family]
    assert len(names) == len(set(names))
