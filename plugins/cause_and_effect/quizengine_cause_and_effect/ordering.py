"""Asks for the order of events of different years, each dated by its own sentence."""

import re
from collections.abc import Iterator

from quizengine import Article, Evidence, OrderingQuestion, Origin, Refusal
from quizengine.language import (
    Certainty,
    Clause,
    Constituent,
    Realised,
    capitalised,
    clauses_at,
    clauses_of,
    salience,
    trees,
    word_set,
)
from quizengine_cause_and_effect.question_parts import question_tags
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_sentence, standalone_clause
from quizengine_cause_and_effect.relations import NAME, DatedEvents

_RULE = "events in order"
_LEAST, _MOST = 3, 5
_STEM = "Put these events in the order in which they happened, the earliest first."
_STATES = frozenset({"be", "have", "live", "remain", "exist", "contain", "include", "know", "consist", "become"})
_MOST_WORDS = 16


def orderable_events(article: Article) -> Iterator[DatedEvents]:
    """One set of events of different years, where an article has enough of them."""
    found: dict[int, tuple[float, Clause, Constituent]] = {}
    for tree in trees(article):
        for clause in clauses_of(tree):
            when = _year_of(clause)
            if when is None or not _is_told_alone(clause, when):
                continue
            year = _year_in(when)
            if year not in found or salience(tree) > found[year][0]:
                found[year] = (salience(tree), clause, when)
    years = sorted(found, key=lambda year: -found[year][0])[:_MOST]
    if len(years) >= _LEAST:
        chosen = [found[year] for year in sorted(years)]
        yield DatedEvents(
            events=tuple(clause.tree.tokens[clause.head].span for _, clause, _ in chosen),
            years=tuple(when.span for _, _, when in chosen),
        )


def _year_of(clause: Clause) -> Constituent | None:
    """The "in 1953" of an event that happened once: of a verb in the past tense that tells no state."""
    verb = clause.verb
    past = verb.tense == "past" and not verb.perfect and not verb.progressive and not verb.negated and not verb.copular
    if not past or verb.lemma in _STATES or not clause.is_fact or clause.said:
        return None
    times = clause.adjuncts("time")
    if len(times) != 1 or times[0].marker_text not in ("in", "on") or not _year_in(times[0]):
        return None
    head = clause.tree.tokens[times[0].head]
    return times[0] if head.certainty >= Certainty.LIKELY and head.head == clause.head else None


def _year_in(when: Constituent) -> int:
    """The year of "in 1953", "in May 1953" and "on May 5, 1953"; 0 for every other time."""
    forms = [when.tree.tokens[each].form for each in when.core if when.tree.tokens[each].form != ","]
    years = [form for form in forms if re.fullmatch(r"1\d{3}|20\d\d", form)]
    others = [form for form in forms if form not in years]
    dated = all(form in _MONTHS or re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", form) for form in others)
    return int(years[0]) if len(years) == 1 and dated else 0


_MONTHS = word_set("January February March April May June July August September October November December")


def _is_told_alone(clause: Clause, when: Constituent) -> bool:
    try:
        event(clause, when)
    except CannotBe:
        return False
    return True


def event(clause: Clause, when: Constituent) -> str:
    """Return what happened, without its year; raises CannotBe."""
    said = standalone_clause(clause, None, when.tokens)
    if not any(clause.tree.tokens[each].upos == "PROPN" or said.replaced.get(each) for each in said.subject):
        raise CannotBe("who or what it is about has no name")
    if _breaks_off(clause, said):
        raise CannotBe("it cannot be cut out of its sentence")
    text = clause_sentence(clause, said, fewest=4)
    if len(text.split()) > _MOST_WORDS or any(character.isdigit() for character in text):
        raise CannotBe("it is too long, or has another figure")
    return text.rstrip(".")


def _breaks_off(clause: Clause, said: Realised) -> bool:
    """Return whether an event ends with its verb, whose object is lost, or with a noun whose name or article is."""
    tree, last = clause.tree, said.tokens[-1]
    token = tree.tokens[last]
    if last in clause.verb.tokens:
        return not clause.verb.passive
    behind = [each.upos for each in tree.tokens[last + 1 : last + 3] if each.form != ","]
    bare = tree.dependent(last, "det", "nmod:poss") is None
    return token.xpos == "NN" and bare and behind[:1] == ["PROPN"]


def order_of(fact: DatedEvents) -> OrderingQuestion | Refusal:
    """The question for the order of some events."""
    texts = []
    for at, years in zip(fact.events, fact.years, strict=True):
        clause = next(each for each in clauses_at(at) if each.tree.tokens[each.head].span == at)
        when = next(part for part in clause.parts if part.span == years)
        texts.append(capitalised(event(clause, when)))
    if len(set(texts)) < len(texts):
        return Refusal(fact.events[0], _RULE, "two events read the same")
    proof = fact.events[0].article.span(
        min(each.start for each in fact.events), max(each.end for each in (*fact.years, *fact.events))
    )
    return OrderingQuestion(
        stem=_STEM,
        answer=tuple(texts),
        rationale="The article dates them: "
        + "; ".join(f"{text} ({years.text})" for text, years in zip(texts, fact.years, strict=True))
        + ".",
        evidence=Evidence.of(proof),
        origin=Origin(NAME, _RULE),
        tags=question_tags(),
    )
