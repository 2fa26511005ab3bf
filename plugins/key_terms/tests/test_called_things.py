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
        ("Roof beams are joined by pegs called trenails.", "By which pegs are roof beams joined?", "trenails"),
    ],
)
def test_a_thing_is_asked_for_by_what_is_told_where_it_gets_its_name(sentence: str, stem: str, name: str) -> None:
    [typed] = asked(_OPENING + sentence)
    assert isinstance(typed, ShortTextQuestion)
    assert (typed.stem, typed.answer, typed.origin.rule) == (stem, name, "typed called")


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
        "A fluid called musk is common among wild animals.",  # so are others
        "Bakers turn it into gas in a process called leavening.",  # which?
        "Bakers may turn sugar into gas in a process called leavening.",  # it is not certain
        "A smoothing tool called a smoother levels rough old boards.",  # its kind gives it away
    ],
)
def test_nothing_is_asked_for_that_has_a_name_of_its_own_or_of_which_too_little_is_told(sentence: str) -> None:
    assert [each.stem for each in asked(_OPENING + sentence) if each.origin.rule == "typed called"] == []
