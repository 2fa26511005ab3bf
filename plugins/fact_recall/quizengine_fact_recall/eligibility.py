"""Decides which events are worth a question; gives a reason for refusing the others.

Next: `event_stems`, the words of a question.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizengine import Article, cache_per_article
from quizengine.language import (
    Clause,
    Constituent,
    has_balanced_quotes,
    is_inside_quotation,
    salience,
    verbs_of,
    word_set,
)

LIGHTEST = 0.15
"""The least weight of a sentence that is asked about."""

SAYING = (verbs_of("asserts", "believes", "doubts", "predicts", "wants", "asks") - verbs_of("deed")) | {"speak", "talk"}
"""Acts of speech and thought: who said it is asked elsewhere, and who thought it is seldom known for certain."""
_TEACHING = word_set("believe argue hold teach propose conclude discover contend theorize theorise maintain prove show")
"""Acts of thinkers of the past, about whom textbooks ask: "Galen taught that the liver makes blood"."""
_ORDERING = word_set("ask order urge persuade instruct command require force summon")
"""Acts that make somebody do something: "the king asked the council to meet"."""
_SAID = re.compile(r"\b(?:said|says)\b")
_MOST_SAID = 0.002
"""The share of these words from which an article is news."""
_EMPTY = word_set(
    """
    be become have do get make go come try begin start continue seem appear look remain stay keep like love enjoy use
    need help happen tend let fail work live sit stand spend put take give see find hear watch face wait turn show
    """
)
"""Verbs that tell too little by themselves, so that more has to be around them."""
_OF_A_LIFE = frozenset({"grow up", "detain", "imprison", "bury", "exile"})
"""Verbs that with a place alone tell a fact of somebody's life."""
_QUOTED = re.compile(r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)")
_I = re.compile(r"(?<!War )\b(?:I|[Mm]y|me)\b")
_NUMERAL = re.compile(r"\b(?!When|But|And|If|As|So|What|That|Then|While|Because|Since|Before|After)[A-Z][a-z]{2,} I\b")
"""A ruler with a number: Damasus I."""
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_MOST_PERSONAL = 0.2
"""The part of the paragraphs: from there on, a whole text is personal."""
_DENIALS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_REPEATABLE = word_set(
    """
    meet give join interview visit introduce appear attend walk travel go come arrive return perform play sing set pump
    move phone email invite greet thank gather sit stand lunch dine drive fly
    """
)
_SCHOOL = re.compile(
    r"\b[A-Z]\w+ (?:[A-Z]\w+ )*(?:University|College|School|Academy|Institute|Conservatory|Seminary)\b"
    r"|\b(?:University|College|School|Academy|Institute|Conservatory|Seminary) of [A-Z]"
)
_NAMING = word_set(
    "rename name call dub christen nickname retitle rebrand title award appoint elect crown convert turn"
)
_MONTHS = frozenset(
    {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November"}
    | {"December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."}
)
_POLLS = word_set("poll polling survey surveyed ranking rankings")
_JUDGING = word_set("tend seem appear struggle manage fail try attempt prove overstate understate deserve risk")
"""Verbs of those who comment on what others do."""
_MEANS = frozenset({"refer", "mean", "denote", "signify"})
_RELATIONS = ("root", "conj", "parataxis", "acl:relcl")
_TAKEN_FOR_GRANTED = frozenset({"after", "when", "because", "although", "though"})
"""Conjunctions that tell as a fact what is after them."""


@dataclass(frozen=True)
class ExclusionRule:
    """A reason to leave an event alone: the name of its rule, the words for people, and when it holds."""

    rule: str
    reason: str
    holds: Callable[[Clause], bool]


def _is_light(clause: Clause) -> bool:
    return salience(clause.tree) < LIGHTEST


def _depends(clause: Clause) -> bool:
    return bool(clause.marker) and clause.marker not in _TAKEN_FOR_GRANTED


def _is_subordinate(clause: Clause) -> bool:
    """Return whether a clause, or the one that it is joined to, is not a main clause."""
    tree, head = clause.tree, clause.head
    while tree.tokens[head].relation == "conj":
        head = tree.tokens[head].head
    relation = tree.tokens[head].relation if tree.tokens[head].head >= 0 else "root"
    return relation not in _RELATIONS and not (relation.startswith("advcl") and clause.marker)


def _is_quoted(clause: Clause) -> bool:
    """True if a clause begins inside a quotation, or a quotation begins or ends between its first word and its last."""
    paragraph, span = clause.span.paragraph, clause.span
    return is_inside_quotation(paragraph, span.start) or not has_balanced_quotes(span.text)


def _is_personal(clause: Clause) -> bool:
    """Return whether a paragraph speaks of "I" outside quotation marks, or many do: a letter, a memoir, an opinion."""
    article = clause.span.article
    personal = _personal(article)
    many = len(personal) >= _MOST_PERSONAL * max(1, len(article.paragraphs))
    return many or clause.span.paragraph.start in personal


@cache_per_article
def is_news(article: Article) -> bool:
    """Return whether an article reports what people say today, and does not tell what they once thought."""
    return len(_SAID.findall(article.text)) > _MOST_SAID * len(article.text.split())


@cache_per_article
def _personal(article: Article) -> frozenset[int]:
    """Return where the paragraphs begin that speak of "I"."""
    return frozenset(each.start for each in article.paragraphs if _speaks_of_itself(each.text))


def _speaks_of_itself(text: str) -> bool:
    plain = _NUMERAL.sub("", _QUOTED.sub("", text.replace("``", '"').replace("''", '"')))
    return bool(_I.search(plain))


def _is_joined_to_a_denial(clause: Clause) -> bool:
    """Return whether the clause that a clause is joined to is denied: "has not won or managed to win"."""
    tree, head = clause.tree, clause.head
    while tree.tokens[head].relation == "conj":
        head = tree.tokens[head].head
        if any(tree.tokens[each].lemma in _DENIALS for each in tree.children[head]):
            return True
    return False


def _is_speech(clause: Clause) -> bool:
    """Return whether a clause tells what somebody said or thought, in a clause of its own or not at all."""
    verb = clause.verb.lemma.partition(" ")[0]
    if verb in _TEACHING and clause.verb.tense == "past" and not is_news(clause.span.article):
        return False
    if verb in _ORDERING and clause.object and any(part.text.startswith("to ") for part in _with_verbs(clause)):
        return False
    does = bool(clause.of_role("object", "open complement")) or clause.verb.passive or bool(clause.adjuncts())
    reports = bool(clause.of_role("clausal complement"))
    return reports or verb in SAYING or (verb in verbs_of("deed") and not does)


def _with_verbs(clause: Clause) -> list[Constituent]:
    """The parts of a clause that are infinitives."""
    return [part for part in clause.parts if clause.tree.tokens[part.head].xpos == "VB"]


def _is_thin(clause: Clause) -> bool:
    """Return whether only an empty verb and a phrase of two or three words is told."""
    telling = sum(
        clause.tree.tokens[each].upos in ("NOUN", "PROPN", "ADJ", "NUM", "VERB")
        for part in clause.parts
        for each in part.tokens
    )
    least = 3 if clause.verb.lemma in _EMPTY else 1 if clause.verb.lemma in _OF_A_LIFE else 2
    return telling < least


def _is_emphatic(clause: Clause) -> bool:
    """Return whether a "did" is before the verb without any need: "France did conquer Mexico"."""
    return clause.tree.tokens[clause.verb.first].lemma == "do" and clause.verb.first != clause.head


def _is_of_a_weekday(clause: Clause) -> bool:
    return any(_WEEKDAY.fullmatch(clause.tree.tokens[each].form) for each in clause.tokens)


def _compares(clause: Clause) -> bool:
    return any(clause.tree.tokens[each].form.lower() == "than" for each in clause.tokens)


def _is_of_a_poll(clause: Clause) -> bool:
    return any(clause.tree.tokens[each].lemma.lower() in _POLLS for each in clause.tokens)


def _is_honorary(clause: Clause) -> bool:
    return any(clause.tree.tokens[each].form.lower() == "honorary" for each in clause.tokens)


def _has_none(clause: Clause) -> bool:
    """Return whether a clause tells what somebody did not have: "Mexico had no intention of losing its province"."""
    return any(clause.tree.tokens[each].form.lower() == "no" for part in clause.parts for each in part.tokens)


def _is_perfect(clause: Clause) -> bool:
    """Return whether it holds up to the day of the article, which a question does not tell: "has proposed a tax"."""
    return clause.verb.perfect and clause.verb.tense == "present"


def _defines(clause: Clause) -> bool:
    """Return whether it says what a word means, which no thing does: "felt tissue refers to sheets of fibre"."""
    return clause.verb.lemma.partition(" ")[0] in _MEANS and clause.verb.tense == "present" and not clause.verb.passive


def _is_undated(clause: Clause) -> bool:
    """True if a clause tells of an act that people do again and again, and no number or month says which time."""
    tokens = [clause.tree.tokens[each] for each in clause.tokens]
    dated = any(token.upos == "NUM" or token.form in _MONTHS for token in tokens)
    return clause.verb.lemma.partition(" ")[0] in _REPEATABLE and not dated and not _is_schooling(clause)


def _is_schooling(clause: Clause) -> bool:
    """Return whether somebody attended a school with a name, which tells of a life without a year, too."""
    attended = clause.object if clause.verb.lemma == "attend" else None
    return attended is not None and _SCHOOL.search(attended.text) is not None


def _may_be_passive(clause: Clause) -> bool:
    """Return whether the subject of a passive may be given a name: "was formed in 1920 and renamed the Orra Mill"."""
    tree, token = clause.tree, clause.tree.tokens[clause.head]
    joined = token.relation.startswith("conj") and not clause.verb.passive and clause.verb.lemma in _NAMING
    return joined and clause.shares_subject and tree.dependent(token.head, "aux:pass") is not None


GROUNDS: tuple[ExclusionRule, ...] = (
    ExclusionRule("denied", "what did not happen tells little", lambda clause: clause.verb.negated),
    ExclusionRule("denied", "it is joined to what did not happen", _is_joined_to_a_denial),
    ExclusionRule("denied", "it tells what somebody did not have", _has_none),
    ExclusionRule("open-ended", "it holds up to the day of the article", _is_perfect),
    ExclusionRule("marked", "a conjunction makes it depend on something else", _depends),
    ExclusionRule("compared", "it compares, and may be true of others", _compares),
    ExclusionRule("polled", "it tells what some poll found", _is_of_a_poll),
    ExclusionRule("honorary", "an honour of many is told in passing", _is_honorary),
    ExclusionRule("undated", "people do so again and again, and it does not say when", _is_undated),
    ExclusionRule("meaning", "it says what a word means", _defines),
    ExclusionRule("judged", "it judges more than it tells", lambda clause: clause.verb.lemma in _JUDGING),
    ExclusionRule("speech", "it tells what somebody said or thought", _is_speech),
    ExclusionRule("quoted", "the sentence holds a quotation", _is_quoted),
    ExclusionRule("personal", "its paragraph gives somebody's own view", _is_personal),
    ExclusionRule("weekday", "only the day of a week that nobody knows any more says when it was", _is_of_a_weekday),
    ExclusionRule("subordinate", "it is told in passing", _is_subordinate),
    ExclusionRule("light", "it matters little to the article", _is_light),
    ExclusionRule("thin", "it tells too little to be asked about", _is_thin),
    ExclusionRule("emphatic", "it insists on what seemed doubtful", _is_emphatic),
    ExclusionRule("maybe-passive", "it may tell what was done to its subject", _may_be_passive),
    ExclusionRule("happening", "it was still going on", lambda clause: clause.verb.progressive),
)
"""Every ground; the first that holds counts."""


def event_exclusion(clause: Clause) -> ExclusionRule | None:
    """The reason to leave an event alone; None if it is worth a question."""
    return next((ground for ground in GROUNDS if ground.holds(clause)), None)
