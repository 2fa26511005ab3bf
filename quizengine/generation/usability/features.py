"""The features of a question from which its usability is estimated; each runs from 0, no fault, to 1.

Next: `words_read`, the words that they are computed from.
"""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from types import MappingProxyType

from quizengine.generation.cueing import keys_held, read_before_responding
from quizengine.generation.usability.dated_acts import asks_when_of_little
from quizengine.generation.usability.open_causes import asks_openly_for_a_cause, but_for_causes
from quizengine.generation.usability.option_features import few_options, has_wrong_options, unlike_options
from quizengine.generation.usability.prominence import comes_back_to_a_name, opens_paragraph
from quizengine.generation.usability.text_kinds import fact_outside_news, figure_in_news, term_in_news
from quizengine.generation.usability.words_read import (
    GAP,
    QUOTED,
    asked_words,
    asks_for_a_term,
    is_of_a_speaker,
    quoted_words,
    stem_body,
    words_read,
    words_that_name,
)
from quizengine.generation.usability.worth_asking import (
    asks_in_general,
    asks_of_a_relative,
    described_in_passing,
    title_names_who,
)
from quizengine.language import Pointer, Tree, central_names, pointers, salience, tree_at, trees
from quizengine.language.syntax import analyse_together
from quizengine.quiz.parts import Gap, Text
from quizengine.quiz.questions import Question, choices_of, fixed_parts, without_article_says
from quizengine.text.article import Article, Span, cache_per_article

