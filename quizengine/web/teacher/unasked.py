"""The passages of an article that no question is about, as a teacher reads them: by subject and reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizengine.extensions.records import Refusal
from quizengine.language import sentence_of
from quizengine.web.app_context import app_context
from quizengine.web.render.evidence import Proof

_MOST = 160
"""Characters that are shown before and after the words in question."""
_STEM = re.compile(r" \(stem: .*\)\Z", re.DOTALL)
_CHECK = re.compile(r"\b([a-z]+(?:-[a-z]+)*): ")


@dataclass(frozen=True)
class Reason:
    """A reason why something is not asked, in a sentence, with the passages that it is about."""

    words: str
    passages: tuple[Proof, ...]


@dataclass(frozen=True)
class Subject:
    """The passages that one generator found and did not ask about."""

    generator: str
    reasons: tuple[Reason, ...]

    @property
    def total(self) -> int:
        """The number of passages."""
        return sum(len(one.passages) for one in self.reasons)


def by_subject(refusals: Iterable[Refusal]) -> tuple[Subject, ...]:
    """Sort what is not asked by generator and reason; the most frequent reasons come first."""
    found: dict[str, dict[str, dict[Proof, None]]] = {}
    for one in refusals:
        found.setdefault(one.generator, {}).setdefault(_in_words(one.reason), {})[_passage(one)] = None
    return tuple(
        Subject(
            generator,
            tuple(
                Reason(words, tuple(passages))
                for words, passages in sorted(reasons.items(), key=lambda each: -len(each[1]))
            ),
        )
        for generator, reasons in sorted(found.items())
    )


def _in_words(reason: str) -> str:
    """A reason as a sentence, without the names of checks and the stem of a question that was not asked."""
    checks = app_context().engine.registry.checks
    plain = _CHECK.sub(lambda name: "" if name[1] in checks else name[0], _STEM.sub("", reason)).strip()
    return f"{plain[:1].upper()}{plain[1:]}{'' if plain.endswith(('.', '!', '?')) else '.'}"


def _passage(refusal: Refusal) -> Proof:
    """The words in question in their sentence; a long sentence is cut at words."""
    span, text = refusal.span, refusal.span.article.text
    whole = sentence_of(span) if span.text else span
    before, after = text[whole.start : span.start], text[span.end : max(whole.end, span.end)]
    if len(before) > _MOST:
        before = f"… {before[-_MOST:].partition(' ')[2]}"
    if len(after) > _MOST:
        after = f"{after[:_MOST].rpartition(' ')[0]} …"
    return Proof(before, span.text, after)
