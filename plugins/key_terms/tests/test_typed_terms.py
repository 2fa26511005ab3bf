"""Terms to type: which of them are asked for, and what is accepted."""

import pytest
from asked_terms import MARKETS, about, asked

from quizengine import ShortTextQuestion


def test_the_noun_alone_is_taken_where_the_rest_stands_in_the_stem() -> None:
    [typed] = asked("Technological diffusion is the spread of technology across borders.")
    assert isinstance(typed, ShortTextQuestion) and typed.accept == ("diffusion",)


def test_no_term_is_typed_whose_noun_another_one_has_where_its_meaning_tells_the_rest() -> None:
    two = "Technological diffusion is the spread of technology abroad. Cultural diffusion is the spread of customs."
    assert about(two, "technological diffusion") == []


def test_the_noun_of_a_term_stands_before_its_preposition() -> None:
    [typed] = asked("The replacement of appointed federal officials is called rotation in office.")
    assert isinstance(typed, ShortTextQuestion) and (typed.answer, typed.accept) == ("rotation in office", ())


def test_an_abbreviation_is_also_taken_written_out() -> None:
    text = "Look at gross national product (GNP). The GNP is the value of goods that a country’s citizens make."
    [typed] = asked(text)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.answer, typed.accept) == ("GNP", ("gross national product",))


def test_the_abbreviation_that_the_article_gives_is_accepted() -> None:
    text = "The town has an eel frequency board (EFB). An eel frequency board is a group that counts eels in a river."
    [typed] = asked(text)
    assert isinstance(typed, ShortTextQuestion) and "EFB" in typed.accept


def test_another_name_that_another_sentence_gives_is_accepted() -> None:
    told = "A mesh tax is a tax that a town places on nets."
    [typed] = asked(f"{told} The mesh tax is often referred to as a cordal tax. Fishers pay it.")
    assert isinstance(typed, ShortTextQuestion)
    assert typed.accept == ("mesh taxes", "mesh", "cordal tax")


@pytest.mark.parametrize(
    "told",
    [
        "Mental-health therapy is a sort of psychotherapy that deals with health and mental pain.",  # but "therapy"
        "This creates an oligopoly in which a few firms own the ponds of a town.",  # one case
        "Ageism refers to prejudiced beliefs that value people by age.",
    ],
)
def test_no_term_is_typed_that_its_meaning_all_but_tells(told: str) -> None:
    assert asked(f"Work\n\n{told}\n") == []


def test_no_term_is_typed_whose_noun_is_the_title() -> None:
    told = "A craft guild is an association of masters that sets prices."
    assert asked(f"Guilds\n\n{told}\n") == []
    assert asked(f"Towns and trades\n\n{told}\n") != []


def test_another_name_that_begins_with_a_participle_is_accepted() -> None:
    [typed] = asked("The cuticle, or hardened skin, is a layer that covers the leaf of a plant.")
    assert isinstance(typed, ShortTextQuestion) and typed.accept == ("hardened skin",)


def test_the_other_name_of_a_thing_is_asked_for() -> None:
    [typed] = asked("Glands release vasopressin, also known as antidiuretic hormone, when the body lacks water.")
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer) == ("By what other name is vasopressin known?", "antidiuretic hormone")


def test_the_other_name_is_also_read_from_a_sentence_of_its_own() -> None:
    [typed] = asked("The body makes vasopressin. Vasopressin is also called antidiuretic hormone.")
    assert (typed.stem, typed.answer) == ("By what other name is vasopressin known?", "antidiuretic hormone")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bob Lee, also known as Big Bob, sold his farm.",  # a person
        "Goose grass, also known as sticky grass, grows in hedges.",  # one gives the other away
        "The company, also called Orra Mills, sells bread.",  # which company?
        "The GÃ1⁄4len movement, also known as Hizmet, sells bread.",  # a word that was read in a wrong encoding
    ],
)
def test_no_other_name_is_asked_for_that_is_open_or_given_away(sentence: str) -> None:
    assert asked(f"News\n\n{sentence}\n") == []


