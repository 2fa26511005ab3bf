"""What is counted later in a list of objects is asked for by itself."""

from quizengine import Article
from quizengine.language.numbers import quantities_in
from quizengine_numeric_recall.figure_choice import choices


def asked(sentence: str) -> dict[str, str]:
    found = quantities_in(Article(f"Orra\n\n{sentence}\n\nIt rained.\n"))
    told = zip(found, choices(found), strict=True)
    return {
        one.span.text: choice.wording.stem for one, choice in told if choice.wording and choice.wording.rule != "gap"
    }


def test_the_second_thing_of_a_list_is_asked_for_without_the_first() -> None:
    assert asked("The Orra Museum owns 400 paintings and 1,200 drawings.") == {
        "400": "How many paintings does the Orra Museum own?",
        "1,200": "How many drawings does the Orra Museum own?",
    }


def test_the_time_of_a_list_is_kept() -> None:
    stems = asked("In the early 2000s, Orra offered about 1,500 newspapers, 2,800 book publishers, and a mill.")
    assert stems["2,800"] == "In the early 2000s, how many book publishers did Orra offer?"


def test_a_small_count_in_a_list_is_a_detail() -> None:
    assert "3" not in asked("The Orra Museum owns 400 paintings and 3 drawings.")


def test_a_million_counts_the_noun_behind_it() -> None:
    stems = asked("As of January 2019, Orra's mill had about 19 million visitors and 2.9 billion guests.")
    assert stems["19 million"] == "As of January 2019, about how many visitors did Orra's mill have?"
