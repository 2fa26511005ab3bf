"""People whom news names for a comment on what others do: analysts, editors, spokesmen.

Next: `described`, which asks for nobody who is one.
"""

import re
from collections.abc import Collection

from quizengine import Span
from quizengine.language import Name, clauses_at, word_set
from quizengine_fact_recall.eligibility import SAYING, is_news

_COMMENTING = word_set(
    """
    analyst economist editor expert critic columnist commentator pundit strategist observer watcher consultant
    specialist
    """
)
"""Those whom news asks what they think of what others do."""
_JUDGING = word_set("criticize criticise praise welcome condemn attack dismiss defend back support applaud denounce")
"""Acts of somebody who speaks of what others did."""
_SPEAKING = re.compile(r"(?:.* )?(?:spokes(?:man|woman|person)|press (?:officer|secretary))(?: .+)?")
_ARTICLE = re.compile(r"(?:an?|the) ")
_OF_A_DEPARTMENT = re.compile(
    r"(?i)\b(?:affairs|communications|relations|campaigns?|media|marketing|projects?|investments?|funds?|equit(?:y|ies))\b"
)
"""Part of an institution that speaks for it, or whose head judges the market: "Head of External Affairs"."""
_LEADING = frozenset({"head", "director", "chief", "manager"})
_SHORT = 2
"""Words of an office that does not say what for: "EC spokeswoman"."""


def only_comments(name: Name, said: Span, noun: str, words: str) -> bool:
    """Return whether news names somebody once, for a comment; `said` and `words` say who that is, `noun` as what.

    Of 36 questions for people whom news names once, readers took 26, and of 33 for others 31.
    """
    once = len(name.mentions) == 1 and is_news(said.article)
    if not once or not speaks(name.mentions[0], said):
        return False
    speaks_for = _SPEAKING.fullmatch(words) is not None and (
        len(_ARTICLE.sub("", words, count=1).split()) <= _SHORT or judges(name.mentions[0], said)
    )
    department = noun in _LEADING and _OF_A_DEPARTMENT.search(words) is not None
    return (noun in _COMMENTING and " and " not in words) or speaks_for or department


def speaks(person: Span, said: Span) -> bool:
    """Return whether somebody, or the phrase for who that is, is the subject of a verb of speech."""
    return _is_subject_of(SAYING | _JUDGING, person, said)


def judges(person: Span, said: Span) -> bool:
    """Return whether somebody only welcomes or condemns what others did."""
    return _is_subject_of(_JUDGING, person, said)


def _is_subject_of(verbs: Collection[str], person: Span, said: Span) -> bool:
    return any(
        clause.subject is not None
        and any(each.contains(clause.tree.tokens[clause.subject.head].span) for each in (person, said))
        and clause.verb.lemma.partition(" ")[0] in verbs
        for clause in clauses_at(person)
    )
