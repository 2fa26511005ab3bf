"""Twenty responses to each question with what they earn here: other programs have to give the same marks."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from random import Random
from typing import Any

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    Format,
    MatchingQuestion,
    NumericQuestion,
    OpenQuestion,
    OrderingQuestion,
    Pair,
    Question,
    Quiz,
    ShortTextQuestion,
    Tolerance,
    TrueFalseQuestion,
)
from quizengine.formats.content.features import Feature
from quizengine.quiz.parts import Choice, ChoiceKey, Key, ModelAnswer, NumberKey, Ordering, OrderKey, Response, TextKey
from quizengine.quiz.questions import fixed_key, fixed_parts

MOST = 20

QUIZ = Quiz(
    "“Rivers” & <more>",
    (
        TrueFalseQuestion(stem="Is 1 < 2 & 3 > 2?", answer=True, rationale="It is."),
        ChoiceQuestion(
            stem="Which river is “long” & slow?\nChoose one.",
            answer="Elbe <b>",
            distractors=("~Rhine = 5", "$Seine$ {#}", "C:\\new"),
            evidence=Evidence(0, 5, "The Elbe is “slow” & long."),
        ),
        ChoiceQuestion(
            stem="Which are rivers?", answer=("Elbe", "Żółta Rzeka"), distractors=("Alps & Co", "Rome"), tags=("map",)
        ),
        ChoiceQuestion(stem="Which two?", answer=("a", "b"), distractors=("c", "d", "e"), scoring="all-or-nothing"),
        ShortTextQuestion(stem="Capital of Côte d’Ivoire?", answer="Yamoussoukro", accept=("Yamoussoukro city",)),
        ShortTextQuestion(stem="Which keyword?", answer="Return", match="exact"),
        NumericQuestion(stem="How many?", answer=Decimal(2000)),
        NumericQuestion(stem="How much?", answer=Decimal("0.5"), tolerance=Tolerance(absolute=Decimal("0.05"))),
        NumericQuestion(stem="How far?", answer=Decimal(50), tolerance=Tolerance(percent=Decimal(2)), unit="km"),
        NumericQuestion(
            stem="How cold?", answer=Decimal(-5), tolerance=Tolerance(range=(Decimal(-10), Decimal(-4))), unit="°C"
        ),
        ClozeQuestion(stem="Fill the gaps.", text="Rain & {water|H2O} fall from <{clouds|a cloud}> [here]."),
        MatchingQuestion(
            stem="What flows where?",
            pairs=(Pair(left="Elbe", right="Hamburg"), Pair(left="Thames", right="London & Co")),
            distractors=("Rome",),
        ),
        OrderingQuestion(stem="Earliest first.", answer=("Stone <1>", "Bronze", "Iron & steel")),
        OpenQuestion(stem="Why do rivers {bend} & wind?", answer="[1] Water is <faster> outside = it digs there.\nSo."),
    ),
)
"""Every question type, with signs that file formats trip over."""


@dataclass(frozen=True)
class Sample:
    """A response, the share of the points that it earns here, and what a format must be able to say for that."""

    response: Response
    share: Fraction
    needs: frozenset[Feature]


def samples(question: Question) -> tuple[Sample, ...]:
    """At most twenty responses to a question: right, wrong, partly right, and nothing; each once."""
    key = fixed_key(question)
    choices = {part.name: part for part in fixed_parts(question) if isinstance(part, Choice | Ordering)}
    rng = Random(question.stem)
    found: dict[str, Sample] = {}
    for _ in range(200):
        given = {name: rng.choice(_ways(one, choices.get(name), rng)) for name, one in key.items()}
        response = {name: texts for name, (texts, _) in given.items()}
        found.setdefault(
            repr(response), _sample(question, response, frozenset().union(*(n for _, n in given.values())))
        )
    return tuple(islice(found.values(), MOST))


def comparable(form: Format, question: Question) -> tuple[Sample, ...]:
    """The samples that a format must mark as they are marked here, by its own table of losses."""
    lost = lost_in(form)
    if any("partly right" in loss.lost for loss in form.losses(Quiz("", (question,)))):
        lost |= {"partial credit"}
    return tuple(sample for sample in samples(question) if not sample.needs & lost)


def lost_in(form: Format) -> frozenset[Feature]:
    """What a format says that it marks differently."""
    losses: Any = form.losses
    table: Mapping[Feature, Any] = losses.__self__.table
    return frozenset(feature for feature, loss in table.items() if loss and loss.effect == "changes marks")


def _sample(question: Question, response: Response, needs: frozenset[Feature]) -> Sample:
    score = question.grade(response)
    some = any(_touches(key, response[name]) for name, key in fixed_key(question).items())
    if some and not score.full:
        needs |= {"all-or-nothing marking" if question.all_or_nothing else "partial credit"}
    return Sample(response, Fraction(score.earned) / Fraction(score.possible), needs)


def _touches(key: Key, given: tuple[str, ...]) -> bool:
    match key:
        case ChoiceKey(ids=ids):
            return bool(ids & set(given))
        case OrderKey():
            return bool(given)
        case ModelAnswer():
            return False
        case TextKey() | NumberKey():
            return bool(given) and given != ("",)


Way = tuple[tuple[str, ...], frozenset[Feature]]


def _ways(key: Key, part: Choice | Ordering | None, rng: Random) -> list[Way]:
    """Ways to respond to one part, each with what a format must be able to say to mark it alike."""
    match key:
        case ChoiceKey(ids=ids):
            options = [option.id for option in part.options] if part else []
            several = isinstance(part, Choice) and part.multiple
            some = tuple(rng.sample(options, rng.randint(0, len(options) if several else 1)))
            return _plain([tuple(sorted(ids)), some])
        case OrderKey(ids=ids):
            return _plain([ids, tuple(rng.sample(ids, len(ids))), ids[::-1], ()])
        case TextKey():
            return list(_texts(key))
        case NumberKey():
            return list(_numbers(key))
        case ModelAnswer(text):
            return _plain([(), ("Because it does.",), (text,)])


def _plain(responses: Iterable[tuple[str, ...]]) -> list[Way]:
    return [(response, frozenset()) for response in responses]


def _texts(key: TextKey) -> Iterator[Way]:
    spelt, cased = frozenset({"spelling as people write it"}), frozenset({"every character counts", "code"})
    yield from _plain([(), ("something else",), *((text,) for text in key.accepted)])
    for text in key.accepted:
        yield (f"{text}x",), frozenset({"half marks for one wrong letter"} if key.near else ())
        yield (text.upper(),), cased if key.match != "words" else frozenset()
        yield (f" {text} ",), spelt
        yield (f"the {text}!",), spelt


def _numbers(key: NumberKey) -> Iterator[Way]:
    typed: frozenset[Feature] = frozenset({"numbers as people write them"})
    small = Decimal("0.001")
    inside = (key.value, key.low, key.high)
    outside = (key.low - small, key.high + small, -key.value, key.value * 10)
    yield from _plain([(), *((format(number, "f"),) for number in (*inside, *outside))])
    yield (format(key.value, ",f") + " ",), typed
    yield ("many",), typed
    yield (f"about {key.value}",), typed
