"""Acts by which histories and lives are dated: of these a teacher asks the year, and of few others.

Next: `features`, which puts it on a scale.
"""

import re
from collections.abc import Sequence

from quizengine.generation.usability.words_read import asked_words, stem_body
from quizengine.language import Token, central_names, trees, word_set
from quizengine.language.names.relatives import KIN_NOUNS
from quizengine.quiz.questions import Question
from quizengine.text.article import Article

_WHICH_YEAR = re.compile(r"(?:In|Since|Until|From|By|Before|After) which (?:year|decade|century)\b")
_BEGINNING = word_set(
    """
    found cofound co-found establish form create institute incorporate charter launch open reopen inaugurate begin start
    introduce initiate build rebuild construct erect complete finish commission
    """
)
_ENDING = word_set("end cease close abolish dissolve disband collapse fall demolish destroy erupt discontinue")
_LAW = word_set(
    """
    pass adopt enact ratify sign ban outlaw prohibit repeal legalize legalise decriminalize nationalize nationalise
    declare proclaim annex unite unify merge split secede separate recognize recognise grant cede
    rename designate emancipate free liberate approve
    """
)
_WAR = word_set(
    """
    invade conquer capture seize defeat beat besiege attack bomb occupy overthrow depose assassinate murder kill
    execute surrender win lose rebel revolt overrun withdraw
    """
)
_OFFICE = word_set(
    "elect reelect re-elect appoint become crown succeed resign abdicate name nominate ordain knight canonize canonise"
)
_WORK = word_set(
    """
    publish release premiere debut patent invent discover devise develop design formulate propose coin compose
    isolate synthesize synthesise demonstrate prove unveil exhibit broadcast revolutionize revolutionise
    """
)
_HONOUR = word_set("win award obtain receive")
_LIFE = word_set("bear die emigrate flee exile")
_OF_WEIGHT = _BEGINNING | _ENDING | _LAW | _WAR | _OFFICE | _WORK | _HONOUR | _LIFE
_FIRST = word_set("first last")
"""Words for what nobody had done before, or did again."""
_STEPS = word_set(
    """
    graduate earn enrol enroll enlist move immigrate settle join leave retire serve acquire secure draft promote
    partner cast star portray debut citizenship doctorate dissertation thesis
    """
)
"""Steps of a life, by which that of whom the article is about is dated: readers took 29 of 30 of these.

They took 38 of 96 of the acts that are neither one of these nor one of those above.
"""
_SUBJECT = re.compile(r"which \w+ (?:did|was|were|has|had) (?P<subject>(?:\"?[^\W\d_a-z][\w.’'-]*\"?\s?)+)")
"""The name that opens the statement of a stem."""
_OF_A_NAME = re.compile(r"[’']s?\s*\Z")
"""A name in the genitive: "Moss’s son"."""
_KIN = re.compile(rf"[’']s? (?:[\w-]+ ){{0,3}}(?:marriage|{KIN_NOUNS})\b")
"""Relatives and a marriage, of which little is a date in the life of whom they belong to."""

_HONOURING = r"(?:name|rank|vote|rate|list|select|include|place|shortlist|recogni[sz]e|judge)d?"
_OF_LITTLE = re.compile(
    rf"\bannounced?\b|\b(?:board|council) of (?:trustees|directors|governors|advisers|advisors)\b|\btrustees?\b"
    rf"|\b{_HONOURING} (?:[^?]* )?(?:among|in (?:the|its|their|a) (?:[\w-]+ )*list)\b"
    rf"|\b{_HONOURING} (?:[^?]* )?(?:the|as an?) "
    r"(?:\d+(?:st|nd|rd|th)?|top|best|most|leading|greatest|largest|second|third|fourth|fifth|tenth)\b"
)
"""Announcements, seats on boards, lists and rankings: acts of others, of which readers took none of six."""


def asks_when_of_little(question: Question, article: Article | None = None) -> float:
    """Return 1 if a stem asks for the year of an act that is none by which a history or a life is dated, else 0.

    Any word of the stem may be the act's verb: parses of questions are not sure enough to tell which. A step of a life
    counts for whom the article is about alone.
    """
    stem = stem_body(question)
    if not _WHICH_YEAR.match(stem):
        return 0
    if _OF_LITTLE.search(stem):
        return 1
    tokens = [token for tree in trees(asked_words(question)) for token in tree.tokens]
    told = [token for token in tokens if token.form.islower()]
    acts = [token for token in told if token.upos != "NOUN" or token is told[-1] or _may_be_a_verb(tokens, token)]
    done = [token for token in told if token.xpos != "VBG"]
    words, verbs = ({word for one in some for word in (one.lemma, one.form)} for some in (done, acts))
    dated = verbs & _OF_WEIGHT and not _KIN.search(stem)
    step = words & _STEPS and _is_of_its_subject(stem, article)
    return float(not dated and not step and not words & _FIRST)


def _may_be_a_verb(tokens: Sequence[Token], token: Token) -> bool:
    """Return whether a word taken for a noun is behind the subject of "did": "did her career begin at Orra"."""
    at = tokens.index(token)
    return at > 1 and tokens[at - 1].upos in ("NOUN", "PROPN") and any(one.form == "did" for one in tokens[:at])


def _is_of_its_subject(stem: str, article: Article | None) -> bool:
    """Return whether whom the article is about does what a stem asks the year of, and not somebody of theirs."""
    named = _SUBJECT.search(stem)
    if named is None or _OF_A_NAME.search(named["subject"]):
        return False
    if article is None:
        return True
    told = " ".join((article.title.text if article.title else "", *central_names(article)[:1]))
    return bool(set(re.findall(r"\w{3,}", named["subject"])) & set(re.findall(r"\w{3,}", told)))
