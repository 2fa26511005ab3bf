"""Years that a prize bears: "received the 1921 Nobel Prize in Physics".

The question is for which year somebody received it, as some prizes are handed over a year later; no games are asked
about, which a town may have held more than once. Next: `figure_stems`.
"""

import re
from dataclasses import replace

from quizengine.language import Constituent, Quantity, Realised, full_names, question, word_set
from quizengine_numeric_recall.context_sentences import with_context_sentence
from quizengine_numeric_recall.figure_contexts import Context, contexts_of
from quizengine_numeric_recall.shortening import shorter_and_shorter
from quizengine_numeric_recall.sound_clauses import sound_clause
from quizengine_numeric_recall.stem_faults import figure_stem_fault

_TAKEN = word_set("win receive earn share accept get")
_PRIZES = word_set("prize award medal fellowship trophy")
_BORNE = ("", "no-date")
"""Faults that do no harm: a year in the name of a prize stands in no date."""


def dated_prize(quantity: Quantity) -> tuple[Context, str] | None:
    """The question for which year somebody received a prize; None if the article tells of it with another year, too."""
    if quantity.kind != "year" or quantity.ranged:
        return None
    for context in contexts_of(quantity):
        said = sound_clause(context) if _is_of_a_prize(context) and not _has_several(context) else None
        for shorter in shorter_and_shorter(context, said) if said is not None else ():
            text = _asked(context, shorter)
            if text is not None:
                return context, text
    return None


def _is_of_a_prize(context: Context) -> bool:
    """Return whether the year is right before the name of a prize that is won."""
    tree, things = context.tree, context.clause.object
    verb, year = context.clause.verb, context.figure[0]
    if things is None or verb.tense != "past" or verb.negated or verb.modal or not year:
        return False
    head = tree.tokens[things.head]
    noun = head.form.lower()
    kind = verb.lemma in _TAKEN and noun in _PRIZES
    opens = tree.tokens[year - 1].form.lower() == "the" and tree.tokens[year + 1].form[:1].isupper()
    return kind and head.upos == "PROPN" and opens and year < things.head and year in things.tokens


def _has_several(context: Context) -> bool:
    """Return whether the article tells of such a prize with another year, too."""
    tree, things, year = context.tree, context.clause.object, context.figure[0]
    name = tree.span(tuple(range(year + 1, (things.head if things is not None else year) + 1))).text
    years = re.findall(rf"\b(\d{{4}}) {re.escape(name)}", tree.sentence.span.article.text)
    return len(set(years)) > 1


def _asked(context: Context, said: Realised) -> str | None:
    year = context.figure[0]
    if figure_stem_fault(context, said) not in _BORNE or year not in said.tokens:
        return None
    reasons = {each for part in context.clause.parts if part.marker_text == "for" for each in part.tokens}
    kept = tuple(each for each in said.said if each not in reasons)
    named = replace(said, said=kept, replaced={**said.replaced, **full_names(context.tree, said.tokens)})
    date = Constituent(context.tree, year, "adjunct", (year,))
    text = question(named, date, "for which year")
    if text is None or " for " in text:
        return None
    shown = [each for each in named.tokens if each != year]
    answer = (context.quantity.number.text,)
    return with_context_sentence(context.clause, shown, named.replaced, text, answer=answer)
