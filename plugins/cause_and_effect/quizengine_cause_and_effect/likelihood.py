"""Tells what leads to something from who does something, and what is told from what is only alleged."""

import re

from quizengine import Span
from quizengine.language.chunks import NounPhrase
from quizengine.language.names import name_at
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.doubts import Unsure
from quizengine_cause_and_effect.readings import Reading, Signal
from quizengine_cause_and_effect.sentence_view import Stretch, View

_DOERS = re.compile(r"(?i)\w+(?:ist|ian|man|men|woman|women)\Z")
_DOING = listed(
    """
    he she they i we you who people police youth student crowd mob party group union government minister president court
    council guerrilla rebel militant official farmer worker protester teacher officer lawyer leader player voter driver
    trader writer owner manager soldier member lawmaker settler supporter rioter fighter researcher doctor actor author
    senator governor mayor director editor investor visitor prisoner singer reporter user consumer customer founder
    father mother brother sister daughter son boy girl child parent family friend candidate army company agency team
    administration congress senate department ministry predecessor successor opponent rival critic neighbour neighbor
    """
)
_NOTHING = re.compile(
    r"(?i)\b(?:hardly|scarcely|barely|none|nobody|no one|nothing|no longer)\b|\A(?:there (?:is|was|were) )?no\b"
)
_LITERAL = re.compile(r"(?:blast|explosion|bomb|device|alarm|mine|firecracker|firework|trouble)\Z")


def must_be_likely(view: View, signal: Signal, cause: Stretch, effect: Stretch) -> None:
    """Raise Unsure when somebody does something rather than something leading to something."""
    told = view.code[cause.start : cause.end]
    is_phrase = "v" not in told or bool(re.match(r"n(?:p+n)*,?w", told))
    is_deed = signal.reading in (Reading.CAUSES, Reading.MAKES_DO) and is_phrase
    doer = view.main_word(Stretch(cause.start, cause.start + 1)) if is_phrase else view.main_word(cause)
    if is_deed and (doer in _DOING or _DOERS.match(doer) or _is_somebody(view, cause)):
        raise Unsure("it tells who did it, not what led to it")
    is_blamed = doer in _DOING or _is_somebody(view, cause) or view.head_is_a_name(effect)
    if signal.reading is Reading.LAID_TO and is_blamed:
        raise Unsure("it tells who is blamed, not what led to it")
    if signal.reading is Reading.CAUSES and _LITERAL.match(view.main_word(effect)):
        raise Unsure("it tells how it was done, not what led to it")
    if signal.reading is Reading.CAUSES and (view.head_is_a_name(effect) or view.main_word(effect) in _DOING):
        raise Unsure("the effect is not something that happens")
    _must_tell_of_something(view, signal, cause, effect)
    is_time = re.fullmatch(r"(?:day|week|month|year|hour|time)s?", view.main_word(cause))
    if is_time and view.pieces[min(cause.start + 1, len(view.pieces) - 1)].span.text != "of":
        raise Unsure("it tells how long or when")
    if '"' in (view.code[cause.end : cause.end + 1], view.code[effect.end : effect.end + 1]):
        raise Unsure("where a quotation comes in, the borders are not certain")
    if any(view.is_alleged(stretch.start) for stretch in (cause, effect)):
        raise Unsure("somebody alleges it")
    if any(view.code[stretch.end - 1] in "twWjp" for stretch in (cause, effect)):
        raise Unsure("the words break off")
    bare = view.pieces[cause.start].span.text in ("This", "That") and cause.start == 0
    if view.is_pronoun(cause) and not bare:
        raise Unsure("the cause is named elsewhere")
    if signal.name == "following" and effect.start > cause.start:
        raise Unsure("it may only tell what came first")


def _must_tell_of_something(view: View, signal: Signal, cause: Stretch, effect: Stretch) -> None:
    """Raise Unsure when what is told is that nothing happened, who acted, or what a relative clause adds."""
    participle = view.verb is not None and view.verb.form == "participle"
    if signal.name.startswith("be ") and participle and view.code[effect.start - 1 : effect.start] == "p":
        raise Unsure("what the participle belongs to is not certain")
    if signal.changes and view.head_is_a_name(cause):
        raise Unsure("it tells who did it, not what led to it")
    if any(_is_nothing(view.span(stretch)) for stretch in (cause, effect)):
        raise Unsure("it tells that nothing came of it, or of nothing")
    if re.search(r",w[^,]*\Z", view.code[cause.start : cause.end]) and cause.end <= view.first:
        raise Unsure("the verb belongs to a relative clause")


def _is_nothing(span: Span | None) -> bool:
    return span is not None and bool(_NOTHING.search(span.text))


def _is_somebody(view: View, cause: Stretch) -> bool:
    """Whether a phrase is the name of a person, an organisation or a place, which do things rather than cause them."""
    noun = view.pieces[cause.start]
    if not isinstance(noun, NounPhrase) or noun.head.tag != "PROPN":
        return False
    name = name_at(noun.head.span)
    return name is not None and name.kind != "other"
