"""Rules about keys that stand out by their form: length, punctuation, precision, or the parts they consist of."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.option_lists import only_option_list, single_key
from quizengine.checks.option_sets import points_at_others
from quizengine.extensions.records import Check
from quizengine.generation.cueing import plain
from quizengine.language.content_stems import content_words, outside_quotations
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_LONGER_BY = 15
_LONGER_TIMES = 1.6
_LONGER_TIMES_BY_HAND = 2.0
"""Whoever has thought of distractors has left a key half as long again, and is right to."""
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FULL_STOP = re.compile(r"(?:\w\w|\d|[\W_])[.!;]\Z")
_ABBREVIATED = re.compile(r"\s[A-Z]\w{0,4}\.\Z")  # Jr., Inc., Corp.
_ARTICLE = re.compile(
    r"(?:(?:the|an?|les?|la|une?|der|die|das|eine?|el|l[ao]s|un[ao]s?|il|lo|gli)\s|l['’])(?=[^\W\d_])", re.IGNORECASE
)
_SEVERAL = 2
_WORDS_OF_NOUN = 3
"""A noun with its article and one more word; what is longer may be a sentence, and begins as it has to."""
_ACCENT_ASKED = re.compile(r"\b(?:accents?|acentos?|tildes?|tréma|umlaute?|diaeresis|accento)\b", re.IGNORECASE)
_SIGNS = re.compile(r"[#={}\[\]<>]")
_OF_FORMULA = re.compile(r"[²³⁴-⁹ⁿ₀-₉=]")
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
_JOINED = re.compile(r" ?(?:,(?= )|;|\+|\band\b) ?")
_REMARK = re.compile(r"(?<!\w)\([^)]{3,200}\)(?!\w)")


@dataclass(frozen=True)
class _Form:
    """Something about the look of an option that all options should share; None if it cannot be told."""

    has: Callable[[str], bool | None]
    having: str
    lacking: str


def _capital(text: str) -> bool | None:
    """Return whether a text begins with a capital that it has not by right, as names and nouns of titles have."""
    first = (text.split() or [""])[0]
    if text in ("True", "False", "None") or first.split("'")[0].split("’")[0] == "I":
        return None  # so Python and English write them
    if first[:1].islower():
        return False
    return True if first.isalpha() and not content_words(first) else None


def _full_stop(text: str) -> bool | None:
    """Return whether a text ends like a sentence; the point of an abbreviation tells nothing."""
    return None if _ABBREVIATED.search(text) or _SIGNS.search(text) else bool(_FULL_STOP.search(text.rstrip()))


_FORMS = (
    _Form(_full_stop, "ends in a full stop", "has no full stop"),
    _Form(_capital, "begins with a capital", "does not begin with a capital"),
    _Form(
        lambda text: bool(_REMARK.search(outside_quotations(text))),
        "holds a remark in brackets",
        "holds no remark in brackets",
    ),
    _Form(lambda text: text[:1] in '“"‘', "stands in quotation marks", "stands in no quotation marks"),
)


def longest_is_key(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the key is far longer than every distractor."""
    if not (found := single_key(question)):
        return
    key, distractors = found
    longest = max(map(len, distractors))
    times = _LONGER_TIMES_BY_HAND if question.origin is None else _LONGER_TIMES
    if len(key) >= longest + _LONGER_BY and len(key) >= longest * times:
        yield f"the key has {len(key)} characters and the longest distractor {longest}; make them alike in length"


