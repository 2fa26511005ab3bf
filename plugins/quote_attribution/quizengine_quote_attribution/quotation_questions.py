"""Questions about a quotation: who said it, and which of some quotations somebody said."""

from collections.abc import Iterator, Sequence
from random import Random

from quizengine import ChoiceQuestion, Fact, Origin, Question, Refusal, ShortTextQuestion
from quizengine.language import Name
from quizengine_quote_attribution.asking_about import ask_openly
from quizengine_quote_attribution.asking_reported import ask_reported, stem_of
from quizengine_quote_attribution.candidates import (
    FEWEST_DISTRACTORS,
    are_of_one_sort,
    other_speakers,
    speaker_name,
    speakers,
)
from quizengine_quote_attribution.excerpts import excerpt, excerpt_words
from quizengine_quote_attribution.nearly_alike import another_with
from quizengine_quote_attribution.other_words import other_quotations
from quizengine_quote_attribution.phrasing import in_quotation_marks, infinitive_for, verb_for
from quizengine_quote_attribution.proof import question_context
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.quotation_eligibility import quotation_exclusion
from quizengine_quote_attribution.quotations_per_speaker import turns
from quizengine_quote_attribution.reported_statements import Statement
from quizengine_quote_attribution.typed_speakers import accepted_names, is_worth_typing

WHICH_RULE = "said-which"


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The ways to ask about one quotation or statement, one for an answer in sentences last, or why it is not asked."""
    if not isinstance(fact, Statement | Quotation):
        return
    unfit = _not_asked(fact, others) if isinstance(fact, Quotation) else ""
    who = _ask_statement(fact, others, rng) if isinstance(fact, Statement) else _ask_who(fact, unfit, others, rng)
    found = list(who)
    yield from found
    opened = None if unfit else ask_openly(fact, others)
    if isinstance(opened, Question) or (opened and not any(isinstance(each, Question) for each in found)):
        yield opened


def _ask_who(fact: Quotation, unfit: str, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The ways to ask about one quotation, the one drawn first ahead of the others, or why it is not asked.

    `unfit` is a reason why nothing may be asked about it, if there is one.
    """
    ways = [] if unfit else _ways(fact, others, rng)
    if not ways:
        told = turns(others).asks_who(fact) if not unfit else False
        reason = unfit or ("there are no options" if told else f"other words of {fact.name} are asked about")
        yield Refusal(fact.quote[0].to(fact.quote[-1]), fact.rule, reason)
    yield from ways


def _ask_statement(fact: Statement, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    if turns(others).asks_who(fact) or not stem_of(fact):
        yield from ask_reported(fact, others, rng)
    else:
        yield Refusal(fact.content, fact.rule, f"other words of {fact.name} are asked about")


def _ways(fact: Quotation, others: Sequence[Fact], rng: Random) -> list[Question]:
    """The ways to ask about a quotation: who said it for two of each speaker, which one was said for one of these.

    The second way needs no answer that is a speaker's name, which a short quiz has only once.
    """
    who = list(_who(fact, others, rng)) if turns(others).asks_who(fact) else []
    return [*who, *_which(fact, others)]


def _not_asked(fact: Quotation, others: Sequence[Fact]) -> str:
    """Return why nothing may be asked about a quotation among the others; empty if it may."""
    reason = quotation_exclusion(fact)
    return reason or (f"{same} said nearly the same" if (same := another_with(fact, others)) else "")


def _who(fact: Quotation, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    """Ask “Who said, “…”?”, with other people of the article as options and typed, the better way first.

    Options that are not all of the speaker's sort come last, for the odd one out is known without the article, and so
    do those with somebody who never says anything in it.
    """
    name = speaker_name(fact)
    assert name is not None
    who = "Who" if name.kind == "person" else "Which source"
    about = excerpt(fact).about
    told = f"{verb_for(fact)} of {about}" if about else verb_for(fact)
    stem = f"{who} {told}, {in_quotation_marks(excerpt_words(fact))}"
    said = " ".join([about, *(piece.text for piece in fact.quote)])
    distractors = other_speakers(name, said, others, rng, open_words=excerpt(fact).open_words)
    typed = _typed(stem, name, fact)
    if len(distractors) < FEWEST_DISTRACTORS:
        yield from typed
        return
    chosen = ChoiceQuestion(stem=stem, answer=name.full, distractors=distractors, **question_context(fact))
    fair = are_of_one_sort(name, distractors) and speakers(others).issuperset(distractors)
    yield from [chosen, *typed] if fair else [*typed, chosen]


def _typed(stem: str, name: Name, fact: Quotation) -> list[Question]:
    """The question with the name to type; none for an organisation, which goes by more names than anybody can list."""
    if name.kind != "person" or not is_worth_typing(name):
        return []
    accepted = accepted_names(name)
    ask_full = " Give the full name." if name.surname not in accepted else " Type the name."
    context = question_context(fact)
    return [ShortTextQuestion(stem=stem + ask_full, answer=accepted[0], accept=accepted[1:], **context)]


def _which(fact: Quotation, others: Sequence[Fact]) -> Iterator[Question]:
    """Ask “Which of these did X say?”, with other people's words as options, once for each speaker."""
    known = (one for one in turns(others).further.get(fact.name, ()) if not excerpt(one).about)
    options = ((one, other_quotations(one, others)) for one in known)
    chosen, texts = next((pair for pair in options if pair[1]), (None, ()))
    if chosen != fact:
        return
    context = {**question_context(fact), "origin": Origin("quote_attribution", WHICH_RULE)}
    stem = f"Which of these did {fact.name} {infinitive_for(fact)}?"
    distractors = tuple(f"“{text}”" for text in texts)
    yield ChoiceQuestion(stem=stem, answer=f"“{excerpt_words(fact)}”", distractors=distractors, **context)
