"""What a reader who knows only a question would stumble over."""

import pytest

from quizengine_fact_recall.event_faults import GARBLED, RELATIVE


@pytest.mark.parametrize(
    ("stem", "points"),
    [
        ("From which country did Ada Moss sail that year?", True),
        ("To which country were two bakers sent in 1811?", True),
        ("In which city did several bakers riot in 1811?", True),
        ("Which prize did Ada Moss go on to win in 1811?", True),
        ("From which country did Ada Moss sail in a year of floods?", False),
        ("In which city did thousands of bakers riot in 1811?", False),
    ],
)
def test_a_question_tells_which_year_and_who_is_meant(stem: str, points: bool) -> None:
    assert bool(RELATIVE.search(stem)) is points


@pytest.mark.parametrize(
    ("stem", "garbled"),
    [
        ("In which city did Ada Moss establish herself?", True),
        ("Who sold the old bread to the town and they ate it?", True),
        ("Which mill led the trade since built by Ada Moss?", True),
        ("On 21, who signed the deed of the mill?", True),
        ("Which town has two mills in the valley and elected Ada Moss mayor in 1920?", True),
        ("In which country were bricks used in the Iron Age, (8th century)?", True),
        ("At which school did Ada Moss enrol № 554 in 1939?", True),
        ("In which city did Ada Moss establish herself as a baker?", False),
        ("Who sold the old bread to the town and left?", False),
    ],
)
def test_a_question_loses_nothing_and_has_one_clause(stem: str, garbled: bool) -> None:
    assert bool(GARBLED.search(stem)) is garbled
