"""Changes in the words of a plain question that make it read better: its tense, its voice and its hedges."""

import re
from dataclasses import replace

from quizengine.language import Realised, capitalised
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.unit_symbols import units_written_out


def in_the_past(context: Context, said: Realised, text: str | None) -> str | None:
    """A question with "did" in place of "had" for a year, and for what somebody said that he "had" done.

    Nobody says “In which year had Peru helped?”, nor “According to Ada, how many had she sold?” of "said she had sold".
    """
    clause, verb, tokens = context.clause, context.clause.verb, context.tree.tokens
    shifted = bool(clause.said) and clause.relation == "ccomp" and clause.marker in ("", "that")
    past = context.quantity.kind == "year" or shifted
    if text is None or not past or not verb.perfect or verb.passive or verb.copular:
        return text
    before = f" had {said.words(said.subject)} {tokens[verb.head].form}"
    if tokens[verb.head].lemma == "be":
        return text.replace(before, f" was {said.words(said.subject)}", 1)
    return text.replace(before, f" did {said.words(said.subject)} {tokens[verb.head].lemma}", 1)


def in_the_active(context: Context, text: str | None) -> str | None:
    """A question for those who did something in the active voice: "How many people inhabited Orra?"."""
    form = context.tree.tokens[context.clause.head].form
    if text is None or not context.clause.verb.passive or not form.endswith("ed"):
        return text
    found = re.match(rf"By (?P<who>(?:about )?how many \w+) (?:was|were) (?P<what>.+?) {re.escape(form)}\b", text)
    return f"{capitalised(found['who'])} {form} {found['what']}{text[found.end() :]}" if found else text


def without_hedges(context: Context, said: Realised) -> Realised:
    """The clause without an "about" of the verb, which the question word has, and with "kilometres" for "km"."""
    loose = set(context.hedged) - set(context.part.tokens if context.part else ())
    shown = tuple(each for each in said.said if each not in loose)
    return replace(said, said=shown, replaced={**said.replaced, **units_written_out(context)})