def test_the_last_noun_of_a_term_is_enough_where_its_meaning_holds_the_others() -> None:
    [question] = asked("Media consolidation is a process in which few owners control the majority of media outlets.")
    assert question.answer == "media consolidation" and question.accept == ("consolidation",)


def test_a_term_that_has_the_noun_of_its_definition_may_be_typed_without_it() -> None:
    [question] = asked("The price at which every baker sells a loaf is called the flour price. Old men know it.")
    assert question.answer == "flour price" and "flour" in question.accept


def test_an_adjective_that_only_hedges_may_be_left_out() -> None:
    [question] = asked("A potential outlier is a data point that lies far from the others.")
    assert question.answer == "potential outlier" and "outlier" in question.accept


def test_a_term_that_the_title_names_alone_is_not_typed() -> None:
    told = "Homeostasis is a state in which the conditions inside a body stay the same.\n"
    assert asked(f"Homeostasis\n\n{told}") == []
    assert asked(f"Homeostatic bodies\n\n{told}") == []
    assert asked(f"Bodies\n\n{told}") != []


def test_a_title_with_another_word_of_the_stem_does_not_tell_a_short_term() -> None:
    told = "Nerves are thick bundles of fibres that reach every part of a body.\n"
    assert asked(f"The nervous system\n\n{told}") != []
    assert asked(f"Nerves and glands\n\n{told}") == []


def test_a_title_tells_a_term_only_with_its_words_side_by_side() -> None:
    told = "River grants are claims to the water that flows past a farm.\n"
    assert asked(f"Grants to farmers along a river\n\n{told}") != []
    assert asked(f"Farmers and river grants\n\n{told}") == []


def test_a_term_of_the_title_is_asked_for_beside_others_of_its_kind() -> None:
    ways = about(MARKETS.replace("Markets and prices", "What a tariff costs"), "tariff")
    assert [way.origin.rule for way in ways] == ["which term", "what it means"]


def test_a_term_of_the_title_is_typed_where_the_title_names_another_one_of_its_kind() -> None:
    ways = about(MARKETS.replace("Markets and prices", "Tariff or subsidy"), "tariff")
    assert "typed term" in [way.origin.rule for way in ways]


def test_the_noun_is_not_enough_where_the_meaning_tells_only_some_of_the_other_words() -> None:
    [question] = asked("The height of a river above the sea bed is called the river water level. Old men know it.")
    assert question.answer == "river water level" and "level" not in question.accept


@pytest.mark.parametrize(
    ("told", "others"),
    [
        (
            "The eel frequency (or glass frequency) is the rate at which eels are seen in a river.",
            ("glass frequency",),
        ),
        (
            "A mesh pressure (also known as net pressure) is the force that water exerts on a net.",
            ("net pressure", "mesh pressures"),
        ),
        (
            "The force that water exerts on a net is called mesh pressure, or net pressure, by sailors.",
            ("net pressure",),
        ),
        (
            "A mesh pressure is the force that water exerts on a net. The mesh pressure is often called net load.",
            ("mesh pressures", "net load"),
        ),
        (
            "A mesh harbour is the force that water exerts on a net.",
            ("mesh harbours", "mesh harbor", "mesh harbors"),
        ),
        (
            "The term canalization of rivers refers to the process that makes a stream straight. Canalization is slow.",
            ("canalization", "canalisation of rivers", "canalisation"),
        ),
        ("Many practised simony, or the buying and selling of church offices, in those days.", ()),
    ],
)
def test_the_other_name_beside_a_term_is_accepted_and_a_noun_that_many_things_have_is_not(
    told: str, others: tuple[str, ...]
) -> None:
    [question] = asked(told)
    assert isinstance(question, ShortTextQuestion) and question.accept == others


def test_a_theory_to_which_a_view_belongs_may_be_typed_without_its_noun() -> None:
    told = "According to monopsony theory, a large employer pays low wages. Some use monopsony theory."
    [typed] = asked(told)
    assert typed.stem == "Which term does the article use for the view that a large employer pays low wages?"
    assert (typed.answer, typed.accept) == ("monopsony theory", ("monopsony",))
