"""The words around a typed number that do not change its value ("x =", "about", "in 1492"), and its era."""

import re
import unicodedata

from quizengine.language.numbers.number_words import VULGAR
from quizengine.quiz.grading.superscripts import with_carets

MOST_CHARACTERS = 200
"""No number that is typed has more; the patterns here may cost the square of it."""

_MINUS = str.maketrans("−–‒—﹣－", "------")
_APOSTROPHES = str.maketrans("’‘´`ʼ′", "''''''")
_BEFORE = re.compile(
    r"(?:"
    r"[^\W\d]{1,4}(?:_?\w{1,2}|\([^()]{1,8}\))?\s*(?:=|≈|≃|~|:=)"  # x = 12, f(2) = 12
    r"|[=≈≃~]"
    r"|(?:the |die |das |la )?(?:answer|solution|result|antwort|lösung|ergebnis|respuesta|réponse)"
    r"\s?(?:is|ist|es|est|:|=)"
    r"|(?:exactly|precisely|genau|exactement|exactamente)\b|(?:it is|it's|das sind|es sind|c'est|ce sont|son|es)\b"
    r"|(?:the|in|im|en|anno|l'an|an|el|year|jahre?|año)(?=(?:\s+(?:the|l'an|el|year|jahre?|año|ad|a\.d\.))*\s+\d)"
    r"|(?:ad|a\.d\.?|ce)(?=\s*\d)"
    r"|(?:about|approximately|approx\.?|around|roughly|circa|ca\.?|c\.|some"
    r"|etwa|ungefähr|rund|zirka|environ|à peu près|aproximadamente|alrededor de|unos|unas|cerca de|más o menos)(?=\s)"
    r")\s*",
    re.IGNORECASE,
)
_AFTER_CHRIST = r"ad|ce|a\.d\.?|c\.e\.?|n\.\s?chr\.?|nach christus|d\.\s?c\.?|después de cristo|apr(?:ès|\.?) j\.-?c\.?"
_AFTER = re.compile(rf"\s*(?:\b(?:{_AFTER_CHRIST})|[.!?;]+)\Z", re.IGNORECASE)
_AD = re.compile(rf"\A(?:ad|a\.d\.?|ce)\s*(?=\d)|\s*\b(?:{_AFTER_CHRIST})\Z", re.IGNORECASE)
_BEFORE_CHRIST = re.compile(
    r"\s*\b(?:bce?|b\.\s?c\.?(?:\s?e\.?)?|v\.\s?chr\.?|vor christus|a\.\s?c\.?|antes de cristo|av\.? j\.-?c\.?"
    r"|avant j\.-?c\.?)\Z",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"\A[(\[\"'“”„«»]+([^()\[\]\"“”„«»]*?)[)\]\"'“”„«»]+\.?\Z")


def bare_number(text: str) -> str:
    """The text in plain signs: raised digits after ^, one kind of minus and apostrophe, no words around a figure."""
    text = with_carets(text.replace("º", "°").strip())
    text = "".join(f" {_fraction(sign)}" if sign in VULGAR else unicodedata.normalize("NFKC", sign) for sign in text)
    text = text.translate(_MINUS).translate(_APOSTROPHES)
    text = _WRAPPED.sub(r"\1", text)
    for _ in range(3):
        text = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    return _AFTER.sub("", text).strip() if not _BEFORE_CHRIST.search(text) else text


def era_of(text: str) -> str:
    """BC or AD, where a text ends (or begins) with either in one of the four languages; else empty."""
    plain = text.strip()
    if len(plain) > MOST_CHARACTERS:
        return ""
    if _BEFORE_CHRIST.search(plain):
        return "BC"
    return "AD" if _AD.search(plain) else ""


def without_era(text: str) -> str:
    """The text without what says in which era its year lies."""
    return _AD.sub("", _BEFORE_CHRIST.sub("", text.strip())).strip()


def _fraction(sign: str) -> str:
    """A fraction of one character in three: 1/2."""
    return unicodedata.normalize("NFKC", sign).replace("⁄", "/")
