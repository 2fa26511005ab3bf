"""The questions of a draft as rows of a table: plain values, one row per question."""

from collections.abc import Iterator, Mapping
from typing import Any, assert_never

from quizengine.engine import Draft
from quizengine.generation.difficulty import difficulty
from quizengine.quiz.parts import (
    Choice,
    ChoiceKey,
    Gap,
    Key,
    ModelAnswer,
    NumberKey,
    Ordering,
    OrderKey,
    Part,
    Text,
    TextKey,
)
from quizengine.quiz.questions import Question, fixed_key, fixed_parts, generator_of, rule_of


def question_rows(draft: Draft) -> Iterator[Mapping[str, Any]]:
    """Yield each question of a draft as a row; `docs/archives.md` describes the columns."""
    for number, question in enumerate(draft.quiz.questions, start=1):
        usable, evidence = draft.usable.get(question.id), question.evidence
        yield {
            "title": draft.quiz.title,
            "article_sha256": draft.quiz.article.sha256 if draft.quiz.article else "",
            "number": number,
            "question": question.id,
            "type": question.type,
            "stem": question.stem,
            "options": _options(question),
            "key": [words for name, key in fixed_key(question).items() for words in _in_words(key, question, name)],
            "rationale": question.rationale,
            "evidence_start": evidence.start if evidence else None,
            "evidence_end": evidence.end if evidence else None,
            "evidence_quote": evidence.quote if evidence else None,
            "generator": generator_of(question),
            "rule": rule_of(question).partition("/")[2],
            "difficulty": difficulty(question),
            "usability": usable.probability if usable else None,
        }


def _options(question: Question) -> list[str]:
    """The texts that are offered, each once, in an order that is always the same."""
    return list(dict.fromkeys(text for part in fixed_parts(question) for text in _texts(part).values()))


def _texts(part: Part) -> Mapping[str, str]:
    match part:
        case Choice() | Ordering():
            return {option.id: option.text for option in part.options}
        case Text() | Gap():
            return {}
        case _:
            assert_never(part)


def _in_words(key: Key, question: Question, name: str) -> list[str]:
    """The texts that a part accepts: the right options, the texts, or the number with its unit."""
    texts = {
        id_: text
        for part in fixed_parts(question)
        if not isinstance(part, Text) and part.name == name
        for id_, text in _texts(part).items()
    }
    match key:
        case ChoiceKey():
            return [text for id_, text in texts.items() if id_ in key.ids]
        case OrderKey():
            return [texts[id_] for id_ in key.ids]
        case TextKey():
            return list(key.accepted)
        case ModelAnswer(text):
            return [text]
        case NumberKey():
            return [f"{key.value:f} {key.unit}".rstrip()]
        case _:
            assert_never(key)
