"""Acts by which histories and lives are dated: of these a teacher asks the year, and of few others.

Next: `features`, which puts it on a scale.
"""

import re

from quizengine.generation.usability.words_read import asked_words, stem_body
from quizengine.language import trees, word_set
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


def asks_when_of_little(question: Question, article: Article | None = None) -> float:
    """Return 1 if a stem asks for the year of an act that is none by which a history or a life is dated, else 0.

    Any word of the stem may be the act's verb: parses of questions are not sure enough to tell which.
    """
    if not _WHICH_YEAR.match(stem_body(question)):
        return 0
    told = [token for tree in trees(asked_words(question)) for token in tree.tokens if token.form.islower()]
    verbs = {word for token in told if token.upos != "NOUN" or token is told[-1] for word in (token.lemma, token.form)}
    return float(not verbs & _OF_WEIGHT and not any(token.form in _FIRST for token in told))
