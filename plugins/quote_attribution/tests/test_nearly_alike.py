"""Words that two people said nearly alike are passed over, and others of the same speaker take their place."""

from random import Random

from quizengine import Article, Question
from quizengine_quote_attribution import Quotation, ask, find

CREW = (
    "“Our ferry carried 4,000 cars on a normal day,” said Peter Oduya, an engineer.\n\n"
    "“Lamps along our harbour wall burned until morning,” said Helen Trevose, a pilot.\n\n"
    "“Nobody asked the families of Orra about our bridge,” said Tomas Lindqvist, a baker.\n\n"
)
ALIKE = "“Fishermen from Norway bought forty boats and twelve lamps,” said Ruth Abel, a weaver.\n\n"
REPEATED = "“Fishermen from Norway bought forty boats and lamps,” said Peter Oduya.\n\n"
OTHER = "“Those fishermen slept hungry in wooden houses without bread or coal,” said Abel.\n"


def stems(text: str) -> list[str]:
    facts = [one for one in find(Article(text)) if isinstance(one, Quotation)]
    first = (next(iter(ask(fact, facts, Random(1)))) for fact in facts if fact.name == "Ruth Abel")
    return [q.stem for q in first if isinstance(q, Question)]


def test_words_that_nobody_repeats_are_asked_about() -> None:
    assert stems(CREW + ALIKE) == ["Who said, “Fishermen from Norway bought forty boats and twelve lamps”?"]


def test_where_somebody_repeats_them_the_speakers_other_words_are_asked_about() -> None:
    words = "Those fishermen slept hungry in wooden houses without bread or coal"
    assert stems(CREW + ALIKE + REPEATED + OTHER) == [f"Who said, “{words}”?"]
