"""No question asks what everybody knows, or what nobody need remember."""

import pytest

from quizengine_fact_recall.minor_details import asks_for_a_trifle, is_told_by_its_region, tells_where_home_is


@pytest.mark.parametrize(
    "stem",
    [
        "“In 1920, Moss and her partner _____ won the bread contest of Orra.”",
        "“A new edition of Moss’s letters was published by the _____ in Orra.”",
        "“Moss was made a Dame by _____ in 1920.”",
        "“Some travellers eat bread with salt, like famous baker _____, and others none.”",
        "“Bakers such as _____ sold bread with salt.”",
        "“Some bakers, including _____, sold bread with salt.”",
        "“In 1920, Moss moved from Lima to Harrow College in _____.”",
        "“Moss leaves the mill if the narrowly _____ agrees.”",
        "“As of press time, the _____ has not opened the mill.”",
        "“The town of Orra is located south of Senn, east of _____ and west of Brin.”",
        "“Ada Moss was born in Hill End, in north west _____, in 1920.”",
        "“The star _____ 12 is in the Crab.”",
        "“The letter of _____ the Bold freed the town.”",
        "“In 1838, Moss was made _____ of Orra.”",
        "“Moss was born in the village of Hill End, near _____.”",
        "“Already, _____ says, more people come to Orra.”",
        "“The bridge will be closed, according to the Gazette's _____.”",
        "By whom was Ada Moss made a Dame in 1920?",
        "To which city did Ada Moss return in May 1920?",
        "Where was Ada Moss’s father born to a baker?",
        "In which city was Tom Reed's late wife buried?",
    ],
)
def test_a_trifle_is_not_asked_for(stem: str) -> None:
    assert asks_for_a_trifle(stem)


@pytest.mark.parametrize(
    "stem",
    [
        "“In 1920, Moss and her partner _____ founded the Orra Mill.”",
        "“The first report of the flood was published by the _____ in Orra.”",
        "“Moss was made a captain by _____ in 1920.”",
        "“Many bakers, including the singer _____, left Orra.”",
        "“Many bakers like _____ and admire her.”",
        "“In 1920, Moss moved from Harrow College to a mill in _____.”",
        "“In May 1920, _____ said that the north of Orra was flooded.”",
        "By whom was the Orra Mill made a school in 1920?",
        "Where was Ada Moss born?",
        "Whom did Ada Moss's mother marry in 1920?",
        "To which city did Ada Moss return on the advice of Tom Reed?",
    ],
)
def test_what_tells_something_is(stem: str) -> None:
    assert not asks_for_a_trifle(stem)


def test_where_somebody_returns_to_has_no_options() -> None:
    assert tells_where_home_is("“In 1920 Moss returned to _____ for good.”")
    assert not tells_where_home_is("“In 1920 Moss moved to _____ for good.”")


@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("“Orra is a market town in the Brinmouth region of _____.”", True),
        ("“Orra is a market town in Sennshire, _____.”", True),
        ("“Orra sold bread to the army of _____.”", False),
    ],
)
def test_a_region_tells_its_country(stem: str, told: bool) -> None:
    assert is_told_by_its_region(stem) is told
