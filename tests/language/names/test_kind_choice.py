"""The kind of each name, and whether it is sure."""

import pytest

from quizengine.language.names import Name, names_in
from quizengine.text.article import Article

TEXT = """The harbour

Maria Lopes founded the Orra Bakery in Lisbon. Lopes, a baker, sold the company to Peter Okoye.
"We are glad," Okoye said.

The University of Cambridge and the National Trust paid for the film Green Lagoon, which was shown in the United States.
The city of Porto, in Portugal, lost many people. The European Commission said
so after World War II and the Battle of Hastings.
"""


def named(full: str) -> Name:
    return next(name for name in names_in(Article(TEXT)) if name.full == full)


@pytest.mark.parametrize(
    ("full", "kind"),
    [
        ("Maria Lopes", "person"),
        ("Peter Okoye", "person"),
        ("Lisbon", "place"),
        ("Portugal", "place"),
        ("United States", "place"),
        ("European Commission", "organisation"),
        ("World War II", "event"),
        ("Battle of Hastings", "event"),
        ("Green Lagoon", "work"),
    ],
)
def test_a_kind_is_sure_where_name_and_sentence_tell(full: str, kind: str) -> None:
    assert (named(full).kind, named(full).sure_kind) == (kind, True)


def test_a_kind_that_nothing_tells_is_not_sure() -> None:
    [name] = names_in(Article("A day\n\nPeople liked Quarv. It was said that Quarv stayed.\n"))
    assert not name.sure_kind


def test_the_surname_alone_is_of_the_kind_of_the_full_name() -> None:
    assert [mention.text for mention in named("Maria Lopes").mentions] == ["Maria Lopes", "Lopes"]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("The Toronto Star said that he had left.", "Toronto Star"),
        ("Quarterback Will Stand For Anthem As Team Stays Inside", "Will Stand"),
        ("He played his Cello Concerto in London, and he liked it.", "Cello Concerto"),
    ],
)
def test_what_only_looks_like_a_person_is_not_surely_one(text: str, full: str) -> None:
    people = [name.full for name in names_in(Article(f"A day\n\n{text}\n")) if name.kind == "person" and name.sure_kind]
    assert not any(full in name for name in people)
