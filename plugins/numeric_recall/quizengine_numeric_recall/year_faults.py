"""Reasons not to ask for a year: it dates no event, or one that only participants care about."""

import re
from collections.abc import Callable, Sequence

from quizengine.language import Clause, Realised, is_a, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.minor_events import is_a_minor_event
from quizengine_numeric_recall.minor_people import (
    is_of_a_minor_life,
    is_of_a_minor_person,
    is_of_a_minor_victim,
    is_of_a_relative,
    is_of_a_short_name,
    is_of_a_titled_namesake,
    is_of_half_a_name,
    is_of_whose_age,
)
from quizengine_numeric_recall.question_words import MONTHS

_BEGINS_OR_ENDS = frozenset({"bear", "die", "retire", "abdicate"})
"""Verbs of which a year says enough without another word."""
MAKING = word_set(
    """
    found establish build open complete create abolish launch sign publish release introduce invent discover dissolve
    demolish destroy close inaugurate incorporate adopt ratify construct rebuild annex
    """
)
"""The same, of anything but a person."""
_ENDING = word_set("ban outlaw decommission disband liberate conquer nationalise nationalize privatise privatize merge")
"""The same in the passive: "was banned"."""
_OF_A_STATE = frozenset({"independence", "statehood"})
"""Nouns for what a country declares or gains, and is dated by, without another word."""
_ELECTIONS = word_set("elect reelect re-elect vote")
_LEARNED = word_set("fellow member academy society institute chair")
"""Nouns for what scholars are elected to, once in their life."""
_ELECTION_NOUNS = word_set("election re-election reelection primary presidency race vote")
_IN_PASSING = word_set(
    """
    visit leave arrive tell abandon distance announce ask invite travel meet exchange stay live sail
    complain comment speak talk attend tour engage date sit dine look
    """
)
_OF_NO_WEIGHT = word_set("visit attend exchange comment complain sit dine")
"""Those of which nobody asks when, whoever did it."""
_REPLIES = word_set("agree disagree concur reply respond answer react object")
"""Verbs of what somebody does after something else, which a question does not tell."""
_COVERING = word_set("report interview")
"""Verbs for what newspapers do; the year of that is not worth asking for."""
FIRST = word_set("first originally")
"""Adverbs that say of which time a year is, and stay beside their verb."""
_NOBODY = word_set("nobody none no neither few")
_AFTERWARDS = re.compile(
    r"\band (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|some) (?:\w+ )?(?:day|week|month|year)s? "
    r"(?:later|earlier|afterwards?|before)\b|\bby the time\b"
)
"""Tells another thing that happened at another time: "and a year later the mill", "by the time of her death"."""
_AGED = re.compile(r"\bwhen \w+ (?:was|were) (?:only |just )?\d+\b")
_MORE = re.compile(r"\b(?:another|(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:more|further|other)) [a-z]")
_OF_A_MOMENT = word_set("move go come return join leave enter travel begin start become")
_SUPPOSED = word_set("once twice again last")
_STATES = word_set("be exist have remain own comprise constitute number")
_OF_A_CAMPAIGN = word_set("reelection re-election midterm ad")
_SCHOOLING = word_set("enter attend graduate enrol enroll transfer")
_SCHOOLS = word_set("school academy kindergarten college")
BEFORE_A_YEAR = (
    MONTHS
    | word_set("in by since until till of from after before , spring summer autumn fall winter early late mid")
    | {str(day) for day in range(1, 32)}
)
_HONOURS = word_set("honorary honor honour")
_WITH_HONOURS = re.compile(r"\bwith (?:[\w-]+ ){0,2}hono(?:u)?rs\b")
"""The honours with which somebody passed an examination, which are no prizes: "graduated with first-class honours"."""
_FALLING_ILL = word_set("catch contract fall get take develop")
_ILLNESSES = word_set("chill cold flu fever pneumonia bronchitis ill sick influenza")
"""Years of illnesses are no events of a life, as its end is."""


