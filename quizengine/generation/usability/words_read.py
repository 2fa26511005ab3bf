"""The words of a question that its features are computed from."""

import re

from quizengine.generation.cueing import read_before_responding
from quizengine.generation.stem_forms import WHICH_WORDS
from quizengine.quiz.parts import Ordering
from quizengine.quiz.questions import Question, cache_per_question, fixed_parts
from quizengine.text.article import Article

GAP = re.compile("_{3,}")
QUOTED = re.compile(r"“[^”]*”")
_WHO_SAID_THAT = re.compile(r"Who [a-z]+ that,? [^?]+\?")
"""A stem that asks who said, argued or predicted something."""
_PREFACE = re.compile("^In the article “[^”]*”, ")

_TERMS = "key terms"
"""The tag of questions about terms."""
_WHICH = re.compile(r"\b[Ww]hich\b")


def stem_body(question: Question) -> str:
    """Return all that a student reads beside the options, without the words that name the article."""
    return _PREFACE.sub("", read_before_responding(question))


def words_that_name(question: Question) -> str:
    """Return the words that tell what a question is about: its stem, and what is to be put in order."""
    orders = [part for part in fixed_parts(question) if isinstance(part, Ordering)]
    return " ".join([stem_body(question), *(option.text for part in orders for option in part.options)])


def is_of_a_speaker(words: str) -> bool:
    """Return whether a stem asks who said what it quotes or reports, or which of its options somebody said.

    A sentence with a gap is quoted from the article.
    """
    if WHICH_WORDS.match(words) or _WHO_SAID_THAT.match(words):
        return True
    return bool(QUOTED.search(words)) and not GAP.search(words)


@cache_per_question
def asked_words(question: Question) -> Article:
    """The stem as a text of its own, what is quoted in it left out: a quotation may point where it likes."""
    words = read_before_responding(question)
    quoted = QUOTED.sub("“something”", words) if not GAP.search(words) else words
    return Article(GAP.sub("something", quoted))


@cache_per_question
def quoted_words(question: Question) -> Article:
    """Return the words quoted in the stem as a text of their own; an empty text if a sentence with a gap is quoted."""
    words = read_before_responding(question)
    found = QUOTED.finditer(words) if is_of_a_speaker(words) else ()
    return Article(" ".join(one[0].strip("“”") for one in found))


def words_read(question: Question) -> tuple[Article, Article]:
    """Return the stem and the words quoted in it, each as a text of its own: all that is analysed of a question."""
    return asked_words(question), quoted_words(question)


def asks_for_a_term(question: Question) -> bool:
    """Return whether a stem asks for a term by what is said of it: it need name nothing."""
    stem = stem_body(question)
    return _TERMS in question.tags and not GAP.search(stem) and bool(_WHICH.search(stem))
