"""What is asked, refused and stated about the causes in a small article."""

from contextlib import suppress
from random import Random

from quizengine import Article, Fact, OpenQuestion, Question, Refusal, TrueFalseQuestion
from quizengine.text.facts import Facts
from quizengine_cause_and_effect.causal_facts import find
from quizengine_cause_and_effect.causal_questions import ask
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.relations import relations_of
from quizengine_cause_and_effect.statements import Statement, judged, stated, statements

PEOPLE = "Ada Moss met Peter Okoye, Maria Lopes and Julia Brandt in Cork. "

PLACES = "Ireland, Portugal, Spain and Norway buy bread. "


def asked(text: str, seed: int = 0) -> list[Question]:
    """The questions that are not open."""
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(seed))]
    return [each for each in results if isinstance(each, Question) and not isinstance(each, OpenQuestion)]


def openly_asked(text: str) -> list[str]:
    """Each open question with its model answer."""
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(0))]
    return [f"{each.stem} {each.answer}" for each in results if isinstance(each, OpenQuestion)]


def not_openly_asked(text: str) -> list[str]:
    """The reason of each refusal to ask openly."""
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(0))]
    return [each.reason for each in results if isinstance(each, Refusal) and each.rule.startswith("open: ")]


def refused(text: str) -> list[str]:
    facts = Facts(fact for fact in find(Article(text)) if isinstance(fact, Fact))
    results = [each for fact in facts for each in ask(fact, facts, Random(0))]
    return [each.reason for each in results if isinstance(each, Refusal) and not each.rule.startswith("open: ")]


def told_of(text: str) -> list[str]:
    """What is stated of each relation, whether or not a false statement stands beside it."""
    relations = relations_of([fact for fact in find(Article(text)) if isinstance(fact, Fact)])
    return [judged(each, Statement(stated(each))).stem for each in relations]


def statements_in(text: str) -> list[TrueFalseQuestion]:
    """What is to be judged true or false where nothing else asks about it."""
    relations = relations_of([fact for fact in find(Article(text)) if isinstance(fact, Fact)])
    told = []
    for relation in relations:
        with suppress(CannotBe):
            told.append((relation, stated(relation)))
    chosen = statements(told)
    questions = [judged(relation, chosen[relation.place]) for relation in relations if relation.place in chosen]
    return [question for question in questions if isinstance(question, TrueFalseQuestion)]


def by_rule(questions: list[Question]) -> dict[str, Question]:
    return {question.origin.rule: question for question in questions if question.origin}
