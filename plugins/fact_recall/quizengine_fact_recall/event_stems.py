"""The stem that asks for one participant of an event, or the reason why no question stands alone.

Next: `participant_options`, the options beside the key.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from quizengine.language import (
    Certainty,
    Clause,
    Realised,
    capitalised,
    full_names,
    lead_in,
    leaves_its_event_open,
    name_at,
    pointers,
    question,
    realised,
    surface_text,
    with_source,
)
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.event_faults import (
    GARBLED,
    HEDGED,
    HEDGES,
    NO_ANCHOR,
    NOT_CUT_OUT,
    NOT_PLAIN,
    POINTS_OUT,
    TOLD,
    Unasked,
    event_stem_fault,
)
from quizengine_fact_recall.left_out import dates_of_a_life, what_can_go
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON, noun_of
from quizengine_fact_recall.sought import Sought

_MARKS = frozenset({"-", "–", "—", "--", "/", ":", ";", "...", "…"})
_OPENING_YEAR = re.compile(r"In (?P<year>(?:[A-Z][a-z]+ )?(?:1\d{3}|20\d\d)), (?=who|which|what)")
_IN_A_YEAR = re.compile(r"\b[Ii]n (?:[A-Z][a-z]+ )?(?:1\d{3}|20\d\d)\b")
_INNER_CLAUSES = ("acl", "advcl", "ccomp", "xcomp", "csubj", "parataxis")
_ROOT = 5
"""Letters that a noun and its verb share."""
_SHORTEST_OPENING = 4
"""Words of a phrase before the question that names nothing and gives no number: "for months" says too little."""
_THINGS = frozenset({"its", "itself", "their", "themselves"})
_TRAILING = re.compile(r", (?:as|but|so|and that|which|who)\b")
"""Words that begin something for which a question has no room."""
_NO_COUNTRY = re.compile(
    r"\b(?:is|was|became|become|remained|remain)\b[^,]*\b(?:colon(?:y|ies)|provinces?|territor(?:y|ies)|possessions?)\b"
)
"""Phrases that deny what is asked for: "the largest of its colonies"."""
_BORN_AS = re.compile(r"(?<=\bborn), (?:the|an?|one|only) [^?]*\?")
"""Descriptions of somebody at birth, for which a question about the place has no room: "born, the youngest of five"."""
_BORN_AT_HOME = re.compile(r"(?<=\bborn) at home\b")
_STAYING = frozenset({"work", "live", "stay", "reside", "teach", "study"})
"""Verbs for acts that people do in one place after another."""
_A_YEAR = re.compile(r"1\d{3}|20\d{2}|\d{4}s")


def stem_for(clause: Clause, asked: Sought) -> str | Unasked:
    """The question for a participant, or the reason why there is none that stands alone."""
    behind = asked.part.role == "adjunct"
    undated = _named(clause, dates, behind) if (dates := dates_of_a_life(clause, asked)) else None
    if undated is not None and not _lost(clause, asked, undated):
        return _worded(clause, asked, undated, dates)
    said = _named(clause, frozenset(), behind)
    if said is None:
        return NOT_CUT_OUT
    lost = _lost(clause, asked, said)
    if not lost:
        return _worded(clause, asked, said)
    gone = what_can_go(clause, lost)
    shorter = _named(clause, gone, behind) if gone and not gone & asked.gone else None
    if shorter is not None and not _lost(clause, asked, shorter):
        return _worded(clause, asked, shorter)
    lead = _lead(clause, asked, said)
    stem = _worded(clause, asked, said) if lead else POINTS_OUT
    return stem if isinstance(stem, Unasked) else f"{lead} {stem}"


def _lead(clause: Clause, asked: Sought, said: Realised) -> str | None:
    """A sentence before the question that tells what its open words mean, and not the answer."""
    tokens = [each for each in said.tokens if each not in asked.gone]
    lead = lead_in(clause.tree, tokens, said.replaced, asked.names)
    return None if lead and any(shares_word(lead, full) for full in asked.names) else lead


def _lost(clause: Clause, asked: Sought, said: Realised) -> list[int]:
    """The words of a question that point at what it does not tell."""
    found = pointers(clause.tree, said.tokens, said.replaced)
    return [each.token for each in found if each.token not in asked.gone]


def _worded(clause: Clause, asked: Sought, said: Realised, dates: frozenset[int] = frozenset()) -> str | Unasked:
    rest = [each for each in said.tokens if each not in asked.gone]
    if not is_cut_surely(clause, {*said.tokens, *asked.part.tokens, *dates}):
        return NOT_CUT_OUT
    shown = surface_text(clause.tree, rest, said.replaced)
    if not _is_plain(clause, asked, said):
        return NOT_PLAIN
    if leaves_its_event_open(clause.tree, said.tokens, said.replaced):
        return POINTS_OUT
    if not _has_anchor(clause, asked, rest, said.replaced):
        return NO_ANCHOR
    if HEDGES.search(shown):
        return HEDGED
    said = replace(said, replaced={**said.replaced, **asked.replaced})
    stem = with_source(clause, question(said, asked.part, asked.word, asked.rest, asked.stranded))
    if stem is None:
        return NOT_CUT_OUT
    seen = stem if clause.said else shown
    if any(shares_word(seen, full) for full in asked.names):
        return TOLD
    if _TRAILING.search(shown):
        return NOT_CUT_OUT
    if _breaks_off(clause, said):
        return NOT_CUT_OUT
    stem = _in_the_plain_past(clause, _with_its_year_behind(clause, rest, stem))
    stem = _BORN_AS.sub("?", stem)
    stem = _BORN_AT_HOME.sub("", stem)
    if asked.kind in asked.word and stem.lower().count(asked.kind[:_ROOT]) > 1:
        return TOLD  # "With which award was Moss awarded?"
    no_country = asked.kind == "country" and _NO_COUNTRY.search(stem) is not None
    if no_country or _lacks_its_article(said) or _loses_a_capital(clause, stem):
        return NOT_PLAIN
    one_of_many = POINTS_OUT if _is_one_of_many_stays(clause, asked, rest) else None
    return one_of_many or event_stem_fault(clause, stem) or stem


def _is_one_of_many_stays(clause: Clause, asked: Sought, rest: Sequence[int]) -> bool:
    """True if nothing is kept of what told one of somebody's stays from others: "In which city did Moss work?"."""
    if clause.verb.lemma not in _STAYING or asked.part.role != "adjunct" or clause.of_role("object"):
        return False
    others = [part for part in clause.adjuncts() if not set(part.tokens) & set(asked.part.tokens)]
    return bool(others) and not any(each in rest for part in others for each in part.tokens)


