"""Entities: every mention of somebody or something, and others of the same kind."""

from quizengine import Article
from quizengine.language import Entity, entities_in, entities_of_same_kind, entity_at

TEXT = """Bread and money

Maria Lopes founded a bakery in Lisbon in 1952. She sold it to Peter Okoye. Okoye, a baker, moved to Madrid, in Spain.

The University of Orra opened in 1901. It has many students. The university is the oldest in Spain.
"""
ARTICLE = Article(TEXT)


def entity(full: str) -> Entity:
    return next(one for one in entities_in(ARTICLE) if one.full == full)


def told(full: str) -> list[tuple[str, str]]:
    return [(mention.span.text, mention.form) for mention in entity(full).mentions]


def test_a_person_is_mentioned_by_name_and_by_pronoun() -> None:
    assert told("Maria Lopes") == [("Maria Lopes", "name"), ("She", "pronoun")]
    assert told("Peter Okoye") == [("Peter Okoye", "name"), ("Okoye", "short name")]


def test_an_it_and_a_description_are_mentions_where_they_are_certain() -> None:
    assert told("University of Orra") == [
        ("University of Orra", "name"),
        ("It", "pronoun"),
        ("university", "description"),
    ]


def test_an_entity_is_found_by_any_of_its_mentions() -> None:
    assert entity_at(next(ARTICLE.find("She"))) is entity("Maria Lopes")
    assert entity_at(next(ARTICLE.find("many students"))) is None


def test_the_article_goes_with_a_name_that_is_written_with_it() -> None:
    assert entity("University of Orra").written == "the University of Orra"
    assert entity("Lisbon").written == "Lisbon"


def test_others_of_the_same_kind_are_of_exactly_the_same_kind() -> None:
    assert [other.full for other in entities_of_same_kind(entity("Maria Lopes"))] == ["Peter Okoye"]
    assert [other.full for other in entities_of_same_kind(entity("Lisbon"))] == ["Madrid"]  # and not the country


def test_no_kind_is_no_option() -> None:
    [quarv] = entities_in(Article("A day\n\nPeople liked Quarv. It was said that Quarv stayed.\n"))
    assert quarv.kind == "other" and entities_of_same_kind(quarv) == ()
