"""Details that are seldom worth asking: of relatives, in general, given away by the title, of people named in passing.

Two strict readers took 2 of 15 details about relatives, 2 of 16 deeds or sayings in general, 4 of 13 names that the
title has, and 46 of 67 people who are described in passing; of the 74 others who are described, 69.

Next: `features`, which lists these with all others.
"""

import re
from collections import Counter

from quizengine.generation.usability.words_read import GAP, asked_words, stem_body
from quizengine.language import NAME_SUFFIXES, content_words, trees
from quizengine.language.names.relatives import KINSHIP
from quizengine.quiz.parts import ChoiceKey, TextKey
from quizengine.quiz.questions import Question, choices_of, fixed_key
from quizengine.text.article import Article, cache_per_article

_WORD = re.compile(r"\w+")
_WHEN_OR_WHERE = re.compile(r"(?:\A|[.!?] )(?:When|Where|(?:In|At|On) which)\b")
_WHO = re.compile(r"Who(?:m|se)?\b")
_DESCRIBED = re.compile(r"Who is described in the article as (?:an? |the )?“([^”]+)”")
_IN_GENERAL = re.compile(
    r"""
    \b[Ww]hat \s (?:
        happened \s to \b
        | (?:did|has|have|had) \s [^?]* \b (?:do|done) (?: \s (?:in|on|by|during|after|before) \b [^?]*)? \?
        | (?:did|do|does|has|have|had) \s [^?]* \b (?:say|said|state|stated|claim|claimed|argue|argued|declare|declared)
          (?: \s (?:about|of|on|in) \b [^?]*)? \?
    )
    """,
    re.VERBOSE,
)
_TELLING = 5
"""Words of a description that say more of somebody than an office and where it is held."""


def asks_of_a_relative(question: Question, article: Article | None = None) -> float:
    """Return 1 if a stem names a relative and asks when or where something was, or for a gap, else 0."""
    body = stem_body(question)
    if not (GAP.search(body) or _WHEN_OR_WHERE.search(body)):
        return 0
    told = (token for tree in trees(asked_words(question)) for token in tree.tokens)
    return float(any(token.form.islower() and token.lemma in KINSHIP for token in told))


def asks_in_general(question: Question, article: Article | None = None) -> float:
    """Return 1 if a stem asks what somebody did, said or went through, and the verb tells nothing of it, else 0."""
    return float(bool(_IN_GENERAL.search(stem_body(question))))


def title_names_who(question: Question, article: Article | None) -> float:
    """Return 1 if a stem asks who, and the title has the last name; 1/2 without an article, else 0."""
    if not _WHO.match(stem_body(question)):
        return 0
    if article is None:
        return 0.5
    told = set(_WORD.findall(article.title.text if article.title else ""))
    return float(any({name, name.upper()} & told for name in _last_names(question)))


def described_in_passing(question: Question, article: Article | None) -> float:
    """Return whether a stem asks who is described so, and the article has the name once and another matter.

    A description that has a word of the title belongs to its matter. A long one tells more, and counts as half in
    passing. 1/2 without an article.
    """
    described = _DESCRIBED.match(stem_body(question))
    if not described:
        return 0
    if article is None:
        return 0.5
    if any(_words(article)[name] > 1 for name in _last_names(question)):
        return 0
    if article.title and set(content_words(described[1])) & set(content_words(article.title.text)):
        return 0
    return 1 if len(described[1].split()) < _TELLING else 0.5


@cache_per_article
def _words(article: Article) -> Counter[str]:
    return Counter(_WORD.findall(article.text))


def _last_names(question: Question) -> set[str]:
    """The last word of each key that is in words, "Jr" and the like left out."""
    options = {option.id: option.text for choice in choices_of(question) for option in choice.options}
    keys: list[str] = []
    for key in fixed_key(question).values():
        match key:
            case ChoiceKey(ids):
                keys += [options[one] for one in ids]
            case TextKey(accepted):
                keys += accepted[:1]
            case _:
                pass
    names = ([word for word in _WORD.findall(key) if word.casefold() not in NAME_SUFFIXES] for key in keys)
    return {words[-1] for words in names if words}