def _with_its_year_behind(clause: Clause, asked_with: Sequence[int], stem: str) -> str:
    """A question with a year at its end, where nothing in it but its verb could be meant: "Who found it in 1543?"."""
    opened = _OPENING_YEAR.match(stem)
    inner = any(clause.tree.tokens[each].relation.startswith(_INNER_CLAUSES) for each in asked_with)
    if opened is None or inner or "," in stem[opened.end() :]:
        return stem
    rest = stem[opened.end() : -1]
    return f"{capitalised(rest)} in {opened['year']}?"


def _in_the_plain_past(clause: Clause, stem: str) -> str:
    """A question with "assisted" for "had assisted" where a year says when it was."""
    form = clause.tree.tokens[clause.head].form
    before = clause.verb.perfect and clause.verb.tense == "past" and form.endswith("ed")
    dated = _IN_A_YEAR.search(stem) is not None
    return re.sub(rf"\bhad {re.escape(form)}\b", form, stem) if before and dated else stem


def _is_plain(clause: Clause, asked: Sought, said: Realised) -> bool:
    """True if no lone adverb opens a question, no dash or slash is in it, and no pronoun contradicts its answer."""
    tokens = clause.tree.tokens
    rest = [tokens[each] for each in said.tokens if each not in asked.gone]
    telling = any(
        tokens[each].upos in ("NUM", "PROPN") or tokens[each].form[:1].isdigit() or each in said.replaced
        for each in said.opening
    )
    lone = 0 < len(said.opening) < _SHORTEST_OPENING and not telling
    heads = (asked.part.head, *([clause.subject.head] if clause.subject else []))
    nouns = [each for each in heads if tokens[each].upos != "VERB"]
    focused = any(clause.tree.dependent(each, "advmod") is not None for each in nouns)  # "only Peru closed it"
    marked = any(token.form in _MARKS or GARBLED.search(token.form) for token in rest)
    whose = any(tokens[each].xpos == "WP$" for each in said.subject)
    thing = (
        asked.kind == PERSON and asked.part.role == "subject" and any(token.form.lower() in _THINGS for token in rest)
    )
    return not (lone or focused or marked or whose or thing)


