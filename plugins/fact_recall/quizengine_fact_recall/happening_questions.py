"""Open questions about what somebody did, or what happened to somebody, in a year or on a day."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence

from quizengine import Article, Fact, OpenQuestion, Refusal, cache_per_article
from quizengine.language import (
    Clause,
    Name,
    Tree,
    central_names,
    clauses_of,
    content_words,
    has_balanced_marks,
    is_a,
    name_at,
    place_type,
    pointers,
    realised,
    referent,
    statement,
    tree_index,
    trees,
    word_set,
)
from quizengine_fact_recall.event_faults import (
    GARBLED,
    HEDGES,
    NOT_CUT_OUT,
    NOT_PLAIN,
    POINTS_OUT,
    RELATIVE,
    YEAR,
    Unasked,
)
from quizengine_fact_recall.event_stems import is_cut_surely, said_without
from quizengine_fact_recall.happenings import Happening
from quizengine_fact_recall.open_part_questions import predicates_asked_about
from quizengine_fact_recall.open_part_rivals import meant_by_subject
from quizengine_fact_recall.open_part_wording import ODD, SEVERAL, SIDE, SLIGHT, exclusion
from quizengine_fact_recall.open_question import question_in_sentence
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_in_the_title
from quizengine_fact_recall.short_names import with_full_names

RULE = "what-in-a-year"
_ABOUT = 5
"""Names that an article is about: those that it has most often."""
_LONGEST = 34
"""Words of a model answer."""
_FEWEST_NEW = 3
"""Words that carry sense in an answer, beside those of the question."""
_STATES = word_set(
    """
    have want live remain know need like love believe think feel seem stand exist contain own hold mean include bear die
    see spend stay reside visit marry register found establish create build publish
    """
)
"""Verbs that tell no event, or one that is asked otherwise."""
ASKED = Unasked("asked-already", "another question asks for what was done")
TOO_OPEN = Unasked("too-open", "people do much in a year, and nothing says which of it is meant")
"""Strict readers took one of seven questions what somebody did in a year."""
_YEAR_ALONE = re.compile(r"[Ii]n \d{4}")
_UNDERGOING = frozenset({"receive", "undergo", "suffer", "lose"})
"""Verbs of what a town or a firm does not do, but what happens to it."""
_BUT = frozenset({"but", "although", "though", "however", "yet", "until"})
_GOES_ON = word_set("he she it they")


def happening_question(fact: Happening, others: Sequence[Fact]) -> OpenQuestion | Refusal:
    """The question what happened at a time, or the reason why it is not asked."""
    made = (ASKED if fact.predicate in predicates_asked_about(others) else None) or _flaw_of(fact) or _worded(fact)
    if isinstance(made, Unasked):
        return Refusal(fact.predicate, made.rule, made.reason)
    stem, answer = made
    return question_in_sentence(stem, answer, fact.clause.tree, RULE)


def _flaw_of(fact: Happening) -> Unasked | None:
    """Return why an event is not asked about, whatever the words; None if it may be."""
    clause = fact.clause
    if flaw := exclusion(clause):
        return flaw
    if clause.verb.lemma.partition(" ")[0] in _STATES:
        return SLIGHT
    name = meant_by_subject(clause)
    if name is None or not _carries_the_article(name):
        return SIDE
    return SEVERAL if _does_more_then(fact, name) else None


def _carries_the_article(name: Name) -> bool:
    """Return whether an article is about somebody or something, not only set there."""
    article = name.mentions[0].article
    central = [full for full in central_names(article) if not place_type(full)][:_ABOUT]
    return is_in_the_title(article, name.full) or name.full in central


def _worded(fact: Happening) -> tuple[str, str] | Unasked:
    """The question and its model answer, or the reason why there are none."""
    clause, tree = fact.clause, fact.clause.tree
    said = said_without(clause, frozenset(fact.part.tokens))
    answer = statement(said) if said is not None else None
    if said is None or answer is None or not is_cut_surely(clause, {*said.tokens, *fact.part.tokens}):
        return NOT_CUT_OUT
    if pointers(tree, said.tokens, said.replaced):
        return POINTS_OUT
    if _is_taken_back(clause) or _loses_a_deed(clause, said.tokens) or _opens_with_a_fault(tree, said.opening):
        return NOT_CUT_OUT
    answer = _with_what_follows(clause, answer)
    if answer is None:
        return SEVERAL
    subject, time = said.words(said.subject), fact.part.text
    name = meant_by_subject(clause)
    thing = name is not None and name.kind != PERSON
    undergone = clause.verb.passive or (thing and clause.verb.lemma in _UNDERGOING)
    if not thing and not undergone and _YEAR_ALONE.fullmatch(time):
        return TOO_OPEN
    asking = f"What happened to {subject}" if undergone else f"What did {subject} do"
    stem = with_full_names(f"{asking} {time[0].lower()}{time[1:]}?", clause.span.article, "")
    if stem is None or "," in subject:
        return NOT_PLAIN
    for text in (stem, answer):
        if ODD.search(text) or GARBLED.search(text) or not has_balanced_marks(text):
            return NOT_PLAIN
        if HEDGES.search(text) or RELATIVE.search(text):
            return POINTS_OUT
    new = set(content_words(answer)) - set(content_words(stem))
    return (stem, answer) if len(new) >= _FEWEST_NEW and len(answer.split()) <= _LONGEST else SLIGHT


def _with_what_follows(clause: Clause, answer: str) -> str | None:
    """The answer with what its subject did next in the same sentence, if that has no year of its own.

    None if it did something else, too, that cannot be told by itself.
    """
    for other in clauses_of(clause.tree):
        joined = (
            is_a(clause.tree.tokens[other.head].relation, "conj") and clause.tree.tokens[other.head].head == clause.head
        )
        if not joined or not other.shares_subject or YEAR.search(other.span.text):
            continue
        said = realised(other)
        if said is not None and not said.opening and not pointers(other.tree, said.tokens, {}):
            return f"{answer.removesuffix('.')} and {said.words(said.said)}."
        return None
    return answer


def _opens_with_a_fault(tree: Tree, opening: Sequence[int]) -> bool:
    """Return whether an answer would begin with a link to other sentences, or with an infinitive: "Though, Orra …"."""
    first = tree.tokens[opening[0]] if opening else None
    return first is not None and (first.form.lower() in _BUT or first.xpos == "VB")


def _is_taken_back(clause: Clause) -> bool:
    """Return whether a "but" behind a clause tells the other half of it: "was elected, but was too young to serve"."""
    return any(token.form.lower() in _BUT for token in clause.tree.tokens[clause.head :])


def _loses_a_deed(clause: Clause, told: Collection[int]) -> bool:
    """Return whether an answer leaves out what else was done: "became a baker, leaving the mill"."""
    tree = clause.tree
    beside = [each for each in tree.dependents(clause.head, "advcl") if tree.tokens[each].xpos == "VBG"]
    return any(each not in told and tree.dependent(each, "mark") is None for each in beside)


def _does_more_then(fact: Happening, name: Name) -> bool:
    """Return whether the article tells more of somebody in a year, or may: in the sentence behind, without a year."""
    tree, article = fact.clause.tree, fact.clause.span.article
    dated = _by_year(article)[fact.year]
    if sum(each is tree for each in dated) > 1:
        return True
    if any(each is not tree and _is_about(each, name) for each in dated):
        return True
    behind = trees(article)[tree_index(tree) + 1 : tree_index(tree) + 2]
    if not behind or behind[0].sentence.span.paragraph != fact.clause.span.paragraph:
        return False
    first = behind[0].tokens[0]
    opens = first.form.lower() in _GOES_ON or name_at(first.span) is name
    return opens and not YEAR.search(behind[0].sentence.span.text)


def _is_about(tree: Tree, name: Name) -> bool:
    """Return whether a sentence names somebody, or says something of that one by a pronoun."""
    meant = map(meant_by_subject, clauses_of(tree))
    pronouns = (referent(tree, each) for each, token in enumerate(tree.tokens) if token.upos == "PRON")
    return any(map(tree.sentence.span.contains, name.mentions)) or any(
        one is not None and one.full == name.full for one in (*meant, *pronouns)
    )


@cache_per_article
def _by_year(article: Article) -> dict[str, list[Tree]]:
    """The sentences of an article by the years in them, as often as each is in them."""
    found: dict[str, list[Tree]] = defaultdict(list)
    for tree in trees(article):
        for year in YEAR.findall(tree.sentence.span.text):
            found[year].append(tree)
    return found
