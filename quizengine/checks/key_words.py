"""Rules about keys that stand out by their words: grammar of the stem, repeated words, absolute and hedging terms."""

import re
from collections import Counter
from collections.abc import Iterator

from quizengine.checks.authorities import HALADYNA, SAQUET, TARRANT
from quizengine.checks.examples import shows_code, without_code
from quizengine.checks.option_lists import single_key, truth_value
from quizengine.extensions.records import Check
from quizengine.language.content_stems import content_words, outside_quotations
from quizengine.language.names.given_names import pronoun_for
from quizengine.language.sentences import sentences_in
from quizengine.language.word_lists import word_set
from quizengine.quiz.questions import Question
from quizengine.text.article import Article, cache_per_article

_ABSOLUTE = re.compile(
    r"(?<!almost )(?<!nearly )(?<!not )\b"
    r"(?:always|(?<!should )(?<!must )(?<!has )(?<!have )(?<!had )never|completely|absolutely|entirely|totally"
    r"|invariably|impossible|certainly|at all times|under all circumstances"
    r"|without exception|every single|all of the time)\b",
    re.IGNORECASE,
)
_HOLDS_ALWAYS = re.compile(r"\b(?:no|none|nothing|all|every|each|only|any)\b", re.IGNORECASE)
"""Words that make a key as absolute as any distractor."""
_POINT_OF_IT = re.compile(
    r"\beven (?:if|when|though|in|without)\b"
    r"|[=∥⊥≤≥√π]|\b(?:angles?|triangles?|rectang\w+|rhombus\w*|diagonals?|polygons?|quadrilaterals?"
    r"|parallelograms?|perpendicular|parallel|intersect\w*|integers?|prime numbers?|(?:even|odd) numbers?|divisible"
    r"|derivatives?|matri(?:x|ces)|vectors?|equations?|theorems?)\b",
    re.IGNORECASE,
)
"""Stems that ask about "always" itself: a possible exception is named, or mathematics says it of all things."""
_HEDGED = re.compile(
    r"\b(?:usually|often|generally|typically|sometimes|frequently|in most cases|tends? to|rarely|seldom|normally)\b",
    re.IGNORECASE,
)
_AN = re.compile(r"(?i)(?<![\w/])(an?)[\W_]*\Z")
_SOUNDS_LIKE_YOU = re.compile(r"(?i)(?:u(?:ni|s[ae]|r[aeio]|t[ei]|bi)|eu|ewe|one\b|once\b|[uU]\.?[SKN]\b)")
_SILENT_H = re.compile(r"(?i)h(?:our|onest|onou?r|eir)")
_MOSTLY_PLURAL = re.compile(r"(?i)\b(?:which|what|who) (?:are|were|have)\b")
_MOSTLY_SINGULAR = re.compile(r"(?i)\b(?:which|what|who) (?:is|was|has)\b")
_CLAUSE_AFTER = re.compile(r",\s+(?:\w+\s+){2,}\w+")
"""A beginning that is an aside before the main clause: "To float, a ship needs …"."""
_OF_ONE_SEX = {
    "she": re.compile(
        r"\b(?:lady|wom[ae]n|queen|empress|princess|duchess|actress|heroine|she|hers?|herself|mother|sister|daughter)\b",
        re.IGNORECASE,
    ),
    "he": re.compile(
        r"\b(?:gentlem[ae]n|m[ae]n|king|emperor|prince|duke|hero|he|his|him|himself|father|brother|son)\b",
        re.IGNORECASE,
    ),
}
_NICKNAME = {
    "she": re.compile(r"\b(?:called|known as|nicknamed|dubbed) (?:the )?\W(?:[\w]+ ){0,3}(?:Lady|Queen|Woman)\b"),
    "he": re.compile(r"\b(?:called|known as|nicknamed|dubbed) (?:the )?\W(?:[\w]+ ){0,3}(?:King|Man|Prince)\b"),
}
_SEX = {"she": "woman", "he": "man"}
_TELLING = 5
"""Letters that two forms of one word have in common: "stroke" and "strokes" are cut to different stems."""
_HOW_LONG = re.compile(r"\bhow \w+", re.IGNORECASE)
"""“How long …?” “As long as …” repeats no word that tells anything."""
_MUCH = 6
_MUCH_BY_HAND = 2
"""One word of so many of a key, or of fewer, is what a reader's eye is caught by; a person's key that explains
something cannot help naming what it explains."""
_OF_MEANING = re.compile(r"\b(?:means?|stands? for|translat\w+)\b", re.IGNORECASE)
"""Stems about the meaning of a sign or a word, which can be any kind of word."""
_NEVER = re.compile(r"(?:never|nowhere|nobody|no one|nothing|none|always)", re.IGNORECASE)
"""Questions that can only be answered with "never": "When may …?"."""
_ASKS_HOW = re.compile(r"\b(?:how|by what means|in what way|what .*\bdo(?:es|ing)?)\b", re.IGNORECASE)
_QUOTATION_MARKS = "“\"‘'"
_OF_PLACE = "in"
"""Answers about place and time begin with "in", "at" or "on" as the noun requires; they count as alike."""
_BEGINNINGS = word_set("to by because with without in on at from for of when while after before that if since through")


