"""Reasons why a whole sentence cannot be shown with a gap for its figure.

Strict readers accepted long verbatim sentences if they name somebody or something and are complete. They refused
captions, arithmetic, halves of ranges, lost subjects and anything in quotation marks.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from quizengine.language import WH_PRONOUNS, Realised, Tree, is_beside_the_point, lead_in, pointers, verbs_of, word_set
from quizengine_numeric_recall.exclusion_predicates import has_more_digits
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.question_words import ERAS, MONTHS
from quizengine_numeric_recall.sentence_dates import (
    FAULTS_OF_A_GAP,
    dates_a_standing,
    dates_no_event,
    is_in_no_date,
    points_along,
    shows_its_decade,
)
from quizengine_numeric_recall.sentence_pointers import is_mark, open_words_in, titles_in
from quizengine_numeric_recall.shown_predicates import has_a_tense
from quizengine_numeric_recall.sound_clauses import WEEKDAYS
from quizengine_numeric_recall.stem_content import (
    is_by_an_unknown_source,
    is_of_a_group_anywhere,
    is_of_some_people,
    says_enough,
)
from quizengine_numeric_recall.stem_faults import fault_named

_UNSURE = word_set("if unless whether perhaps maybe suppose imagine nobody none neither")
_PARTED = frozenset({";", "--", "?", "!", "...", "…", "|", "*", "•"})
_RUN_ON = re.compile(r"\d, \d{4} [A-Z]")
"""A date that a list of dates runs on from: "March 23, 2015 Lee left"."""
_GOES_ON = re.compile(
    r"\b(?:(?:in|by) contrast|on the other hand|in fact|in turn|(?:him|her|it)self (?:had|was)|soon(?! after))\b"
)
"""Words that continue from what was told before."""
_LONGEST = 21
"""Words of a sentence with a gap."""
_LONGEST_LED = 29
"""The same with a sentence before it."""
_SHORTEST = 7
_FIGURES = 3
"""A sentence of more figures is a table in words."""
_DIGITS = 3
_FEW = 10
_THOUSAND = 1000
_SMALL_KEYS = frozenset({"count", "times"})
_TYPES = word_set("type kind sort form version example case part member")
"""Nouns that say nothing without what they are of."""
_REACH = 8
"""Words before a figure in which a range may begin."""

_FAULTS_OF_A_STEM = word_set(
    "minor-life minor-victim in-passing relative short-name minor-event illness reply after-what mentions list "
    "no-whole statistics worked-out trivia complement of-the-day no-time no-year matter pro-noun doubtful-pronoun "
    "moves example ordinal bare-year since known-to-all one-side titled"
)
"""Faults that a sentence has as a clause does."""


@dataclass(frozen=True)
class Shown:
    """A sentence to be shown: what is before it so that it is understood."""

    lead: str
    longest: int
    """Words that it may have, its lead included."""


def shown_alone(context: Context, said: Realised, *, plainly: bool = False) -> Shown | None:
    """Return how a whole sentence may be shown with a gap for its figure, or asked `plainly`; None if it may not."""
    if any(holds(context, said) for name, holds in FAULTS if not (plainly and name in FAULTS_OF_A_GAP)):
        return None
    answer = (context.quantity.number.text, context.quantity.span.text)
    needed, loose = open_words_in(context.tree, said.tokens, said.replaced, context.hedged)
    if loose and _is_a_later_part(context, said):
        return None
    if not needed and not loose:
        return Shown("", _LONGEST)
    lead = lead_in(context.tree, said.tokens, said.replaced, answer)
    return Shown(lead, _LONGEST_LED) if lead else None


def is_clear_enough(context: Context, said: Realised) -> bool:
    """True if a reader of the title understands a plain question: it names somebody, and is of no "the lamp" itself."""
    needed, loose = open_words_in(context.tree, said.tokens, said.replaced, context.hedged)
    tokens = context.tree.tokens
    first = min((each for each in said.tokens if tokens[each].upos == "PROPN" or each in said.replaced), default=-1)
    opened = pointers(context.tree, said.tokens, said.replaced)
    ahead = any(one.kind in ("who", "speaker") and one.token < first for one in opened)  # "his shop" of nobody so far
    fits = not needed and not loose and not ahead and _is_named(context, said)
    return fits and not context.clause.said and not _is_of_something_untold(context, said)


def _is_a_later_part(context: Context, said: Realised) -> bool:
    """Return whether another statement of the sentence is left out before the words, which may tell what they mean."""
    left_out = [token.upos for token in context.tree.tokens[: min(said.tokens)]]
    return "VERB" in left_out or "AUX" in left_out


def _is_no_sentence(context: Context, said: Realised) -> bool:
    """Return whether the words do not run from a capital to a full stop, or have no verb with a subject."""
    text = context.tree.sentence.span.text
    ends = re.search(r"\.[”\"’')]*(?:\s*\[[^]]*\])*\s*\Z", text)
    first = context.tree.tokens[min(said.tokens)]
    subordinate = first.xpos in WH_PRONOUNS or (first.form.lower() == "that" and first.upos == "SCONJ")
    return not text[:1].isupper() or ends is None or subordinate or not has_a_tense(context.tree, said.tokens)


def _is_unsure(context: Context, said: Realised) -> bool:
    return bool({context.tree.tokens[each].form.lower() for each in said.tokens} & _UNSURE)


def _is_parted(context: Context, said: Realised) -> bool:
    text = context.tree.span(said.tokens).text
    if context.tree.tokens[max(0, min(context.hedged) - 1)].form == ":" or _GOES_ON.search(text):
        return True
    first, tokens = min(context.figure), context.tree.tokens
    if any(tokens[each].form == "—" or _is_a_dash(context.tree, each) for each in said.tokens if each < first):
        return True  # "he kept the gift—all $2,700 worth"
    return bool(_RUN_ON.search(text)) or any(context.tree.tokens[each].form in _PARTED for each in said.tokens)


def _is_a_dash(tree: Tree, index: int) -> bool:
    """Return whether a hyphen has blanks on both sides: "the sum - far below the $2,700 that he owed"."""
    token, ends = tree.tokens[index], tree.sentence.span.end
    text = tree.sentence.span.article.text[token.span.start - 1 : min(token.span.end + 1, ends)]
    return token.form in ("-", "–") and text.strip() == token.form and len(text) == len(token.form) + 2


def _is_quoted(context: Context, said: Realised) -> bool:
    """Return whether words are quoted that are no title, or the figure is in one."""
    titles = titles_in(context.tree, said.tokens)
    quoted = any(is_mark(context.tree, each) and each not in titles for each in said.tokens)
    return quoted or bool(titles & set(context.figure))


def _is_too_short(context: Context, said: Realised) -> bool:
    return len(said.tokens) < _SHORTEST and not _has_its_event(said)


def _has_its_event(said: Realised) -> bool:
    """Return whether the event that the article is about is before the sentence."""
    return said.replaced.get(min(said.tokens), "").startswith("in the ")


def _is_a_table(context: Context, said: Realised) -> bool:
    return sum(one.kind != "label" for one in context.figures_shown(said.tokens)) > _FIGURES


def _names_nothing(context: Context, said: Realised) -> bool:
    """Return whether no name is in the sentence, and it says little or leaves anything open."""
    if _is_named(context, said):
        return False
    tree = context.tree
    telling = [each for each in said.tokens if tree.tokens[each].form.lower() not in MONTHS]
    opened = [one for found in open_words_in(tree, said.tokens, said.replaced, context.hedged) for one in found]
    return bool(opened) or not says_enough(context, telling, tuple(said.replaced))


def _is_named(context: Context, said: Realised) -> bool:
    return any(
        context.tree.tokens[each].upos == "PROPN" or each in said.replaced
        for each in said.tokens
        if each not in context.figure and context.tree.tokens[each].form.lower() not in MONTHS | WEEKDAYS
    )


def _has_lost_its_subject(context: Context, said: Realised) -> bool:
    """True if it begins with a figure of which nothing says of what: "Some 85 percent were formerly enslaved"."""
    tree, first = context.tree, min(said.tokens)
    behind = max(context.figure) + 1
    bare = context.quantity.kind in ("percent", "share") and first in context.hedged
    return bare and behind < len(tree.tokens) and tree.tokens[behind].upos in ("VERB", "AUX")


def _is_of_something_untold(context: Context, said: Realised) -> bool:
    """True if the subject may be any of its kind, as "the school" or "a mill" may, and the title does not name it."""
    tree, subject = context.tree, context.clause.subject
    if subject is None or subject.head not in said.tokens:
        return False
    title = tree.sentence.span.article.title
    if title is not None and tree.tokens[subject.head].lemma.lower() in title.text.lower():
        return False
    needed, loose = open_words_in(tree, said.tokens, said.replaced, context.hedged)
    articles = {tree.tokens[each].form.lower() for each in tree.dependents(subject.head, "det")}
    named = any(tree.tokens[each].form[:1].isupper() and each != min(said.tokens) for each in subject.tokens)
    any_one = bool(articles & {"a", "an"}) and not named
    bare_type = tree.tokens[subject.head].lemma.lower() in _TYPES and tree.dependent(subject.head, "nmod") is None
    compared = tree.tokens[min(said.tokens)].xpos in ("RBR", "JJR") and not _has_its_event(said)
    return subject.head in (*needed, *loose) or any_one or bare_type or compared


def _is_guessed(context: Context, said: Realised) -> bool:
    """Return whether an article or a small size tells the figure, or only who counted knows it."""
    quantity = context.quantity
    told = quantity.kind != "share" and re.match(r"an? ", quantity.number.text, re.IGNORECASE)
    small = quantity.kind in _SMALL_KEYS and quantity.high < _FEW
    return bool(told) or small or has_more_digits(quantity, _DIGITS)


def _is_half_a_range(context: Context, said: Realised) -> bool:
    """Return whether the figure is where a range or a change ends that began at another: "between 7,000 and 11,200"."""
    words = [context.tree.tokens[each].form.lower() for each in said.tokens if each < min(context.figure)]
    joined = words[-1:] in (["and"], ["to"])
    opened = words and words[-1:] == ["and"] and "between" in words[-_REACH:]
    changed = words[-1:] == ["to"] and "from" in words[-_REACH:]
    return joined and bool(opened or changed)


def _is_an_age_aside(context: Context, said: Realised) -> bool:
    """Return whether an age is told in passing: "Lee, 42, said"."""
    before = context.tree.tokens[max(0, min(context.figure) - 1)].form.lower()
    return context.quantity.kind == "age" and before not in ("age", "aged", "of")


def _is_in_a_name(context: Context, said: Realised) -> bool:
    """Return whether a name is right before the figure: "Fortune 500 companies"."""
    at = min(context.hedged) - 1
    before = context.tree.tokens[max(at, 0)]
    one_noun = before.head in (context.top, context.tree.tokens[context.top].head)
    name = before.upos == "PROPN" and one_noun and before.form.lower() not in MONTHS
    return context.quantity.kind not in ("year", "money") and at >= 0 and name and at + 1 == min(context.figure)


def _counts_nothing(context: Context, said: Realised) -> bool:
    """True if no noun after a count says of what it is: "are 16 involving the law", "the nation of 51 million"."""
    quantity, tree = context.quantity, context.tree
    behind = [each for each in said.tokens if each > max(context.figure)][:1]
    noun = any(tree.tokens[each].upos in ("NOUN", "ADJ", "PROPN", "ADV", "NUM") for each in behind)
    noun = noun or any(tree.tokens[each].xpos in ("VBN", "VBG") and tree.tokens[each].head > each for each in behind)
    noun = noun or any(tree.tokens[each].form.startswith("-") for each in behind)
    of = tree.tokens[max(min(context.hedged) - 1, 0)].form.lower() == "of"
    era = any(tree.tokens[each].form.lower() in ERAS for each in behind)
    return quantity.kind == "count" and (era or (not noun and (of or quantity.high < _THOUSAND)))


def _is_of_some_people(context: Context, said: Realised) -> bool:
    """Return whether people did something of whom nothing says which: "builders constructed"."""
    subject = context.clause.subject
    core = set(subject.core) - set(context.hedged) if subject is not None else set()
    some = is_of_some_people(context, said) and len(core) == 1 and not _is_named(context, said)
    return some or is_of_a_group_anywhere(context, said)


def _is_hearsay(context: Context, said: Realised) -> bool:
    """Return whether somebody says that somebody else said so: "He said an agent had told him to expect 5 percent"."""
    verbs = [context.tree.tokens[each] for each in context.tree.ancestors(context.top)]
    telling = verbs_of("asserts") - verbs_of("seldom speech")
    return sum(token.upos == "VERB" and token.lemma.lower() in telling for token in verbs) > 1


FAULTS: tuple[tuple[str, Callable[[Context, Realised], bool]], ...] = (
    ("no-sentence", _is_no_sentence),
    ("short", _is_too_short),
    ("parted", _is_parted),
    ("quoted", _is_quoted),
    ("unsure", _is_unsure),
    ("table", _is_a_table),
    ("names-nothing", _names_nothing),
    ("lost-subject", _has_lost_its_subject),
    ("bare-subject", _is_of_something_untold),
    ("guessed", _is_guessed),
    ("half-a-range", _is_half_a_range),
    ("no-event", dates_no_event),
    ("age", _is_an_age_aside),
    ("standing", dates_a_standing),
    ("decade", shows_its_decade),
    ("no-date", is_in_no_date),
    ("in-a-name", _is_in_a_name),
    ("no-noun", _counts_nothing),
    ("some-people", _is_of_some_people),
    ("hearsay", _is_hearsay),
    ("unknown-source", is_by_an_unknown_source),
    ("points-along", points_along),
    ("aside", lambda context, said: is_beside_the_point(context.tree, context.figure)),
    *((name, fault_named(name)) for name in sorted(_FAULTS_OF_A_STEM)),
)
"""Every fault of a whole sentence, by name."""
