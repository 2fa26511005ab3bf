"""Figures that are not what they seem, or that nobody has to learn: an ordinal, a bare year, a mere example.

Next: `stem_faults`, all reasons not to ask about a clause.
"""

import re
from collections.abc import Callable

from quizengine.language import Realised, word_set
from quizengine_numeric_recall.figure_contexts import Context

_EXAMPLES = word_set("example instance illustration")
_FOR_EXAMPLE = re.compile(r"\b(?:for (?:example|instance)|e\.g\.|an example)\b", re.IGNORECASE)
_WORKED = word_set("correspond equal convert yield translate become")
"""Verbs that tell what a figure is in another system."""
_ORDINAL = re.compile(r"(?:(?:an?|one) )?(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)", re.IGNORECASE)
_BEFORE_A_BARE_YEAR = word_set("in by since until till")
_DIGITS_OF_A_YEAR = 3
_KNOWN_TO_ALL = {("hour", 24), ("minute", 60), ("second", 60), ("day", 7), ("month", 12)}
"""Parts that everybody knows a day, an hour, a minute, a week or a year has."""
_PARTED = word_set("divide split part comprise consist have contain")
_WHOLES = word_set("day hour minute week year spin rotation")
_REPEATED = word_set("term time title medal prize award season")
_SIGNING = word_set("sign conclude negotiate ratify agree make")
_OF_TWO = word_set("treaty agreement pact accord alliance truce peace")


def _is_of_an_example(context: Context, said: Realised) -> bool:
    """Return whether a figure is in a mere example of a reckoning: "An example is JD 5, which corresponds to …"."""
    tree, subject = context.tree, context.clause.subject
    lemmas = {tree.tokens[each].lemma.lower() for each in tree.subtree(subject.head)} if subject is not None else set()
    text = tree.sentence.span.text
    worked = any(token.upos == "VERB" and token.lemma.lower() in _WORKED for token in tree.tokens)
    return worked and (bool(lemmas & _EXAMPLES) or _FOR_EXAMPLE.search(text) is not None)


def _is_an_ordinal(context: Context, said: Realised) -> bool:
    """True if a "third" before a comma and adjectives counts in a row: "a third, closely related idea"."""
    tokens, behind = context.tree.tokens, max(context.figure) + 1
    if context.quantity.kind != "share" or not _ORDINAL.fullmatch(context.quantity.number.text):
        return False
    ahead = tokens[behind : behind + 2]
    return [token.form for token in ahead][:1] == [","] and ahead[-1].upos in ("ADJ", "ADV", "VERB")


def _is_a_bare_year(context: Context, said: Realised) -> bool:
    """Return whether a number is a year of three digits, which no noun is behind: "and by 435 held the coast"."""
    tokens, first, behind = context.tree.tokens, min(context.figure), max(context.figure) + 1
    text = context.quantity.span.text
    if context.quantity.kind == "year" or not text.isdecimal() or len(text) != _DIGITS_OF_A_YEAR or not first:
        return False
    ends = behind >= len(tokens) or tokens[behind].upos in ("PUNCT", "AUX", "PRON", "DET", "CCONJ")
    ends = ends or tokens[behind].xpos in ("VBD", "VBN", "VBZ", "VBP")
    return tokens[first - 1].form.lower() in _BEFORE_A_BARE_YEAR and ends


def _is_told_since(context: Context, said: Realised) -> bool:
    """True if "since 2002" is beside a plain present, or beside how often: "since 1993 has served two terms"."""
    tokens, verb = context.tree.tokens, context.clause.verb
    years = [one for one in context.figures_shown(said.tokens) if one.kind == "year"]
    firsts = [min(context.tree.tokens_in(one.span), default=0) for one in years]
    since = [each for each in firsts if each and tokens[each - 1].form.lower() == "since"]
    own = [each for each in since if each - 1 in context.clause.tokens]
    plain = verb.tense == "present" and not verb.perfect and not verb.modal
    counted = [tokens[each].head for each in said.tokens if tokens[each].upos == "NUM" and each not in firsts]
    often = context.quantity.kind == "year" and any(
        tokens[each].lemma.lower() in _REPEATED for each in counted if each >= 0
    )
    return bool(own) and (plain or often)


def _is_known_to_all(context: Context, said: Realised) -> bool:
    """Return whether a figure is how many hours a day has, or the like."""
    tokens, quantity = context.tree.tokens, context.quantity
    behind = {token.lemma.lower() for token in tokens[max(context.figure) : max(context.figure) + 3]}
    lemmas = {tokens[each].lemma.lower() for each in said.tokens}
    known = any(quantity.low == size and (unit in behind or unit == quantity.unit) for unit, size in _KNOWN_TO_ALL)
    return known and context.clause.verb.lemma.lower() in _PARTED and bool(lemmas & _WHOLES)


def _is_signed_with_whom(context: Context, said: Realised) -> bool:
    """True if a treaty "with" one side was signed, and the other is not told: "new treaties with Kongo were signed"."""
    tree, clause = context.tree, context.clause
    subject = clause.subject
    if subject is None or not clause.verb.passive or clause.verb.lemma.lower() not in _SIGNING:
        return False
    words = [tree.tokens[each].form.lower() for each in said.tokens]
    of_two = tree.tokens[subject.head].lemma.lower() in _OF_TWO
    return of_two and "with" in words and not {"by", "between"} & set(words)


MISREAD: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    ("example", _is_of_an_example),
    ("ordinal", _is_an_ordinal),
    ("bare-year", _is_a_bare_year),
    ("since", _is_told_since),
    ("known-to-all", _is_known_to_all),
    ("one-side", _is_signed_with_whom),
)
"""Every such fault, by name."""
