"""What is found and asked about the terms of a small article."""

from random import Random

from quizengine import Article, OpenQuestion, Question, Refusal
from quizengine.text.facts import Facts
from quizengine_key_terms import GENERATOR, Definition

MARKETS = """Markets and prices

A tariff is a tax that a government places on imported goods. A subsidy is a payment that a government makes to
producers in order to lower the price of a good. A monopoly is a market in which a single firm sells a product without
close substitutes. Opportunity cost is the value of the option that is given up when a choice is made. Fiscal policy is
the use of spending and taxes to influence the economy.

Creditors are people who lend money to others. Entrepreneurs are people who take risks to start new businesses.
"""


def facts(text: str) -> Facts:
    return _facts_of(Article(text))


def _facts_of(article: Article) -> Facts:
    found = GENERATOR.find(article)
    return Facts(fact for fact in found if not isinstance(fact, Refusal))


def asked(text: str) -> list[Question]:
    """What is asked about a text, without open questions, which nearly every definition allows."""
    return _closed(_asked_of(facts(text)))


def asked_openly(text: str) -> list[tuple[str, str]]:
    """The open questions about a text, each with its model answer."""
    return _openly(_asked_of(facts(text)))


def in_markdown_openly(text: str) -> list[tuple[str, str]]:
    """The same as `asked_openly` about a text in Markdown, where terms can be in bold."""
    return _openly(_asked_of(_facts_of(Article.from_bytes(text.encode(), "article.md"))))


def in_markdown(text: str) -> list[Question]:
    """The same as `asked` about a text in Markdown, where terms can be in bold."""
    return _closed(_asked_of(_facts_of(Article.from_bytes(text.encode(), "article.md"))))


def _asked_of(found: Facts) -> list[Question]:
    ways = (way for fact in found for way in GENERATOR.ask(fact, found, Random(1)))
    return [way for way in ways if not isinstance(way, Refusal)]


def _openly(ways: list[Question]) -> list[tuple[str, str]]:
    return [(way.stem, way.answer) for way in ways if isinstance(way, OpenQuestion)]


def _closed(ways: list[Question]) -> list[Question]:
    return [way for way in ways if not isinstance(way, OpenQuestion)]


def about(text: str, term: str) -> list[Question]:
    found = facts(text)
    [fact] = [fact for fact in found if isinstance(fact, Definition) and fact.term.text.lower() == term]
    return _closed([way for way in GENERATOR.ask(fact, found, Random(1)) if not isinstance(way, Refusal)])
