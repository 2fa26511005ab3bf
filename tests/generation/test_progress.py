"""How far a draft has come is told while it is made, and never goes back."""

from pathlib import Path

from quizengine.engine import start
from quizengine.generation.progress import Progress, Stage
from quizengine.text.article import Article


def test_a_draft_tells_of_each_stage_in_turn_and_is_the_same_as_one_that_tells_nothing(checkout: Path) -> None:
    article = Article.from_bytes((checkout / "seeds" / "river-eels.txt").read_bytes(), "river-eels.txt")
    engine, told = start(None), list[Progress]()
    assert engine.draft(article, tell=told.append).quiz == engine.draft(article).quiz
    assert [one.percent for one in told] == sorted(one.percent for one in told)
    assert list(dict.fromkeys(one.stage for one in told)) == list(Stage)
    assert (told[0].percent, told[-1].percent) == (0, 95)


def test_of_no_facts_at_all_nothing_is_left_to_check() -> None:
    assert Progress(Stage.CHECKING, 0, 0).percent == 75
    assert Progress(Stage.CHECKING, 9, 3).percent == 95
