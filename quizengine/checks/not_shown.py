"""A rule about stems that refer to something missing: a diagram, a text, a program, an underlined word."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quizengine.checks.authorities import HALADYNA, TARRANT
from quizengine.checks.option_lists import option_lists
from quizengine.extensions.records import Check
from quizengine.language.content_stems import outside_quotations
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_PICTURES = (
    r"(?:[a-z]+ )?"
    r"(?:diagram|figure|graph|chart|picture|image|photo(?:graph)?|cartoon|poster|drawing|illustration|sketch|screenshot|map)"
)
_TEXTS = r"(?:text|passage|extract|excerpt|poem|author|writer|narrator)"
_CODE = r"(?:program(?:me)?|code|script|snippet|loop|query|expression|equation)"
_ENDS = (
    r"(?=\s*[,.?:;)]|\s*\Z| (?:has|have|shows?|is|are|was|were|do|does|did|can|will|would|which|what|who|where|how|why"
    r"|must|needs?|at|when|after|if|above|below|on the|prints?|outputs?|returns?|displays?|represents?|marks?)\b)"
)
"""Words after a noun that is not the first of two: "the map legend", "the graph of sin x" and "the code 404"."""
_LONG = 60
"""Characters before the sentence that asks: so many may be the very text that is meant."""
_MOST_READ = 1_000
"""Characters of a stem that are looked at, from its end."""
_PICTURED = re.compile(r"\n|!\[|<|https?:|:\s*\S")
_WRITTEN = re.compile(r"\n|`|[“”\"„«»]|:\s*\S|\d")
_MARKED = re.compile(r"[*_<]|[A-Z]{3}")


@dataclass(frozen=True)
class _Pointer:
    """Words that point at something, and how to tell that a question shows it."""

    words: re.Pattern[str]
    shown: Callable[[Question, Article | None], bool]
    advice: str


def _has_picture(question: Question, article: Article | None) -> bool:
    return bool(_PICTURED.search(question.stem))


def _has_text(question: Question, article: Article | None) -> bool:
    if article is not None or question.evidence is not None or _said_before(question.stem):
        return True
    return bool(re.search(r"\n|[“”\"„«»]|:\s*\S", question.stem))


def _has_code(question: Question, article: Article | None) -> bool:
    return bool(_WRITTEN.search(question.stem)) or _said_before(question.stem)


def _has_marks(question: Question, article: Article | None) -> bool:
    options = " ".join(text for one in option_lists(question) for text in one.options)
    return bool(_MARKED.search(f"{question.stem} {options}"))


def _said_before(stem: str) -> bool:
    """Return whether a passage of its own is before the last sentence."""
    return len(re.split(r"(?<=[.!?])\s", stem.strip())) > 1 and len(stem) > _LONG


_POINTERS = (
    _Pointer(
        re.compile(
            rf"\b(?:in|from|on|at|by|of|using|does|to) (?:the|this) {_PICTURES}\b{_ENDS}"
            rf"|\b(?:according to|from) (?:the|this) table\b{_ENDS}|\bthe shaded \w+"
            r"|\b(?:part|point|area|region|organ|structure|component|arrow|bone|layer)s?(?: (?:is|are))?"
            r" (?:labelled|marked)(?: with)? [A-Z0-9]\b",
            re.IGNORECASE,
        ),
        _has_picture,
        "say in words what it shows",
    ),
    _Pointer(
        re.compile(
            rf"\b(?:the|this) (?:{_PICTURES}|(?:[a-z]+ )?(?:{_TEXTS}|{_CODE}|output|table|sentence|triangle|circle))"
            r"(?: (?:shown|given|printed))? (?:above|below|opposite|overleaf)\b(?! \d)"
            r"|\b(?:shown|pictured|printed|drawn) (?:above|below|opposite|overleaf)\b",
            re.IGNORECASE,
        ),
        _has_picture,
        "put it into the stem",
    ),
    _Pointer(
        re.compile(
            r"\b(?:the|an?) (?:underlined|highlighted|bold|italici[sz]ed|circled) \w+"
            r"|\b(?:le|la|les) \w+ souligné\w*|\b(?:de[rmn]|die|das) unterstrichene\w* \w+"
            r"|\b(?:el|la|los|las) \w+ subrayad\w+|\b(?:il|lo|la|le|i|gli) \w+ sottolineat\w+",
            re.IGNORECASE,
        ),
        _has_marks,
        "set it between asterisks, or name it",
    ),
    _Pointer(
        re.compile(
            rf"\b(?:according to|in|from) (?:the|this) {_TEXTS}\b{_ENDS}"
            r"|\bdoes the (?:author|writer|narrator|speaker)\b"
            rf"|\bof (?:the|this) (?:passage|extract|excerpt|poem)\b{_ENDS}"
            r"|\b(?:d['’]après|selon|dans) (?:le|ce) (?:texte|document)\b|\b(?:laut(?: dem)?|im) Text\b"
            r"|\b(?:según|en) el texto\b|\b(?:secondo il|nel) testo\b",
            re.IGNORECASE,
        ),
        _has_text,
        "name the article in the bank, or put the words that are needed into the stem",
    ),
    _Pointer(
        re.compile(
            rf"\b(?:value|output|result)\b[^?]*? (?:the|this) (?:following )?{_CODE}\b{_ENDS}"
            rf"|\bdoes (?:the|this) (?:following )?{_CODE} (?:print|output|return|display|do|give)\b",
            re.IGNORECASE,
        ),
        _has_code,
        "put it into the stem",
    ),
)


def not_shown(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem written by hand leans on a diagram, a text or code that the question does not show."""
    if question.origin is not None:
        return
    stem = outside_quotations(question.stem)[-_MOST_READ:]
    for pointer in _POINTERS:
        found = pointer.words.search(stem)
        if found and not pointer.shown(question, article) and not _is_told_of(found, stem):
            yield f"the stem says “{found[0].strip()}”, and the question does not show it; {pointer.advice}"
            return


def _is_told_of(found: re.Match[str], stem: str) -> bool:
    """True if the stem has named the thing already: "A map has the scale 1 to 100. How long on the map is …?"."""
    return bool(re.search(rf"\b{re.escape(found[0].split()[-1])}", stem[: found.start()], re.IGNORECASE))


SHOWING_CHECKS = (
    Check(
        "not-shown",
        not_shown,
        "Students who have not seen the diagram cannot answer, and a quiz may be taken without its sheet.",
        "warning",
        f"{HALADYNA} (4, 14: items independent and clear); {TARRANT} (ambiguous information)",
        "Which switch in the diagram has to be closed? = S1 ~ S2 ~ S3",
        "In which diagram is a heat engine drawn as a closed curve? = the p-V diagram ~ a bar chart ~ a family tree",
    ),
)