def key_stands_out(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the key alone begins or ends unlike all its distractors: a capital, a full stop, brackets."""
    yield from _keys_with_articles(question)
    if not (found := single_key(question)):
        return
    key, distractors = found
    if key in question.stem or points_at_others(key):
        return  # it is written as it is in the stem, or another check says what is wrong with it
    if _of_accents(key, distractors, question.stem):
        yield f"the stem asks about an accent, and of all options only the key “{key}” is written with one"
    for form in _FORMS:
        seen = {form.has(text) for text in distractors}
        if len(seen) == 1 and None not in (form.has(key), *seen) and form.has(key) not in seen:
            yield f"of all options only the key “{key}” {form.having if form.has(key) else form.lacking}"
            return


def _keys_with_articles(question: Question) -> Iterator[str]:
    """Say so when several keys have an article ("la page") and no distractor has one ("village")."""
    one = only_option_list(question)
    if one is None or min(len(one.keys), len(one.distractors)) < _SEVERAL:
        return
    if any(len(text.split()) > _WORDS_OF_NOUN or text[-1] in ".!?" for text in one.options):
        return
    if all(map(_ARTICLE.match, one.keys)) and not any(map(_ARTICLE.match, one.distractors)):
        yield f"all right options have an article, as “{one.keys[0]}” has, and no wrong one has; build them alike"


def _of_accents(key: str, distractors: Iterable[str], stem: str) -> bool:
    """True if a stem that asks which word has an accent shows it in the key alone, which then is told by its look."""
    if not _ACCENT_ASKED.search(stem) or not _accented(key) or any(map(_accented, distractors)):
        return False
    return plain(key) not in map(plain, distractors)  # "árbol" beside "arbol" asks how to write it


def _accented(text: str) -> bool:
    return any(map(unicodedata.combining, unicodedata.normalize("NFD", text)))


def key_more_precise(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the key is the only number that is not round."""
    if not (found := single_key(question)):
        return
    key, distractors = _digits(found[0]), [_digits(text) for text in found[1]]
    if key is None or None in distractors:
        return
    finest = max(digits for digits in distractors if digits is not None)
    if key >= finest + 2:
        yield f"the key {found[0]} has {key} figures that count and the distractors at most {finest}; make them alike"


def key_converges(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when options are combinations and the key is made of the pieces that occur most."""
    one = only_option_list(question)
    if not one or len(one.keys) != 1 or len(one.distractors) < 2:
        return
    if any(_OF_FORMULA.search(text) or not _LONG_WORD.search(text) for text in one.options):
        return  # the terms of a formula
    pieces = {text: frozenset(_JOINED.split(" ".join(text.casefold().split()))) for text in one.options}
    if any(len(parts) < 2 for parts in pieces.values()):
        return
    often = Counter(piece for parts in pieces.values() for piece in parts)
    weight = {text: sum(often[piece] for piece in parts) / len(parts) for text, parts in pieces.items()}
    key = one.keys[0]
    if all(often[piece] > 1 for piece in pieces[key]) and all(weight[key] > weight[text] for text in one.distractors):
        yield f"the key “{key}” is made of the pieces that occur most often in the options, so it can be guessed"


def _digits(text: str) -> int | None:
    """Return how many figures count in a number: 3 in 1,080, 1 in 2,000; None if there is not one number."""
    figures = _FIGURE.findall(text)
    return len(figures[0].replace(",", "").replace(".", "").strip("0")) if len(figures) == 1 else None


FORM_CHECKS = (
    Check(
        "longest-option-is-key",
        longest_is_key,
        "Writers take more care to make the key exactly right, and students know it.",
        "warning",
        f"{HALADYNA} (24: options alike in length); {TARRANT} (longest option correct); {SAQUET}",
        "Why did the ferry stop? = because the harbour board had no more money for its repair ~ because of fog "
        "~ because of a storm",
        "Why did the ferry stop? = because money was short ~ because of the fog ~ because of a storm",
    ),
    Check(
        "key-stands-out",
        key_stands_out,
        "Students who know nothing pick the option that looks different, and are right.",
        "warning",
        f"{HALADYNA} (23, 28e: options alike, no conspicuous key); {TARRANT} (key stands out)",
        "What did the ferry carry? = Rye. ~ coal ~ oats",
        "What did the ferry carry? = rye ~ coal ~ oats",
    ),
    Check(
        "key-more-precise",
        key_more_precise,
        "Among round numbers the one that is not round has been looked up.",
        "warning",
        f"{TARRANT} (key more detailed than the distractors)",
        "How many eels were counted? = 10,482 ~ 5,000 ~ 20,000",
        "How many eels were counted? = 10,482 ~ 5,116 ~ 20,935",
    ),
    Check(
        "key-converges",
        key_converges,
        "The option that has most in common with all the others is usually the key.",
        "warning",
        f"{HALADYNA} (28: no clues to the key); {TARRANT}, {SAQUET} (convergence cues)",
        "What does the tree need? = light and water ~ light and salt ~ water and sand",
        "What does the tree need? = light and water ~ salt and sand ~ oil and tar",
    ),
)
