"""Things that get their names where a sentence tells of them: which are asked for, and in which words."""

import pytest
from asked_terms import asked

from quizengine import ShortTextQuestion

_OPENING = "Tools and parts\n\nSmall things do much of the work.\n\n"


@pytest.mark.parametrize(
    ("sentence", "stem", "name"),
    [
        (
            "An enzyme called ligase seals gaps in a strand of DNA.",
            "Which enzyme seals gaps in a strand of DNA?",
            "ligase",
        ),
        (
            "Glands release a fluid called musk, which protects thick fur from cold water.",
            "Which fluid protects thick fur from cold water?",
            "musk",
        ),
        (
            "Smiths used a tool called a burin that cuts thin lines into copper.",
            "Which tool cuts thin lines into copper?",
            "burin",
        ),
        (
            "Bakers turn sugar into gas in a process called leavening.",
            "In which process do bakers turn sugar into gas?",
            "leavening",
        ),
        (
            "Ink is drawn on sheets called cels, which are filled with thick paint.",
            "Which sheets are filled with thick paint?",
            "cels",
        ),
        (
            "Glands release a fluid, called musk, that protects thick fur from cold water.",
            "Which fluid protects thick fur from cold water?",
            "musk",
        ),
        (
            "Hunters kept an animal called a civet, which marks its own ground with musk.",
            "Which animal marks its own ground with musk?",
            "civet",
        ),
        (
            "Spiders produce silk in organs called spinnerets.",
            "In which organs do spiders produce silk?",
            "spinnerets",
        ),
        (
            "Glands near the throat produce a fluid called musk.",
            "Which fluid do glands near the throat produce?",
            "musk",
        ),
        ("Roof beams are joined by pegs called trenails.", "By which pegs are roof beams joined?", "trenails"),
    ],
)
def test_a_thing_is_asked_for_by_what_is_told_where_it_gets_its_name(sentence: str, stem: str, name: str) -> None:
    [typed] = asked(_OPENING + sentence)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer, typed.origin.rule) == (stem, name, "typed called")


def test_what_a_thing_does_is_asked_for_where_little_else_is_said_of_it() -> None:
    told = "Blood is cleaned by a knot of vessels called a glomus, which filters salt and water."
    stems = [each.stem for each in asked(_OPENING + told)]
    assert "Which knot of vessels filters salt and water?" in stems


def test_its_kind_may_be_left_out_of_a_name() -> None:
    [typed] = asked(f"{_OPENING}A gland called the musk gland produces oil for thick fur.")
    assert isinstance(typed, ShortTextQuestion) and "musk" in typed.accept


@pytest.mark.parametrize(
    "sentence",
    [
        "A village called Orra sells bread to rich farmers.",  # a place
        "A boy called Tim Lee sells bread to rich farmers.",  # a person
        "A law called the Corn Act raises taxes on foreign bread.",  # a name
        "A thing called musk protects thick fur from cold water.",  # which thing?
        "A fluid called musk protected thick fur from cold water.",  # it happened once
        "A fluid called musk protects it from cold water.",  # which?
        "They keep a fluid called musk, which is associated with wild animals.",  # in which way?
        "A fluid called musk is common among wild animals.",  # so are others
        "A plant called musk grows along the banks of slow rivers.",  # so do others
        "They keep a plant called musk, which grows along slow rivers.",  # so do others
        "Bakers turn it into gas in a process called leavening.",  # which?
        "Bakers may turn sugar into gas in a process called leavening.",  # it is not certain
        "A smoothing tool called a smoother levels rough old boards.",  # its kind gives it away
    ],
)
def test_nothing_is_asked_for_that_has_a_name_of_its_own_or_of_which_too_little_is_told(sentence: str) -> None:
    assert [each.stem for each in asked(_OPENING + sentence) if each.origin.rule == "typed called"] == []


def test_a_kind_is_asked_for_by_what_tells_it_from_the_others() -> None:
    told = "They make two types of cloth: sail cloth, which resists salt water, and linen, which keeps thin skin dry."
    found = [each for each in asked(_OPENING + told) if each.origin.rule == "typed kind"]
    assert [each.stem for each in found] == [
        "Which type of cloth resists salt water?",
        "Which type of cloth keeps thin skin dry?",
    ]
    assert isinstance(found[0], ShortTextQuestion) and (found[0].answer, found[0].accept) == ("sail cloth", ("sail",))


@pytest.mark.parametrize(
    "told",
    [
        "Millers know two kinds of grinding: dry grinding, which keeps the bran, and wet grinding.",  # half a list
        "Millers know kinds of grinding: dry grinding, which keeps all bran, and wet grinding, which washes it off.",
        "Two kinds of people came: Ann, which eats wheat bread daily, and Bob, which eats rye bread daily.",  # people
    ],
)
def test_no_kind_is_asked_for_of_a_list_that_does_not_tell_of_each(told: str) -> None:
    assert [each.stem for each in asked(_OPENING + told) if each.origin.rule == "typed kind"] == []
