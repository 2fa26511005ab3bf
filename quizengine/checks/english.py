"""The rule that generated questions are good English: a last check for all generators."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice, takewhile

from quizengine.checks.authorities import HALADYNA, SAQUET
from quizengine.checks.option_lists import option_lists
from quizengine.errors import PLUGIN_FAULTS
from quizengine.extensions.records import Check
from quizengine.generation.cueing import read_before_responding
from quizengine.generation.usability.words_read import asked_words, quoted_words, words_read
from quizengine.language.realise.cut_questions import SUCH
from quizengine.language.realise.soundness import (
    MISREAD,
    description_faults,
    is_misread,
    language_faults,
    leaves_a_quotation_open,
    quotation_faults,
)
from quizengine.language.realise.source_faults import (
    begins_within_a_name,
    ends_before_its_clause,
    leaves_a_given_name_alone,
    source_faults,
)
from quizengine.language.syntax import Tree, analyse_together, tree_at, tree_index, trees
from quizengine.quiz.parts import ChoiceKey, ModelAnswer, NumberKey, OrderKey, TextKey
from quizengine.quiz.questions import Question, cache_per_question, fixed_key
from quizengine.text.article import Article, Span, is_remembered

_GAP = re.compile(r"_{3,}")
_ASKS_FOR_THE_GAP = re.compile(r"(?:Which|Whose|Who|What)\b[^?]*\bmissing\b[^?]*\?\s*")
_MARKS = re.compile("[“”]")
_QUOTED = re.compile("“([^”]*)”")
_NOT_ON_THE_PAGE = re.compile(
    r"\[link\]|\b(?:preceding|foregoing|following) (?:section|chapter|paragraph|module|figure|table)\b(?! of\b)"
    r"|\b(?:figure|table|graph|diagram) (?:above|below)\b|\b(?:[Ss]ee|[Ii]n|by) (?:Figure|Table|Fig\.) \d"
)
_NO_REASON = re.compile(r"\A(?:Because|Since) (?:(?:the|early|late|mid)[ -])*\d{4}s?,")
"""A time that a “since” counts from, taken for a reason."""
_SOMETHING = "something"
_DESCRIBES = "described in the article as"
_TO_TYPE = " Type the name."
_MOST_WORDS = 40
"""Readers took 14 longer questions for bad English, and none for good."""


def analyse_made_words(questions: Iterable[Question]) -> None:
    """Analyse the words of questions at once, several times as fast as one by one.

    This check then knows them, and so does whoever estimates how usable the questions are.
    """
    made = [question for question in questions if question.origin is not None]
    with suppress(*PLUGIN_FAULTS):  # of a question type that cannot lay one out; the check then raises, and is named
        analyse_together(words for question in made for words in _words_of(question))


def _words_of(question: Question) -> Iterator[Article]:
    if _has_a_gap(question):
        yield _filled(question)
    yield from words_read(question)


def sound_english(question: Question, article: Article | None) -> Iterator[str]:
    """Say so when the words of a generated question are not sound English, say after a cut or with a name put in."""
    if question.origin is None:
        return
    words = _filled(question) if _has_a_gap(question) else asked_words(question)
    faults = [*language_faults(words), *quotation_faults(quoted_words(question)), *_cuts(question, article)]
    if _DESCRIBES in question.stem:
        faults += description_faults(quoted_words(question))
    for fault in dict.fromkeys(faults):
        yield f"{fault}: “{' '.join(words.text.split())}”"
    shown = read_before_responding(question).removesuffix(_TO_TYPE)
    if (count := len(shown.split())) > _MOST_WORDS and "\n" not in shown:  # a case to read is in lines of its own
        yield f"a student reads {count} words before responding; expected {_MOST_WORDS} at most"
    for quoted in _QUOTED.findall(shown):
        if quoted.startswith(".") or leaves_a_quotation_open(quoted):
            yield f"a quotation is cut: “{quoted}”"
    yield from _faults_of_answers(question, shown)


def _faults_of_answers(question: Question, shown: str) -> Iterator[str]:
    """Tell what shows in the answers as well as in what is read before them."""
    for text in filter(is_misread, _answers(question)):
        yield f"{MISREAD}: “{text}”"
    for found in filter(None, map(_NOT_ON_THE_PAGE.search, (shown, *_answers(question), _key(question)))):
        yield f"it points to “{found[0]}”, which is not shown"
    if SUCH.search(_key(question)):
        yield f"an answer points to what was said before it: “{_key(question)}”"
    if _NO_REASON.match(_key(question)):
        yield f"a time is told as a reason: “{_key(question)}”"


def _cuts(question: Question, article: Article | None) -> Iterator[str]:
    """Tell what was cut wrongly out of the sentences that prove the key; nothing where they are not known.

    An article that its generator did not analyse is not analysed for this: one of a million characters takes a minute.
    """
    evidence = question.evidence
    if article is None or evidence is None or not evidence.holds_in(article) or not is_remembered(trees, article):
        return
    shown = read_before_responding(question)
    words = _filled(question) if _has_a_gap(question) else Article(f"{shown} {_key(question)}")
    for source in _trees_of(article.span(evidence.start, evidence.end)):
        yield from source_faults(words, source)
        if leaves_a_given_name_alone(asked_words(question), source):
            yield "somebody is told of by a given name alone"
        if any(begins_within_a_name(quoted, source) for quoted in _QUOTED.findall(shown)):
            yield "it begins within a name"
        if _DESCRIBES in shown and any(ends_before_its_clause(quoted, source) for quoted in _QUOTED.findall(shown)):
            yield "a description is cut before its “that”"


def _trees_of(span: Span) -> Iterator[Tree]:
    """The trees of the sentences that a span begins in or goes on through; none outside the body."""
    first = tree_at(span)
    if first is not None:
        later = islice(trees(span.article), tree_index(first), None)
        yield from takewhile(lambda tree: tree.sentence.span.start < span.end, later)


def _has_a_gap(question: Question) -> bool:
    return bool(_GAP.search(read_before_responding(question)))


@cache_per_question
def _filled(question: Question) -> Article:
    """The sentence with a gap as a text of its own, with the key in the gap."""
    shown = _ASKS_FOR_THE_GAP.sub("", read_before_responding(question), 1)
    return Article(_GAP.sub(lambda gap: _key(question), _MARKS.sub("", shown)))


def _answers(question: Question) -> Iterator[str]:
    """All options, and what may be typed."""
    yield from (text for one in option_lists(question) for text in one.options)
    for key in fixed_key(question).values():
        if isinstance(key, TextKey):
            yield from key.accepted


def _key(question: Question) -> str:
    """The right answer as it is shown or typed; "something" where there are several."""
    options = [one.keys[0] for one in option_lists(question) if len(one.keys) == 1]
    if options:
        return options[0]
    match next(iter(fixed_key(question).values()), None):
        case TextKey(accepted):
            return accepted[0]
        case ModelAnswer(text):
            return text
        case NumberKey(value):
            return format(value, "f")
        case ChoiceKey() | OrderKey() | None:
            return _SOMETHING


ENGLISH_CHECKS = (
    Check(
        "sound-english",
        sound_english,
        "Unnatural wording by a program makes readers guess what is asked.",
        "error",
        f"{HALADYNA} (12: correct grammar, punctuation, capitals and spelling); {SAQUET} (grammatical cues)",
        "[made] How much did before the storm the mill pay? = rye ~ coal ~ oats",
        "[made] How much did the mill pay before the storm? = rye ~ coal ~ oats",
    ),
)
