"""What the article says somebody did, as an option: “closed the bridge” is made “close” or “closing the bridge”."""

import re
from collections.abc import Iterator, Sequence

from quizengine import Span
from quizengine.language.chunks import Chunk, VerbGroup
from quizengine.language.clauses import is_report, shape
from quizengine.language.word_lists import listed
from quizengine.language.words import words_in
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.wording import running

_ACT = re.compile(r"v(?=n)n(?:pn){0,2}(?=[,.;])")
_STATES = listed(
    """
    be have do become seem remain appear make get let represent include contain mean mark reflect need want like love
    hate own belong involve resemble lack concern consist cost deserve equal fit face suffer receive await lead cause
    happen occur see hear begin stop keep come go suggest underscore signal cite spark trigger prompt provoke spur fuel
    exacerbate worsen boost increase improve weaken strengthen disrupt raise stoke inspire produce ignite allow enable
    force drive understand know exceed reach miss
    """
)
"""Verbs that tell a state, a cause or a view rather than something that was done."""
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]\Z|(?:\w*(?:fer|mit|cur|pel|gin|get|trol|bet|set|run|quip))\Z")
_SINGLE = frozenset(("offer", "differ", "suffer", "limit", "vomit", "target", "budget", "summit", "market"))


def acts(pieces: Sequence[Chunk]) -> Iterator[Span]:
    """The finite verbs of a sentence with their objects, where they tell something that was done."""
    code = shape(pieces)
    for found in _ACT.finditer(code):
        verb = pieces[found.start()]
        if not isinstance(verb, VerbGroup) or verb.head.lemma.lower() in _STATES or is_report(verb):
            continue
        if len(verb.words) == 1 and verb.form == "finite" and verb.head.tag == "VERB":
            yield verb.span.to(pieces[found.end() - 1].span)


def is_act(span: Span) -> bool:
    """Whether a span begins with a finite verb."""
    return next((word.fine in ("VVD", "VVZ", "VVB") for word in words_in(span)), False)


def to_do(span: Span) -> str:
    """The words of an act as an infinitive without its "to": "close the bridge"."""
    return _with_verb(span, _base(span))


def doing(span: Span) -> str:
    """The words of an act as a participle: "closing the bridge"."""
    return _with_verb(span, participle(_base(span)))


def participle(base: str) -> str:
    """The present participle of a verb: "use" is "using", "stop" is "stopping", "lie" is "lying"."""
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye", "inge")):
        return f"{base[:-1]}ing"
    doubled = _DOUBLED.match(base) and base not in _SINGLE
    return f"{base}{base[-1]}ing" if doubled else f"{base}ing"


def _base(span: Span) -> str:
    return words_in(span)[0].lemma.lower()


def _with_verb(span: Span, verb: str) -> str:
    rest = span.article.text[words_in(span)[0].span.end : span.end]
    return " ".join((verb + rest).split())


def in_form(span: Span, form: Form | None) -> str:
    """The words of a span inside a sentence, an act in the form of an option."""
    if not is_act(span):
        return running(span)
    return {Form.MOTIVE: f"to {to_do(span)}", Form.ACTION: doing(span)}.get(form or Form.DEED, to_do(span))