def beside_the_figure(context: Context, tokens: Sequence[int]) -> list[int]:
    """The tokens that are neither the figure nor, with a year, its date."""
    date = context.part.tokens if context.part and context.quantity.kind == "year" else ()
    return [each for each in tokens if each not in context.hedged and each not in date]


def _dates_no_event(context: Context, said: Realised) -> bool:
    """Return whether what happened in a year is not told in a few words: "played in 26 games", "was living alone"."""
    verb, tokens = context.clause.verb, context.tree.tokens
    shown = [each for each in said.tokens if each not in said.subject and each not in verb.tokens]
    told = [tokens[each] for each in beside_the_figure(context, shown)]
    names = any(token.upos == "PROPN" for token in told)
    of_a_thing = sum(tokens[each].upos in ("NOUN", "ADJ") and each not in said.replaced for each in said.subject)
    enough = names or sum(token.upos in ("NOUN", "ADJ", "VERB") for token in told) > 1
    has_happened = verb.perfect and verb.tense != "past"
    ends = verb.lemma in MAKING or (verb.lemma in _ENDING and verb.passive)
    bare = verb.lemma in _BEGINS_OR_ENDS or (ends and not _is_of_a_person(context, said))
    bare = bare or any(token.lemma.lower() in _OF_A_STATE for token in told)
    return verb.progressive or has_happened or not (enough or of_a_thing or bare)


def _only_replies(context: Context, said: Realised) -> bool:
    """Return whether somebody only agreed or answered, and the question does not show to what."""
    verb, subject = context.clause.verb, context.clause.subject
    own = {*said.subject, *(subject.tokens if subject is not None else ()), *verb.tokens}
    told = (context.tree.tokens[each] for each in beside_the_figure(context, said.tokens) if each not in own)
    return verb.lemma.lower() in _REPLIES and not any(token.upos in ("NOUN", "PROPN", "VERB") for token in told)


def _is_of_a_person(context: Context, said: Realised) -> bool:
    subject = context.clause.subject
    in_place = said.replaced.get(subject.head, "the ") if subject is not None else ""
    return not in_place.lower().startswith("the ") or context.person is not None


def _is_in_passing(context: Context, said: Realised) -> bool:
    """True if somebody only came, went or met somebody: no teacher asks when, but of whom the article is about."""
    covers = context.clause.verb.lemma.lower() in _COVERING and context.person is None
    of_weight = _plain_lemma(context.clause) not in _OF_NO_WEIGHT and _is_of_the_topic(context, said)
    return covers or (is_in_passing(context.clause) and not of_weight)


def _is_of_the_topic(context: Context, said: Realised) -> bool:
    """True if the subject bears a name of the title, and what is told of it another name: "Moss left Orra Radio"."""
    title = context.tree.sentence.span.article.title
    about = set(re.findall(r"\w{3,}", title.text)) if title else set()
    tokens, subject = context.tree.tokens, context.clause.subject
    own = said.subject or (subject.tokens if subject is not None else ())
    named = {word for each in own for word in re.findall(r"\w+", said.replaced.get(each, tokens[each].form))}
    behind = [each for each in beside_the_figure(context, said.tokens) if each not in own]
    return bool(about & named) and any(tokens[each].upos == "PROPN" for each in behind)


def is_in_passing(clause: Clause) -> bool:
    """Return whether the verb of a clause tells only that somebody came, went, met or told somebody something."""
    return _plain_lemma(clause) in _IN_PASSING


def _plain_lemma(clause: Clause) -> str:
    """The verb without its particle: "sit" of "sat down"."""
    return clause.verb.lemma.lower().partition(" ")[0]


def _breaks_off(context: Context, said: Realised) -> bool:
    """Return whether a comma is right after the verb: "took place, at Holland Lodge"."""
    last, tokens = max(context.clause.verb.tokens), context.tree.tokens
    behind = [each for each in said.said if each > last][:2]
    return any(tokens[each].form == "," for each in behind)