_NAME = re.compile(r"\b(?!\d|_)\w{4,}")
"""A word that may be a name, if it begins with a capital."""
_OPTIONS_ONLY = re.compile(r"\b[Ww]hich of these\b.* the other\?")
"""A sentence that only says what to do with the options: it leaves nothing open but them."""
_WORD = re.compile(r"\w+")
_OWN = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us|me)\b")
_HAD = re.compile(r"\bhad\b")
_ASIDE = re.compile(
    r"\b(?:more|further|later|earlier|alternative|similar|same|other|another|such|as well|also|too|there|then|still"
    r"|again|instead|however|this|that|those|these|it|they|he|she|new|next|only|even|first)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"\b[Tt]hat\b")
_DEFINED = "does the article use for"
_CAPITAL_INSIDE = re.compile("[a-z,] (?:(?:In|Is|At|On|An?|Of|For) |The (?![A-Z]))")
_SHORT, _LONG = 17, 40
"""Words of a stem: no reader minds so few, every reader so many."""
_BARE, _WHOLE = 14, 22
"""Words of a sentence with a gap: so few tell too little of what it is about, so many tell enough."""
_MANY = 2
"""Words that point elsewhere: as bad as it gets."""


def usability_features(question: Question, article: Article | None = None) -> dict[str, float]:
    """Return the features by name; those that need the article are 1/2 without it."""
    return {name: round(feature(question, article), 3) for name, (feature, _) in _FEATURES.items()}


def analyse_words(questions: Iterable[Question]) -> None:
    """Analyse the stems and quotations of questions at once, before their features are computed one by one."""
    analyse_together(words for question in questions for words in words_read(question))


def _gap(question: Question, article: Article | None) -> float:
    inside = any(isinstance(one, Gap) and isinstance(other, Text) for one, other in pairwise(fixed_parts(question)))
    return float(inside or bool(GAP.search(read_before_responding(question))))


def _bare_gap(question: Question, article: Article | None) -> float:
    if not _gap(question, article):
        return 0
    shown = QUOTED.search(read_before_responding(question))
    return 1 - _between(len((shown[0] if shown else stem_body(question)).split()), _BARE, _WHOLE)


def _that(question: Question, article: Article | None) -> float:
    """Return whether the stem holds a clause with "that", and neither asks who spoke nor gives a definition."""
    body = stem_body(question)
    return float(not is_of_a_speaker(body) and _DEFINED not in body and bool(_THAT.search(body)))


def _long(question: Question, article: Article | None) -> float:
    words = len(read_before_responding(question).split())
    return _between(words, _SHORT, _LONG)


def _pointing(*kinds: str) -> Callable[[Question, Article | None], float]:
    """Return how much of that kind the stem leaves open."""

    def feature(question: Question, article: Article | None) -> float:
        return min(sum(one.kind in kinds for one in _left_open(question)), _MANY) / _MANY

    return feature


def _quoted(question: Question, article: Article | None) -> float:
    """Return how much the words quoted leave open, other than who speaks: that is asked."""
    return min(sum(one.kind != "speaker" for one in _pointers(quoted_words(question))), _MANY) / _MANY


def _left_open(question: Question) -> list[Pointer]:
    return _pointers(asked_words(question))


@cache_per_article
def _pointers(words: Article) -> list[Pointer]:
    """Return what points outside some words; "the article" is the one in hand, and "which of these" are the options."""
    return [
        one
        for tree in trees(words)
        if not _OPTIONS_ONLY.search(tree.sentence.span.text)
        for one in pointers(tree, range(len(tree.tokens)))
        if tree.tokens[one.token].form.lower() != "article"
    ]


def _names_nobody(question: Question, article: Article | None) -> float:
    if is_of_a_speaker(read_before_responding(question)):
        return 0
    return float(not any(token.upos == "PROPN" for tree in trees(asked_words(question)) for token in tree.tokens))


def _beside(question: Question, article: Article | None) -> float:
    """Return whether a stem names nothing that carries the article; 0 if it asks for a speaker or a term."""
    if is_of_a_speaker(stem_body(question)) or asks_for_a_term(question):
        return 0
    if article is None or article.title is None:
        return 0.5
    told = " ".join((article.title.text, *central_names(article))).casefold()
    words = words_that_name(question)
    if "of these" in words:  # then the options say what it is about
        words += " " + " ".join(option.text for choice in choices_of(question) for option in choice.options)
    return float(not any(name[0].isupper() and name.casefold() in told for name in _NAME.findall(words)))


def _unnamed_cause(question: Question, article: Article | None) -> float:
    """Return whether a question for a cause names nobody, or nothing that carries the article; 0 for any other."""
    if not asks_openly_for_a_cause(question):
        return 0
    return max(_names_nobody(question, article), _beside(question, article))


def _untitled(question: Question, article: Article | None) -> float:
    """Return how little of what the title names the stem names; 0 if it asks for a speaker or a term."""
    words = words_that_name(question)
    if is_of_a_speaker(stem_body(question)) or asks_for_a_term(question):
        return 0
    if article is None or article.title is None:
        return 0.5
    told = set(_WORD.findall(article.title.text))
    named = {word for word in _WORD.findall(GAP.sub("", words.partition(" ")[2])) if word[0].isupper() and word in told}
    return 1 - min(len(named), _MANY) / _MANY


def _aside(question: Question, article: Article | None) -> float:
    """Return how many words of a stem compare or add to what may be told elsewhere: "another", "later", "there"."""
    return min(len(_ASIDE.findall(asked_words(question).text)), _MANY) / _MANY


def _own_words(question: Question, article: Article | None) -> float:
    """Return how much the words quoted are about whoever says them: their story is told around them."""
    return min(len(_OWN.findall(quoted_words(question).text)), _MANY) / _MANY


def _had(question: Question, article: Article | None) -> float:
    """Return whether the stem may tell what had been before something else."""
    return float(bool(_HAD.search(asked_words(question).text)))


def _prefaced(question: Question, article: Article | None) -> float:
    return float(stem_body(question) != read_before_responding(question))


def _run_together(question: Question, article: Article | None) -> float:
    return float(bool(_CAPITAL_INSIDE.search(stem_body(question))))


def _interrupted(question: Question, article: Article | None) -> float:
    read = without_article_says(read_before_responding(question))  # a bound ends in dots: “more than …”
    return float(any(mark in read for mark in "[(…"))


def _unsure(question: Question, article: Article | None) -> float:
    """The share of the words of the evidence whose place in the sentence is not certain."""
    tree = _evidence(question, article)
    return sum(not token.sure for token in tree.tokens) / max(len(tree.tokens), 1) if tree else 0.5


def _cut_before(question: Question, article: Article | None) -> float:
    """Return whether the stem leaves out what its sentence begins with; 0 if it asks who spoke."""
    words = stem_body(question)
    if is_of_a_speaker(words):
        return 0
    evidence = _place(question, article)
    if evidence is None:
        return 0.5
    first = _WORD.search(evidence.text)
    told = " ".join((words, *keys_held(question, evidence.text))).casefold()
    return float(first is not None and first[0].casefold() not in _WORD.findall(told))


def _inside(question: Question, article: Article | None) -> float:
    """Return whether the evidence is inside a paragraph; 0 if the stem asks who spoke."""
    if is_of_a_speaker(stem_body(question)):
        return 0
    evidence = _place(question, article)
    return float(not opens_paragraph(evidence)) if evidence else 0.5


def _once(question: Question, article: Article | None) -> float:
    """Return whether the article comes back to nothing that the stem names; 0 if it asks for a speaker or a term."""
    if is_of_a_speaker(stem_body(question)) or asks_for_a_term(question):
        return 0
    evidence = _place(question, article)
    return float(not comes_back_to_a_name(question, evidence.article, evidence)) if evidence else 0.5


def _light(question: Question, article: Article | None) -> float:
    tree = _evidence(question, article)
    return 1 - salience(tree) if tree else 0.5


_FEATURES: MappingProxyType[str, tuple[Callable[[Question, Article | None], float], str]] = MappingProxyType(
    {
        "gap": (_gap, "it has a gap in place of a question"),
        "bare_gap": (_bare_gap, "its sentence with a gap is so short that it may tell too little"),
        "that": (_that, "it holds a clause of its own"),
        "long": (_long, "its stem is long"),
        "which": (_pointing("which"), "its stem may leave open which one is meant"),
        "who": (_pointing("who", "speaker"), "its stem may leave open who is meant"),
        "when": (_pointing("when"), "its stem may leave open when"),
        "quoted": (_quoted, "the words quoted may point to what is told elsewhere"),
        "names_nobody": (_names_nobody, "its stem names nobody and nothing"),
        "beside": (_beside, "its stem names nothing that the article is about"),
        "untitled": (_untitled, "its stem names little of what the title names"),
        "aside": (but_for_causes(_aside), "its stem may compare or add to what is told elsewhere"),
        "own_words": (_own_words, "the words quoted are about whoever says them"),
        "had": (_had, "it may tell what had been before something else"),
        "cut_before": (but_for_causes(_cut_before), "it leaves out how its sentence begins"),
        "prefaced": (_prefaced, "it has to name the article to be clear"),
        "run_together": (_run_together, "its stem has a capital where a sentence may have been cut"),
        "interrupted": (_interrupted, "its stem is interrupted by brackets or dots"),
        "few_options": (few_options, "it has fewer than four options"),
        "drawn": (has_wrong_options, "its wrong options may be ruled out by sense"),
        "unlike": (unlike_options, "its options are not alike in form"),
        "unsure": (_unsure, "the sentence it rests on is hard to analyse"),
        "light": (but_for_causes(_light), "the sentence it rests on matters little in the article"),
        "inside": (but_for_causes(_inside), "it is told in passing, inside a paragraph"),
        "once": (_once, "the article comes back to nothing that it names"),
        "news_term": (term_in_news, "it asks for a term of a news report"),
        "news_figure": (figure_in_news, "it asks for a figure of a news report"),
        "lasting_fact": (fact_outside_news, "facts of a text that is no news report are asked well less often"),
        "minor": (asks_when_of_little, "it asks for the year of something that may matter little"),
        "relative": (asks_of_a_relative, "it asks for a detail about somebody's relatives"),
        "general": (asks_in_general, "it asks in general what somebody did or said"),
        "title_names": (title_names_who, "the title of the article gives the name away"),
        "passing": (described_in_passing, "it asks for somebody whom the article names only in passing"),
        "unnamed_cause": (_unnamed_cause, "it asks for a cause and names nobody whom the article is about"),
    }
)

DRAWBACKS = MappingProxyType({name: words for name, (_, words) in _FEATURES.items()})
"""Each feature as a clause that says what lowers the probability of a question."""


def _evidence(question: Question, article: Article | None) -> Tree | None:
    """The sentence that the question rests on; None if it is not known."""
    place = _place(question, article)
    return tree_at(place) if place else None


def _place(question: Question, article: Article | None) -> Span | None:
    """The words that prove the key, in the article; None if they are not known."""
    if article is None or question.evidence is None or not question.evidence.holds_in(article):
        return None
    return article.span(question.evidence.start, question.evidence.end)


def _between(value: float, low: float, high: float) -> float:
    """Return where a value lies between two: 0 at the low one and below, 1 at the high one and above."""
    return min(max((value - low) / (high - low), 0), 1)
