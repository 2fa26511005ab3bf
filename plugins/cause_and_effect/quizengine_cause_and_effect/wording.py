"""English for questions: words of the article turned into "What has …?" and "Why did …?", where that is certain."""

import re

from quizengine import Span
from quizengine.language.chunks import VerbGroup
from quizengine.language.clauses import Clause
from quizengine.language.told import is_written
from quizengine.language.word_lists import listed
from quizengine.language.words import Word, words_in

_SINGULAR = {
    "have": "has",
    "are": "is",
    "were": "was",
    "do": "does",
    "’ve": "has",
    "'ve": "has",
    "’re": "is",
    "'re": "is",
}
_FILLERS = frozenset(
    ("also", "thus", "then", "therefore", "again", "too", "now", "in", "turn")
)  # fmt: skip
_IRREGULAR_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_SHORTEST_PLURAL = 5
_SAME_IN_THE_PAST = listed(
    """
    cut put set hit let cost hurt shut spread read beat quit split burst cast broadcast forecast upset bet bid
    shed thrust wed
    """
)


def capitalised(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def running(span: Span) -> str:
    """The words of a span as they stand inside a sentence: on one line, with no capital that only begins a sentence."""
    return lowered(" ".join(span.text.split()), span)


def lowered(text: str, span: Span) -> str:
    """The text of a span without the capital of its first word, unless that is a name's."""
    first, *others = words_in(span)[:2] or (None,)
    if first is not None and _is_only_first(first):
        return text[:1].lower() + text[1:]
    if first is not None and first.tag == "ADJ" and others and others[0].text[:1].isupper():
        return text
    if first is None or first.tag == "PROPN" or first.text == "I" or (len(first.text) > 1 and first.text.isupper()):
        return text
    if first.tag == "ADJ" and re.search(r"(?:an|ish|ese|ern|ch|i|ss)\Z", first.text):
        return text
    return text[:1].lower() + text[1:]


def _is_only_first(word: Word) -> bool:
    """Whether a plural that is taken for a name only begins a sentence: the article writes it small elsewhere."""
    lower = word.text.lower()
    plural = word.tag == "PROPN" and len(lower) > _SHORTEST_PLURAL and lower.endswith("s")
    return plural and is_written(word.span.article, lower)


def third_person(group: VerbGroup) -> str:
    """The verb group as it follows "What": "have spurred" is "has spurred"."""
    first, *rest = _without_fillers(group)
    return " ".join([_singular(first), *(word.text for word in rest)])


def inverted(group: VerbGroup, subject: str, plural: bool | None = None) -> str:
    """The verb group around its subject as a question has it: "did the storm cause", "has the storm caused".

    Raises ValueError when the tense is not certain ("they cut", "the storm hit").
    """
    first, *rest = _without_fillers(group)
    if first.tag == "AUX":
        if first.text.lower() in ("’s", "'s", "’d", "'d", "’ll", "'ll"):
            raise ValueError(f"“{group.span.text}” can be more than one word")
        if rest and rest[0].text.lower() in ("n’t", "n't"):
            return " ".join([_full(first) + rest[0].text, subject, *(word.text for word in rest[1:])])
        return " ".join([_full(first), subject, *(word.text for word in rest)])
    if first.fine == "VVB" and (plural is False or first.lemma in _SAME_IN_THE_PAST):
        raise ValueError(f"whether “{first.text}” is past or present is not certain")
    helper = {"D": "did", "Z": "does", "B": "do"}[first.fine[2]]
    return " ".join([helper, subject, _base(first), *(word.text for word in rest)])


def why(clause: Clause, subject: str, word: str = "Why") -> str:
    """The question for a clause's cause, without the question mark: "Why did the bridge close"."""
    asked = inverted(clause.verb, subject, clause.is_plural)
    rest = f" {' '.join(clause.rest.text.split())}" if clause.rest else ""
    return f"{word} {asked}{rest}"


def _without_fillers(group: VerbGroup) -> list[Word]:
    return [word for word in group.words if word.text.lower() not in _FILLERS]


def _full(word: Word) -> str:
    return {"’ve": "have", "'ve": "have", "’re": "are", "'re": "are"}.get(word.text.lower(), word.text.lower())


def _singular(word: Word) -> str:
    lower = word.text.lower()
    if lower in _SINGULAR:
        return _SINGULAR[lower]
    return third(word.lemma) if word.fine == "VVB" else lower


def third(base: str) -> str:
    """The third person singular of a verb: "cause" is "causes", "carry" is "carries"."""
    if base in _IRREGULAR_THIRD:
        return _IRREGULAR_THIRD[base]
    if re.search(r"[^aeiou]y\Z", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|x|z|ch|sh|o)\Z", base) else f"{base}s"


def _base(word: Word) -> str:
    return word.lemma.lower()
