"""Wrong options: of the key's form, and none that could be true."""

from random import Random

import pytest

from quizengine import Article
from quizengine_cause_and_effect.distractors import distractors, fitting
from quizengine_cause_and_effect.drafts import CAUSE, Draft
from quizengine_cause_and_effect.endings import ending
from quizengine_cause_and_effect.finding import find
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.pool import form_of, offered
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.stems import drafts

VALLEY = """The storm of 1953 caused heavy losses among the fishing fleet.

Cheap imports sparked a long dispute over milk. Old steam engines attract 4,000 visitors a year.

A gift from a steel magnate enabled the museum to buy two lorries. Three young teachers painted the village school."""


def chosen(text: str) -> dict[str, list[str]]:
    relations = [found for found in find(Article(text)) if isinstance(found, CausalRelation)]
    return {
        draft.stem: [span.text for span in distractors(draft, relation, relations, Random(1))]
        for relation in relations
        for draft in drafts(relation)
        if isinstance(draft, Draft) and draft.direction == CAUSE
    }


FORMS = [
    ("The storm of 1953", Form.PHRASE),
    ("the storm broke two piers", Form.CLAUSE),
    ("to close the bridge", Form.MOTIVE),
    ("closing the bridge", Form.ACTION),
    ("because of", None),
]


@pytest.mark.parametrize(("text", "form"), FORMS, ids=[text for text, _ in FORMS])
def test_the_form_of_words(text: str, form: Form | None) -> None:
    assert form_of(Article(text).span(0, len(text))) is form


def test_an_article_offers_stretches_of_every_form() -> None:
    article = Article("On Monday, the council voted to close the bridge. By closing it, the town saved 300 pounds.")
    assert [span.text for span in offered(article, Form.MOTIVE)] == ["to close the bridge", "saved 300 pounds"]
    assert [span.text for span in offered(article, Form.DEED)] == ["close the bridge", "saved 300 pounds"]
    assert "the council" in [span.text for span in offered(article, Form.PHRASE)]


OFFERED = [
    ("The mayor spoke of a declaration of war on behalf of the board.", "war on behalf of the board"),
    ("Demand for light in the residential and public sectors rose.", "Demand for light in the residential"),
    ("The board sent the town food supplies.", "the town food supplies"),
    ("The board bought coal, rye and oats.", "coal"),
    ("The storm gave new life to hopes, which added weight to old plans.", "weight to old plans"),
    ("Eels are poor swimmers.", "poor swimmers"),
]


@pytest.mark.parametrize(("text", "cut"), OFFERED, ids=[cut for _, cut in OFFERED])
def test_no_phrase_is_cut_or_comes_of_something(text: str, cut: str) -> None:
    assert cut not in [span.text for span in offered(Article(text), Form.PHRASE)]


def test_a_clause_is_offered_from_within_its_sentence() -> None:
    article = Article("Traders say that the old mill closed in May, and ferries ran late.")
    assert "the old mill closed in May" in [span.text for span in offered(article, Form.CLAUSE)]


def test_a_clause_without_its_that_is_not_offered_from_a_relative_clause() -> None:
    article = Article("The threat that the old mill poses to the town, is growing.")
    assert "the old mill poses to the town" not in [span.text for span in offered(article, Form.CLAUSE)]


def test_a_sentence_too_long_to_read_offers_nothing() -> None:
    assert list(offered(Article("The town closed the bridge, " * 80), Form.DEED)) == []


def test_nothing_is_offered_from_a_quotation() -> None:
    assert list(offered(Article("“The council wants to close the bridge,” she said."), Form.MOTIVE)) == []


def test_arguments_of_other_relations_come_first() -> None:
    options = chosen(VALLEY)["What caused heavy losses among the fishing fleet, according to the article?"]
    assert len(options) == 3
    assert "A gift from a steel magnate" in options


def test_a_second_cause_of_the_same_effect_is_no_distractor() -> None:
    text = VALLEY.replace(
        "Old steam engines", "A fire in the harbour led to further losses of the fleet. Old steam engines"
    )
    options = chosen(text)["What caused heavy losses among the fishing fleet, according to the article?"]
    assert "A fire in the harbour" not in options
    assert options


def wrong(text: str, stem: str) -> list[str]:
    relations = [found for found in find(Article(text)) if isinstance(found, CausalRelation)]
    found = [(draft, relation) for relation in relations for draft in drafts(relation) if isinstance(draft, Draft)]
    (one,) = [(draft, relation) for draft, relation in found if draft.stem.startswith(stem)]
    return [span.text for span in distractors(*one, relations, Random(1))]