def _is_of_an_election(context: Context, said: Realised) -> bool:
    """Return whether a year is that of an election or of being something, which is known or no event."""
    lemmas = {context.tree.tokens[each].lemma.lower() for each in said.tokens}
    chosen = context.clause.verb.lemma == "elect" and lemmas & _LEARNED and _is_of_the_topic(context, said)
    if (
        (context.clause.verb.lemma in _ELECTIONS and not chosen)
        or lemmas & _OF_A_CAMPAIGN
        or (context.clause.verb.lemma in ("win", "lose") and lemmas & _ELECTION_NOUNS)
    ):
        return True
    is_state = context.clause.verb.copular or context.clause.verb.lemma in _STATES
    once = context.clause.verb.copular and context.clause.verb.tense == "past"
    return is_state and not (once and _is_of_the_topic(context, said))


def _is_a_lasting_state(context: Context, said: Realised) -> bool:
    """True if something was as it may be in any year: "Peru was a land of farmers", "sales of looms were flat"."""
    tree, clause = context.tree, context.clause
    if not clause.verb.copular or clause.verb.lemma == "become":
        return False
    if tree.tokens[clause.head].upos == "ADJ" and context.person is None:
        return True
    predicate = set(tree.subtree(clause.head)) - set(clause.subject.tokens if clause.subject else ())
    shown = [each for each in beside_the_figure(context, said.tokens) if each in predicate]
    one_of_many = any(tree.tokens[each].form.lower() in ("a", "an") for each in tree.dependents(clause.head, "det"))
    return one_of_many and not any(tree.tokens[each].form[:1].isupper() for each in shown)


def _is_of_an_illness(context: Context, said: Realised) -> bool:
    """Return whether somebody only fell ill in a year."""
    lemmas = {context.tree.tokens[each].lemma.lower() for each in said.tokens}
    return context.clause.verb.lemma.lower() in _FALLING_ILL and bool(lemmas & _ILLNESSES)


def _is_supposed(context: Context, said: Realised) -> bool:
    """Return whether a date is of one of several times ("again"), or "first" is left out, or nobody did it."""
    tree = context.tree
    adverbs = tree.dependents(context.clause.head, "advmod")
    forms = {tree.tokens[each].form.lower() for each in adverbs}
    if any(tree.tokens[each].form.lower() in FIRST and each not in said.tokens for each in adverbs):
        return True
    subject = context.clause.subject
    whom = {context.tree.tokens[each].form.lower() for each in subject.tokens} if subject is not None else set()
    return bool(forms & _SUPPOSED or whom & _NOBODY)


def _lasts_no_time(context: Context, said: Realised) -> bool:
    """Return whether what is over in a moment is said to be so until a year: "moved to Oslo until 1848"."""
    before = context.tree.tokens[max(0, min(context.figure) - 1)].form.lower()
    return before in ("until", "till") and _plain_lemma(context.clause) in _OF_A_MOMENT


def _tells_another_time(context: Context, said: Realised) -> bool:
    """True if a month, a season or "and a year later" is in the question, which asks for one year and no more."""
    shown = beside_the_figure(context, said.tokens)
    if _AFTERWARDS.search(" ".join(context.tree.tokens[each].form for each in shown)):
        return True
    return any(re.sub(r"^(?:mid|early|late)-?", "", context.tree.tokens[each].form.lower()) in MONTHS for each in shown)


def _tells_an_amount(context: Context, said: Realised) -> bool:
    """Return whether the question shows a sum or a share, worth asking for itself, or an age, which tells the year."""
    if _AGED.search(" ".join(context.tree.tokens[each].form for each in said.tokens)):
        return True
    return any(one.kind in ("money", "percent", "share", "age") for one in context.figures_shown(said.tokens))


def _dates_twice(context: Context, said: Realised) -> bool:
    """True if another year or a decade is shown, which says about when it was: "plus retroactive pay to 1863"."""
    figures = context.figures_shown(said.tokens)
    return any(one.kind in ("year", "decade") and one != context.quantity for one in figures)


