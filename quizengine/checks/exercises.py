"""Recognises blanks that are exercises: a form or a short word of a language, a term of an equation, code."""

import re
from collections.abc import Iterable

from quizengine.checks.option_lists import only_option_list
from quizengine.language.content_stems import content_words
from quizengine.language.syntax import analyse
from quizengine.quiz.parts import TextKey
from quizengine.quiz.questions import Question, cache_per_question, fixed_key
from quizengine.text.article import Article

BLANK = re.compile(r"(?<![a-zA-Z\d(_])_{2,}(?![a-zA-Z\d_])|\.{4,}|…{2,}|(?<![\w=(,\[])(?<!= )\[\s*\]|(?<![\w)])\(\s*\)")
_RELATION = re.compile(r"[=≈≠<>≤≥→⇌↔⇒]")
_ENGLISH = re.compile(
    r"\b(?:the|and|she|they|you|your|with|from|has|have|had|his|their|are|were|this|that|what|where|which|who|how)\b",
    re.IGNORECASE,
)
_ALSO_ENGLISH = re.compile(r"\b(?:of|is|to|for|by|it|he|we|my|not|on|at)\b|\bI\b")
"""Words that other languages have, too: two of them tell English."""
_HINTED = re.compile(r"\}[^{}]{0,20}\([^()]+\)")
"""A gap with its base form or its translation after it: "I {went} home (go)"."""
_LITTLE = 4
"""Letters: the little words of the languages that are taught at school have no more, nearly all of them."""
_OF_GRAMMAR = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ", "VERB"})
_MOST_READ = 1_000
"""Characters: an exercise is a sentence or two, and an analysis takes time."""
_SHORT = 4
"""Letters of a form whose first two are enough to know it by: "go" of "going"."""


def completes_equation(stem: str) -> bool:
    """Return whether the line with the blank is an equation or a reaction, whose term is to be found."""
    lines = [line for line in re.split(r"\n|(?<=[.!?]) ", stem) if BLANK.search(line)]
    return any(_RELATION.search(line) for line in lines)


def completes_sentence(question: Question) -> bool:
    """Return whether the blank in a stem takes a form or a little word, as an exercise of grammar has it.

    English is told by its tree with the key in the blank. Of any other language, lower-case words are taken for forms.
    """
    one = only_option_list(question)
    found = BLANK.search(question.stem)
    if one is None or found is None:
        return False
    if _are_forms(one.options) or not content_words(one.keys[0]):
        return True
    rest = BLANK.sub("", question.stem)
    if not _in_english(rest):
        return not any(text[:1].isupper() or text[:1].isdigit() for text in one.options)
    return _is_of_grammar(question.stem[: found.start()], one.keys[0], question.stem[found.end() :])


@cache_per_question
def completes_grammar(question: Question) -> bool:
    """Return whether the gaps of a text take little words or forms: what is left tells which, however little it is."""
    keys = [key.accepted for key in fixed_key(question).values() if isinstance(key, TextKey)]
    hinted = len(_HINTED.findall(text_with_gaps(question)))
    return bool(keys) and (
        hinted >= len(keys) or all(is_little(question, text) for accepted in keys for text in accepted)
    )


def text_with_gaps(question: Question) -> str:
    """The text of a cloze as its bank writes it; empty for any other question."""
    text = getattr(question, "text", "")
    return text if isinstance(text, str) else ""


@cache_per_question
def takes_code(question: Question) -> bool:
    """Return whether what is typed is compared sign by sign, as code and spelling are."""
    return any(isinstance(key, TextKey) and key.match != "words" for key in fixed_key(question).values())


def is_little(question: Question, text: str) -> bool:
    """Return whether a gap of a question takes a word without a content of its own: "of", "para", "i".

    In English that is known of each word; in any other language short words are taken for such.
    """
    return not content_words(text) or (len(text) <= _LITTLE and text.isalpha() and not _gaps_in_english(question))


@cache_per_question
def _gaps_in_english(question: Question) -> bool:
    return _in_english(text_with_gaps(question))


def _in_english(text: str) -> bool:
    return bool(_ENGLISH.search(text)) or len(_ALSO_ENGLISH.findall(text)) > 1


def _are_forms(options: Iterable[str]) -> bool:
    """Return whether options are little words, or forms of one word: go, goes, going; taller, more tall."""
    words = [text.casefold().strip("'’").split() for text in options]
    if not all(word.isalpha() for text in words for word in text):
        return False
    last = [text[-1] for text in words]
    stem = 2 if min(map(len, last)) <= _SHORT else 3
    little = not any(content_words(word) for text in words for word in text)
    return little or len({word[:stem] for word in last}) == 1


def _is_of_grammar(before: str, key: str, behind: str) -> bool:
    if len(before) + len(behind) > _MOST_READ:
        return False
    sentences = analyse(Article(f"{before}{key}{behind}"))
    start, end = len(before), len(before) + len(key)
    tokens = [token for one in sentences for token in one.tokens if start <= token.span.start < end]
    return bool(tokens) and all(token.upos in _OF_GRAMMAR for token in tokens)
