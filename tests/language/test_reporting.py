"""Verbs of saying: their stances and forms, and that no other module lists them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizengine.language.reporting import verb_forms, verbs_of

ELSEWHERE = {
    "limiting_context.py": "remarks to the reader, as in 'as the name suggests'; not what somebody says",
}
"""Modules with a list in which verbs of saying are most of the words, and what it lists."""
FEWEST = 4


def lists(path: Path) -> Iterator[str]:
    """The strings of a module that consist mainly of verbs of saying or of their forms."""
    known = verbs_of("asserts", "doubts", "spoken to") | verb_forms("beside a quotation") | verb_forms("before that")
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and not re.search(r"[.!?]\s|\w,\s", node.value)
        ):
            words = re.findall(r"[a-z]{2,}", node.value)
            if len(known.intersection(words)) >= FEWEST and len(known.intersection(words)) * 2 > len(words):
                yield node.value


def test_every_list_of_verbs_of_saying_is_in_one_module(checkout: Path) -> None:
    modules = [*(checkout / "quizengine").rglob("*.py"), *checkout.glob("plugins/*/quizengine_*/**/*.py")]
    found = {path.name for path in modules if next(lists(path), None)}
    assert found - ELSEWHERE.keys() == {"reporting.py"}
    assert ELSEWHERE.keys() <= found


@pytest.mark.parametrize(
    ("verbs", "has", "lacks"),
    [
        (verbs_of("asserts"), "say", "think"),
        (verbs_of("believes", "doubts"), "deny", "say"),
        (verbs_of("spoken to"), "tell", "say"),
        (verbs_of("deed"), "promise", "remark"),
        (verbs_of("seldom speech"), "write", "say"),
        (verb_forms("before the speaker"), "replied", "told"),
        (verb_forms("beside a quotation"), "told", "noted"),
        (verb_forms("beside a quotation"), "shouted", "shout"),
        (verb_forms("of a person"), "believes", "shouted"),
        (verb_forms("before that"), "denies", "asked"),
        (verb_forms("before that"), "stresses", "stresss"),
        (verb_forms("before that"), "admitted", "admited"),
        (verb_forms("in writing"), "wrote", "said"),
    ],
)
def test_verbs_are_listed_by_stance_trait_and_use(verbs: frozenset[str], has: str, lacks: str) -> None:
    assert has in verbs
    assert lacks not in verbs