def article_cue(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem ends in "a" or "an", which fits the key and not every distractor."""
    if not (found := single_key(question)) or not (last := _AN.search(without_code(question.stem).rstrip(" :?.…_"))):
        return
    needs_an = last[1].casefold() == "an"
    misfits = [text for text in found[1] if _takes_an(text) != needs_an]
    if _takes_an(found[0]) == needs_an and misfits:
        yield f"the stem ends in “{last[1]}”, which “{misfits[0]}” does not fit; write “a/an”, or ask a whole question"


def number_cue(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem asks for several and only the key is a plural, or for one and only the key is not."""
    if not (found := single_key(question)) or any(len(text.split()) > 2 for text in (found[0], *found[1])):
        return
    if all(text.split()[-1][:1].isupper() for text in (found[0], *found[1])):
        return  # Niles and Jobs are names of one person each
    plurals = {text: _is_plural(text) for text in (found[0], *found[1])}
    wanted = bool(_MOSTLY_PLURAL.match(question.stem))
    if not wanted and not _MOSTLY_SINGULAR.match(question.stem):
        return
    if plurals[found[0]] == wanted and all(plurals[text] != wanted for text in found[1]):
        yield f"only the key “{found[0]}” is {'a plural' if wanted else 'a singular'} as the stem's verb asks"


def gender_cue(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a stem asks for a woman and only the key is one, or for a man and only the key is."""
    if not (found := single_key(question)):
        return
    key, *others = (pronoun_for(text.split()[0]) if " " in text else "" for text in (found[0], *found[1]))
    if not key or set(others) != {"he" if key == "she" else "she"}:
        return
    said = _OF_ONE_SEX[key].search(outside_quotations(question.stem))
    if word := said or _NICKNAME[key].search(question.stem):
        yield f"the stem says “{word[0].split()[-1]}”, and only the key “{found[0]}” is a {_SEX[key]}"


def grammar_cue(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when all distractors are built alike ("by …", "to …") and the key alone is not."""
    if not (found := single_key(question)) or found[0][:1] in _QUOTATION_MARKS or _OF_MEANING.search(question.stem):
        return
    first = {text.split()[0].casefold() for text in (found[0], *found[1])}
    if shows_code(question.stem) or len(first) == 1 or " " not in found[0].strip():
        return
    key, distractors = _beginning(found[0]), {_beginning(text) for text in found[1]}
    if key == "-ing" and not _ASKS_HOW.search(question.stem):
        return  # "oncoming traffic" is a thing
    if len(distractors) == 1 and key not in distractors and (key or question.origin is not None):
        other = next(iter(distractors))
        yield f"the key begins with “{found[0].split()[0]}” and every distractor {_said(other)}; build them alike"


def word_repeats(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when a telling word of the stem is in the key and in no distractor.

    What the article is about tells nothing: its words come back in stems and in options of every kind. Nor does one
    word of many in a key that is a whole clause.
    """
    if not (found := single_key(question)):
        return
    stem = content_words(_HOW_LONG.sub("how", without_code(question.stem)))
    subject = _subject_words(article) if article else frozenset()
    key = content_words(found[0])
    shared = [word for word in key if word in stem and len(word) >= 4 and word not in subject and not word[0].isdigit()]
    told = {word[:_TELLING] for word in stem}
    repeated_elsewhere = any(word[:_TELLING] in told for text in found[1] for word in content_words(text))
    much = _MUCH_BY_HAND if question.origin is None else _MUCH
    if shared and len(key) <= much * len(shared) and not repeated_elsewhere:
        yield f"“{shared[0]}” stands in the stem and in the key, and no distractor repeats a word of the stem"


@cache_per_article
def _subject_words(article: Article) -> frozenset[str]:
    """The words that come back throughout the article: in a fifth of its sentences, and in four at the least."""
    counts = Counter(word for sentence in sentences_in(article) for word in set(content_words(sentence.text)))
    least = max(4, len(sentences_in(article)) // 5)
    return frozenset(word for word, count in counts.items() if count >= least)


def absolute_terms(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when "always" or "never" mark distractors alone, or a statement that is false."""
    if truth_value(question) is False and not _POINT_OF_IT.search(question.stem):
        word = _absolute(question.stem)
        if word and word.casefold() != "never":  # that is a no, of which another check tells
            yield f"“{word}” in a statement hints that it is false"
    if not (found := single_key(question)) or _absolute(found[0]) or _HOLDS_ALWAYS.search(found[0]):
        return
    marked = [text for text in found[1] if _absolute(text)]
    if marked:
        yield f"“{_absolute(marked[0])}” stands in a distractor and not in the key, which hints that it is wrong"


def hedged_key(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when "usually" or "often" is in the key alone."""
    if not (found := single_key(question)):
        return
    word = _HEDGED.search(outside_quotations(found[0]))
    if word and not any(_HEDGED.search(text) for text in found[1]):
        yield f"“{word[0]}” stands in the key alone; careful words hint that an option is right"


def _absolute(text: str) -> str:
    """The first absolute term of a text; empty if there is none, or nothing else: "never" tells how often."""
    if _NEVER.fullmatch(text.strip(" .")):
        return ""
    found = _ABSOLUTE.search(outside_quotations(text))
    return found[0] if found else ""


def _takes_an(text: str) -> bool:
    first = text.lstrip("“\"'‘(")
    if _SILENT_H.match(first):
        return True
    return first[:1].casefold() in "aeiou8" and not _SOUNDS_LIKE_YOU.match(first)


def _is_plural(text: str) -> bool:
    last = text.split()[-1].strip(".,;").casefold()
    return last.endswith("s") and not last.endswith(("ss", "us", "is", "ics", "ews", "as", "’s", "'s"))


def _beginning(text: str) -> str:
    first = text.split()[0].strip("“\"'(,")
    if first.casefold() in _BEGINNINGS:
        if _CLAUSE_AFTER.search(text):
            return ""
        return _OF_PLACE if first.casefold() in ("in", "at", "on") else first.casefold()
    return "-ing" if first.endswith("ing") and len(first) > 5 and first.islower() else ""  # Beijing is a name


def _said(beginning: str) -> str:
    if beginning == "-ing":
        return "with a word in -ing"
    return f"with “{beginning}”" if beginning else "with a noun or a clause of its own"


WORD_CHECKS = (
    Check(
        "article-cue",
        article_cue,
        "The article before the options tells which of them are possible.",
        "warning",
        f"{HALADYNA} (28d: no grammatical clues); {TARRANT}, {SAQUET} (grammatical cues)",
        "The fish that climbs the weir is an = eel ~ trout ~ salmon",
        "The fish that climbs the weir is a/an = eel ~ trout ~ salmon",
    ),
    Check(
        "number-cue",
        number_cue,
        "A plural among singulars answers “Which are …” without being read.",
        "warning",
        f"{HALADYNA} (28d: no grammatical clues); {TARRANT}, {SAQUET} (grammatical cues)",
        "Which are born at sea? = eels ~ a trout ~ a pike",
        "Which are born at sea? = eels ~ trouts ~ pikes",
    ),
    Check(
        "gender-cue",
        gender_cue,
        "A “she” in the stem strikes out every option that is a “he”.",
        "warning",
        f"{HALADYNA} (28: no clues to the key); {TARRANT}, {SAQUET} (grammatical cues)",
        "Who wrote her first novel by the sea? = Mary Shelley ~ Walter Scott ~ Charles Dickens",
        "Who wrote a first novel by the sea? = Mary Shelley ~ Walter Scott ~ Charles Dickens",
    ),
    Check(
        "grammar-cue",
        grammar_cue,
        "An option with a different structure draws attention.",
        "warning",
        f"{HALADYNA} (23: options alike in grammar); {TARRANT}, {SAQUET} (grammatical cues)",
        "How did the town save the ferry? = by selling its mill ~ with a loan ~ with a lottery",
        "How did the town save the ferry? = by selling its mill ~ by taking a loan ~ by holding a lottery",
    ),
    Check(
        "word-repeats",
        word_repeats,
        "Students who know nothing pick the option that sounds like the stem.",
        "warning",
        f"{HALADYNA} (28b: no clang associations); {TARRANT}, {SAQUET} (word repeats)",
        "What is the ladder that lets eels climb a weir called? = an eel ladder ~ a lock ~ a sluice",
        "What lets eels climb a weir? = a ladder ~ a lock ~ a sluice",
    ),
    Check(
        "absolute-terms",
        absolute_terms,
        "Hardly anything is always so, and students know that “always” is mostly wrong.",
        "warning",
        f"{HALADYNA} (28a: no specific determiners); {TARRANT}, {SAQUET} (absolute terms)",
        "When do eels travel? = on dark nights ~ always at noon ~ never in autumn",
        "When do eels travel? = on dark nights ~ at noon ~ in the early morning",
    ),
    Check(
        "hedged-key",
        hedged_key,
        "Writers hedge where the truth requires it, which is in the key.",
        "note",
        f"{HALADYNA} (28: no clues to the key); {TARRANT}, {SAQUET} (vague terms)",
        "When do eels travel? = usually by night ~ at noon ~ at dawn",
        "When do eels travel? = by night ~ at noon ~ at dawn",
    ),
)
