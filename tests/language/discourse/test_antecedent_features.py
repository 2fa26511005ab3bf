"""The features by which a name is weighed as what a pronoun means."""

from quizengine import Article
from quizengine.language.discourse.antecedents import discourse_model
from quizengine.language.discourse.coreference import coreference_case


def test_common_nouns_are_counted_in_the_sentences_between_and_before_the_pronoun() -> None:
    text = "Maria Lopes left. A woman sold a loaf to the town. The shop was old when she saw the house."
    where = discourse_model(Article(f"A title\n\n{text}\n"))
    case = coreference_case(where, next(one for one in where.anaphors if one.sort == "she"))
    assert [one.name.full for one in case.found] == ["Maria Lopes"]
    assert {"person rivals 4", "person persons 1 person"} <= case.features[0]
