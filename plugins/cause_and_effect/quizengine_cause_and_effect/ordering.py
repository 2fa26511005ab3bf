"""Events of different years to put in order, each dated by its own sentence."""

from collections.abc import Iterator

from quizengine import Article, Evidence, OrderingQuestion, Origin, Refusal, Span
from quizengine.language import Clause, Constituent, clauses_at, clauses_of, trees, weight
from quizengine.language.realise import capitalised
from quizengine_cause_and_effect.relations import NAME, DatedEvents
from quizengine_cause_and_effect.telling import CannotBe, alone, tags, worded

_RULE = "events in order"
_LEAST, _MOST = 4, 5
_STEM = "Put these events in the order in which they happened, the earliest first."
_STATES = frozenset({"be", "have", "live", "remain", "exist", "contain", "include", "know", "consist", "become"})
_MOST_WORDS = 16


def dated_events(article: Article) -> Iterator[DatedEvents]:
    """One set of events of different years, where an article has enough of them."""
    found: dict[int, tuple[float, Clause, Constituent]] = {}
    for tree in trees(article):
        for clause in clauses_of(tree):
            when = _year_of(clause)
            if when is None or not _is_told_alone(clause, when):
                continue
            year = int(clause.tree.tokens[when.head].form)
            if year not in found or weight(tree) > found[year][0]:
                found[year] = (weight(tree), clause, when)
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
    if len(times) != 1 or times[0].marker_text != "in" or len(times[0].tokens) != 2:
        return None
    token = clause.tree.tokens[times[0].head]
    year = token.form.isdigit() and len(token.form) == 4
    return times[0] if year and token.certainty >= _SURE and token.head == clause.head else None


_SURE = 20


def _is_told_alone(clause: Clause, when: Constituent) -> bool:
    try:
        event(clause, when)
    except CannotBe:
        return False
    return True


def event(clause: Clause, when: Constituent) -> str:
    """What happened, without its year; raises CannotBe."""
    if clause.subject is None or not any(clause.tree.tokens[each].upos == "PROPN" for each in clause.subject.tokens):
        raise CannotBe("who or what it is about has no name")
    said = alone(clause, None, when.tokens)
    text = worded(clause, said, fewest=4)
    if len(text.split()) > _MOST_WORDS or any(character.isdigit() for character in text):
        raise CannotBe("it is too long, or has another figure")
    return text.rstrip(".")


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
        rationale="The article dates them: " + "; ".join(
            f"{text} ({years.text.removeprefix('in ').removeprefix('In ')})" for text, years in zip(texts, fact.years, strict=True)
        ) + ".",
        evidence=Evidence.of(proof),
        origin=Origin(NAME, _RULE),
        tags=tags(),
    )
