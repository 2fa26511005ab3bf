"""The contract of generators, held by every one that is registered, on every shipped article and on damaged ones."""

import re
from functools import cache
from pathlib import Path
from random import Random

import pytest

from quizengine import Article, Generator, start
from quizengine.extensions.shipped import shipped_folder
from quizengine.generation.generate import find_facts, generate
from quizengine.generation.review import review
from quizengine.testing import check_generator
from quizengine.text.facts import fact_row

ENGINE = start(strict=True)
SEEDS = sorted(shipped_folder("seeds").glob("*.txt"))

DEFINITIONS = """The words of a canal

A weir is a low wall that holds back the water of a river. A sluice is a gate that lets water pass through a wall.
The towpath is a path along the bank of a canal from which horses pulled boats. A culvert is a pipe that carries a
stream under a road or a railway.
"""
"""A text of the kind that the shipped articles are not."""

every_generator = pytest.mark.parametrize("generator", ENGINE.generators, ids=lambda generator: generator.name)
every_article = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


@cache
def shared(path: Path) -> Article:
    """The article, analysed once for all tests that do not ask how often it is analysed, or after what."""
    return Article(text_of(path), path.name)


@every_generator
@every_article
def test_the_contract_is_kept_on_every_shipped_article(generator: Generator, path: Path) -> None:
    questions = check_generator(generator, Article(text_of(path), path.name))
    assert len({question.id for question in questions}) == len(questions)
    assert [question.stem for question in questions if not question.tags or question.origin is None] == []


@every_generator
def test_each_has_a_summary_and_finds_something(generator: Generator) -> None:
    assert generator.summary.endswith(".")
    assert any(check_generator(generator, Article(text)) for text in (DEFINITIONS, *map(text_of, SEEDS)))


@every_generator
def test_what_was_done_before_does_not_show(generator: Generator) -> None:
    def asked(paths: list[Path]) -> dict[str, object]:
        return {path.name: generate(Article(text_of(path)), [generator]).asked for path in paths}

    assert asked(SEEDS) == asked(SEEDS[::-1])


@every_generator
def test_every_fact_can_be_written_as_json_with_spans_of_the_body(generator: Generator) -> None:
    seen = 0
    for article in (Article(DEFINITIONS), *map(shared, SEEDS)):
        found, findings = find_facts(article, [generator])
        assert findings == ()
        rows = [fact_row(fact, generator.name) for fact in found[0].facts]
        for value in (value for row in rows for value in row.values() if isinstance(value, dict)):
            seen += 1
            assert article.text[value["start"] : value["end"]] == value["text"] != ""
            assert any(p.start <= value["start"] < value["end"] <= p.end for p in article.paragraphs)
    assert seen


@every_generator
@every_article
def test_what_is_asked_passes_every_check_or_is_refused_with_a_reason(generator: Generator, path: Path) -> None:
    article = shared(path)
    draft = start(only=[generator.name]).draft(article)
    assert draft.findings == ()
    for question in draft.quiz.questions:
        assert review(question, ENGINE.registry.checks.values(), article).passes
    for refusal in draft.refusals:
        assert refusal.rule and refusal.reason and "\n" not in refusal.rule


@every_generator
@every_article
def test_windows_newlines_change_no_stem(generator: Generator, path: Path) -> None:
    def stems(article: Article) -> list[str]:
        asked = generate(article, [generator]).asked
        return [question.stem for ways in asked for question in ways]

    assert stems(with_windows_newlines(path)) == stems(shared(path))


@cache
def with_windows_newlines(path: Path) -> Article:
    """The article as Windows ends its lines."""
    return Article(text_of(path).replace("\n", "\r\n"), path.name)


def damaged(text: str, seed: int) -> str:
    """The text with pieces cut out, doubled and swapped, so that quotation marks and sentences no longer close."""
    rng = Random(seed)
    pieces = re.findall(r"\S+\s*", text)
    for _ in range(60):
        at = rng.randrange(len(pieces))
        match rng.randrange(4):
            case 0:
                del pieces[at]
            case 1:
                pieces.insert(at, pieces[rng.randrange(len(pieces))])
            case 2:
                pieces[at] = rng.choice(
                    ["“", "”", '"', ". ", ", ", "\n\n", "10,000 ", "because ", "%", "🚂", "said ", "{", "}|"]
                )
            case _:
                pieces[at] = pieces[at][::-1]
    return "".join(pieces)


NASTY = {
    "no words": "1 2 3",
    "one word": "Rain",
    "quotation marks alone": "“” “ ” \" ' said.",
    "never closed": "“It rained, Ada said, and then " * 200,
    "capitals": "BECAUSE OF RAIN, 40 PEOPLE FLED, ADA MARSH SAID.\n\n“WE RAN,” SHE SAID.",
    "no punctuation": "the river rose because it rained for 3 days ada marsh said we ran " * 20,
    "braces and bars": "“{Run} | now,” said Ada Marsh. Some {40|50} people fled because {it} rained.",
    "digits alone": "9" * 50_000,
    "one long sentence": "It rained, " * 300 + "and 40 people fled.",
    "no spaces": "because“said”10,000%" * 60,
    "marks of all kinds": "".join(map(chr, range(0x20, 0x2FF))) * 20,
    "directions and joiners": "Ada\u200d Marsh\u202e said, “we\u00ad ran\u2066 40 miles.” \ufeffIt rained.",
}


@every_generator
@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY)
def test_no_text_makes_it_raise(generator: Generator, text: str) -> None:
    assert generate(Article(text), [generator]).findings == ()


@every_generator
@every_article
def test_no_damage_makes_it_raise_or_lie(generator: Generator, path: Path) -> None:
    for seed in range(6):
        article = Article(damaged(text_of(path), seed))
        generation = generate(article, [generator])
        assert generation.findings == (), seed
        for question in (question for ways in generation.asked for question in ways):
            assert question.evidence and question.evidence.holds_in(article)
            assert question.grade({}).earned == 0