def _breaks_off(clause: Clause, said: Realised) -> bool:
    """True if a hyphen or an ellipsis is right after the words: "a “Moss”" of "a “Moss” - inspired mill"."""
    behind = max(said.tokens) + 1
    return behind < len(clause.tree.tokens) and clause.tree.tokens[behind].form in _MARKS - {":", ";"}


def _loses_a_capital(clause: Clause, stem: str) -> bool:
    """Return whether a name that begins its sentence is taken for a common noun: "Which port did moscow gain?"."""
    first = clause.tree.tokens[0]
    small = re.search(rf"\b{re.escape(first.form.lower())}\b", stem)
    return first.form[:1].isupper() and name_at(first.span) is not None and small is not None


def _lacks_its_article(said: Realised) -> bool:
    """Return whether a full name that is a noun with a capital stands for a description, but without "the"."""
    found = [(at, full) for at, full in said.replaced.items() if at in said.tokens and full]
    return any(noun_of(full) and said.clause.tree.tokens[at].form.lower() == "the" for at, full in found)


def is_cut_surely(clause: Clause, shown: set[int]) -> bool:
    """True if all that is left out begins after a mark or a conjunction, or surely hangs where the tree says."""
    tokens = clause.tree.tokens
    cut = [each for each in clause.tree.subtree(clause.head) if each not in shown and tokens[each].head in shown]
    firsts = [(each, clause.tree.subtree(each)[0]) for each in cut]
    own = [each for each in clause.tokens if each in shown and each != clause.head and tokens[each].upos != "PUNCT"]
    if any(
        tokens[each].head >= 0 and tokens[each].head in clause.tokens and tokens[each].head not in shown for each in own
    ):
        return False  # "a day in which Moss repeatedly", without what she did
    return all(
        tokens[each].certainty >= Certainty.EVEN_ODDS
        or tokens[first].upos in ("PUNCT", "CCONJ")
        or (first > 0 and tokens[first - 1].upos in ("PUNCT", "CCONJ"))
        for each, first in firsts
    )


def _named(clause: Clause, gone: frozenset[int], opens_behind: bool) -> Realised | None:
    """Return what a clause says without some tokens, with names in full where they come first.

    A question for a place or a time puts what opens the sentence after the rest.
    """
    said = realised(clause)
    if said is None:
        return None
    tokens = [each for each in said.tokens if each not in gone]
    behind = set(said.opening) if opens_behind else set()
    first = full_names(clause.tree, [each for each in tokens if each not in behind])
    then = full_names(clause.tree, [each for each in tokens if each in behind])
    known = {full.removesuffix("’s") for full in first.values() if full}
    said = realised(
        clause, first | {at: full for at, full in then.items() if full.removesuffix("’s") not in known and full}
    )
    if said is None:
        return None
    opening, rest = (_without(clause, some, gone) for some in (said.opening, said.said))
    return replace(said, opening=opening, said=rest)


def said_without(clause: Clause, gone: frozenset[int]) -> Realised | None:
    """Return what a clause says without some tokens, with names in full; None if it cannot be cut out."""
    return _named(clause, gone, opens_behind=False)


def _without(clause: Clause, tokens: tuple[int, ...], gone: frozenset[int]) -> tuple[int, ...]:
    """Tokens without those that go and without commas that are left hanging."""
    kept = [each for each in tokens if each not in gone]
    commas = {each for each in kept if clause.tree.tokens[each].form == ","}
    hanging = {each for each in commas if each - 1 in gone or each + 1 in gone}
    return tuple(each for each in kept if each not in hanging)


def _has_anchor(clause: Clause, asked: Sought, tokens: list[int], replaced: Mapping[int, str]) -> bool:
    """Return whether a name, a year or enough words of their own make clear what a question is about."""
    shown = [clause.tree.tokens[each] for each in tokens]
    named = any(token.upos == "PROPN" or _A_YEAR.fullmatch(token.form) for token in shown)
    named = named or any(replaced.get(each) for each in tokens)
    if is_news(clause.span.article):  # of what happens every day, words alone do not tell which day it was
        return named
    return named or sum(token.upos in ("NOUN", "VERB", "ADJ") for token in shown) >= asked.fewest_anchors