def test_no_distractor_for_a_deed_is_a_deed_of_the_same_actor() -> None:
    text = """High prices forced the town council to close the bridge.

    Three teachers want to build a solar boat. A retired captain offered to teach sailing. Old rules allow the town
    council to sell its boats. The town council of Tarn hopes to raise funds."""
    options = wrong(text, "What did high prices force")
    assert options
    assert not {"sell its boats", "raise funds"} & set(options)


def test_no_distractor_shares_a_word_with_the_key_or_its_root() -> None:
    text = VALLEY.replace("a long dispute over milk", "an answer of western farmers")
    text = text.replace("Old steam engines", "The West’s support is small. Old steam engines")
    assert "The West’s support" not in wrong(text, "What did cheap imports spark")


def test_people_measures_and_counts_are_no_distractors_for_what_happens() -> None:
    text = VALLEY + " Three hundred miners met. Most of the workers left. The length of the quay amazed visitors."
    for options in chosen(text).values():
        assert not {"Three hundred miners", "The length of the quay", "Three young teachers"} & set(options)


def test_a_stretch_of_a_sentence_about_the_same_thing_is_no_distractor() -> None:
    text = VALLEY.replace("Old steam engines attract", "Poor nets reduced the fleet. Old steam engines attract")
    options = chosen(text)["What caused heavy losses among the fishing fleet, according to the article?"]
    assert "Poor nets" not in options


def test_a_name_is_no_distractor_for_what_is_no_name() -> None:
    text = VALLEY.replace("Three young teachers", "Ada Brand Lanyon of Tarn")
    options = [option for found in chosen(text).values() for option in found]
    assert options
    assert not any("Lanyon" in option for option in options)


def test_without_two_wrong_options_there_are_none() -> None:
    assert chosen("The storm of 1953 caused heavy losses among the fishing fleet.") == {
        "What caused heavy losses among the fishing fleet, according to the article?": []
    }


def test_a_key_that_stands_out_by_its_length_is_not_asked_for() -> None:
    text = VALLEY.replace("The storm of 1953", "The storm of January 1953 with its extraordinary waves and winds")
    text = text.replace("A gift from a steel magnate", "A gift").replace(
        "a long dispute over milk", "a dispute over milk"
    )
    assert chosen(text)["What caused heavy losses among the fishing fleet, according to the article?"] == []


def test_a_clause_is_offered_beside_a_clause_of_its_tense() -> None:
    text = """The council closed the bridge because the old piers had cracked.

    A new mill works day and night. The village school won a national prize. Three captains sold cheap milk."""
    options = wrong(text, "Why did the council close")
    assert options
    assert "A new mill works day and night" not in options


REST = "\n\nThe bridge closed in May.\n\nFerries run late.\n\nThe mayor left Tarn."
NOT_OFFERED = [
    ("Congress set to dump the old law." + REST, Form.CLAUSE, "Congress set to dump the old law"),
    ("The number needed to win the vote.", Form.CLAUSE, "The number needed to win the vote"),
    ("Co-author of Three's a Crowd.", Form.CLAUSE, "Three's a Crowd"),
    ("Guests are given color-coded, numbered cards.", Form.CLAUSE, "Guests are given color-coded"),
    ("Taxing consumption in towns drew the mayor.", Form.PHRASE, "Taxing consumption in towns"),
    ("She wrote, calling the dog Kermie Worm.", Form.ACTION, "calling the dog Kermie Worm"),
    ("The board likes to recently join the league.", Form.MOTIVE, "to recently join the league"),
    ("Balls were used to represent water.", Form.MOTIVE, "to represent water"),
]


@pytest.mark.parametrize(("text", "form", "words"), NOT_OFFERED, ids=[words for *_, words in NOT_OFFERED])
def test_what_reads_badly_as_an_option_is_not_offered(text: str, form: Form, words: str) -> None:
    assert words not in [span.text for span in offered(Article(text), form)]


def test_beside_a_reason_no_other_clause_about_the_same_thing_is_offered() -> None:
    text = """Samuel Okoye left the harbour board because it had spent too much.

    The board met on the pier. He said it had grown too big. He bought a small ferry. He sold an old mill."""
    (relation,) = [one for one in find(Article(text)) if isinstance(one, CausalRelation)]
    found = [span.text for span in fitting(ending(relation), relation, [relation], Random(0))]
    assert "The board met on the pier" not in found
    assert {"He bought a small ferry", "He sold an old mill"} <= set(found)


def test_only_beside_a_sentence_with_he_in_it_an_option_may_say_he() -> None:
    text = """The council sold Tarn Bridge because two piers had cracked.

    Samuel Okoye was ill. He bought a small ferry. The mill burned cheap coal."""
    (relation,) = [one for one in find(Article(text)) if isinstance(one, CausalRelation)]
    found = [span.text for span in fitting(ending(relation), relation, [relation], Random(0))]
    assert "He bought a small ferry" not in found
    assert "The mill burned cheap coal" in found