def _goes_on_from_others(context: Context, said: Realised) -> bool:
    """Return whether so many "more" are told, which leaves open after how many others: "sold three more mills"."""
    shown = " ".join(context.tree.tokens[each].form.lower() for each in beside_the_figure(context, said.tokens))
    return _MORE.search(shown) is not None


def _is_of_schooling(context: Context, said: Realised) -> bool:
    """True if somebody went to school or was honoured without having studied, which no teacher asks the year of."""
    lemmas = {context.tree.tokens[each].lemma.lower() for each in said.tokens}
    verbs = {
        context.tree.tokens[each].lemma.lower() for each in said.tokens if context.tree.tokens[each].upos == "VERB"
    }
    schooling = verbs & _SCHOOLING and lemmas & _SCHOOLS and not _is_of_the_topic(context, said)
    honoured = lemmas & _HONOURS and not _WITH_HONOURS.search(context.tree.span(context.clause.tokens).text)
    return bool(honoured or schooling)


def _dates_its_subject(context: Context, said: Realised) -> bool:
    """True if a date is behind a noun of the subject and may be that of the noun: "the play in 1909 was cancelled"."""
    tokens, verb, subject = context.tree.tokens, context.clause.verb, context.clause.subject
    if subject is None or not subject.head < min(context.figure) < verb.first:
        return False
    before = min(context.part.tokens if context.part else context.figure) - 1
    own = [subject.head, *context.tree.dependents(subject.head, "flat", "compound")]
    named = before in own and tokens[subject.head].upos in ("PROPN", "PRON")
    return tokens[before].upos in ("NOUN", "PROPN") and not named


def _stands_in_no_date(context: Context, said: Realised) -> bool:
    """True if a gap would take the year out of a name, "the 2012 Lifetime Achievement Award", or out of an aside."""
    first = min(context.figure)
    if context.tree.tokens[max(0, first - 1)].form.lower() not in BEFORE_A_YEAR:
        return True
    return any(
        is_a(context.tree.tokens[each].relation, "acl:relcl") and each != context.clause.head
        for each in context.tree.ancestors(context.top)
    )


def _of(kinds: str, holds: Callable[[Context, Realised], bool]) -> Callable[[Context, Realised], bool]:
    return lambda context, said: context.quantity.kind in kinds.split() and holds(context, said)


YEAR_FAULTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = tuple(
    (name, _of(kinds, holds))
    for name, kinds, holds in (
        ("minor-life", "year age", is_of_a_minor_life),
        ("relative", "year age", is_of_a_relative),
        ("titled", "year age", is_of_a_titled_namesake),
        ("minor-event", "year", is_a_minor_event),
        ("minor-victim", "year age", is_of_a_minor_victim),
        ("short-name", "year age", is_of_a_short_name),
        ("half-a-name", "year age", is_of_half_a_name),
        ("minor-person", "year age", is_of_a_minor_person),
        ("whose-age", "age", is_of_whose_age),
        ("schooling", "year age", _is_of_schooling),
        ("state", "year", _is_a_lasting_state),
        ("election", "year", _is_of_an_election),
        ("in-passing", "year age", _is_in_passing),
        ("reply", "year age", _only_replies),
        ("breaks-off", "year age", _breaks_off),
        ("illness", "year", _is_of_an_illness),
        ("supposed", "year", _is_supposed),
        ("no-state", "year", _lasts_no_time),
        ("no-event", "year", _dates_no_event),
        ("more", "year", _goes_on_from_others),
        ("two-years", "year", _dates_twice),
        ("amount", "year", _tells_an_amount),
        ("two-times", "year", _tells_another_time),
        ("subject-date", "year", _dates_its_subject),
        ("no-date", "year", _stands_in_no_date),
    )
)
"""Every fault of a year, and some of an age, by name."""
BORNE_BY_A_GAP = frozenset({"no-event", "two-years", "minor-person"})
"""Those that a gap for the year in the same sentence has as well, so that a plain question is no worse."""
