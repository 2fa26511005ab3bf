"""Names that can take one another's place."""

from quizengine import Article
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.name_slots import name_slots, shown_words
from quizengine_cause_and_effect.relation_sentences import relation_sentence
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.replacement_names import other_names


def swaps(text: str) -> dict[str, list[str]]:
    relation = next(fact for fact in find(Article(text)) if isinstance(fact, CausalRelation))
    sentence = relation_sentence(relation)
    return {slot.full: other_names(relation.effect.article, slot, sentence) for slot in name_slots(sentence)}


def test_a_country_is_swapped_for_other_countries_only() -> None:
    text = "Ireland, Spain, Lisbon, Ohio and Ada Moss bought bread. "
    assert swaps(text + "Irish farmers moved to Denmark because of heavy losses at home.")["Denmark"] == [
        "Ireland",
        "Spain",
    ]


def test_names_of_one_country_are_never_swapped() -> None:
    text = "The Soviet Union fell. Irish farmers moved to Russia because of the storm of 1953."
    assert swaps(text)["Russia"] == []


def test_names_that_share_a_word_may_be_one_and_are_never_swapped() -> None:
    text = "Ada Lopes met Peter Okoye. Ada Moss left Cork because of heavy losses at home."
    assert swaps(text)["Ada Moss"] == ["Peter Okoye"]


def test_where_something_happened_stays_as_it_may_have_happened_elsewhere_too() -> None:
    text = "Spain buys bread. In Ireland, the storm of 1953 caused heavy losses among farmers of Denmark."
    assert "Ireland" not in swaps(text)


def test_a_title_goes_with_its_name() -> None:
    text = "Sen. Peter Lee met Ada Moss. Texas Gov. Marco Diaz left Cork because of heavy losses at home."
    relation = next(fact for fact in find(Article(text)) if isinstance(fact, CausalRelation))
    sentence = relation_sentence(relation)
    assert [shown_words(sentence, slot.tokens) for slot in name_slots(sentence)] == ["Texas Gov. Marco Diaz"]


def test_whose_deed_it_is_makes_a_statement_false() -> None:
    text = "Ada Moss met Peter Okoye. Marco Diaz's letter caused heavy losses in Cork."
    assert swaps(text) == {"Marco Diaz": ["Ada Moss", "Peter Okoye"]}


def test_whose_ships_they_are_does_not_as_others_have_ships_too() -> None:
    text = "Ada Moss met Peter Okoye. Marco Diaz's ships caused heavy losses in Cork."
    assert swaps(text) == {}


def test_a_country_in_an_aim_is_swapped() -> None:
    text = "Spain buys bread. Marco Diaz founded a bakery in 1896 to pursue greater trade opportunities in Denmark."
    assert swaps(text)["Denmark"] == ["Spain"]


def test_whose_child_somebody_is_is_not_swapped_as_the_surname_tells() -> None:
    text = "Ada Moss met Peter Okoye. Tom Reed met the son of Marco Diaz in 1904 because of heavy losses at home."
    assert "Marco Diaz" not in swaps(text)
    assert "Marco Diaz" in swaps(text.replace("the son of", "the friend of"))


def test_a_name_at_the_end_of_quoted_words_is_not_swapped() -> None:
    text = "Spain buys bread. Marco Diaz founded a bakery in 1896 to pursue the “old trade opportunities in Denmark”."
    assert "Denmark" not in swaps(text)
    assert "Denmark" in swaps(text.replace("“", "").replace("”", ""))
