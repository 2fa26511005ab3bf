"""Names in a sentence that others of their kind can replace: for a gap, or to make a statement false.

Next: `replacement_names`, those others.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, cache_per_article
from quizengine.language import Constituent, Name, is_a, mentions_between, names_in, place_type, stance_of, word_set
from quizengine_cause_and_effect.relation_sentences import Told
from quizengine_cause_and_effect.signals import NATIONS


@dataclass(frozen=True)
class Slot:
    """A name in a told sentence: its tokens, and the kind that what takes its place must be of."""

    full: str
    tokens: tuple[int, ...]
    kind: str
    pronoun: str = ""


def name_slots(told: Told) -> Iterator[Slot]:
    """The names in a sentence that others of their kind can take the place of, in order: those of who did it first."""
    main = main_name(told.clause.tree.sentence.span.article)
    sources = {each for said in told.clause.said if said.source for each in said.source.tokens}
    if told.clause.subject and stance_of(told.clause.verb.lemma):
        sources |= set(told.clause.subject.tokens)  # others may have said so as well
    found = [slot for slot in all_name_slots(told) if slot.full != main and not sources & set(slot.tokens)]
    carrying = [slot for slot in found if _carries_the_relation(told, slot)]
    yield from carrying
    if told.clause.verb.tense == "past":
        yield from (slot for slot in found if slot not in carrying and slot.kind in _SOLE)


_SOLE = frozenset({"person", "country", "city", "state", "nation", "party"})
"""Kinds of which another one makes false what happened once, wherever the name is."""


def all_name_slots(told: Told) -> Iterator[Slot]:
    """The names of a sentence that occur once in it and not after an article, with the kinds that are certain."""
    for slot in _names(told):
        if told.clause.tree.tokens[slot.tokens[0]].upos == "ADP":
            continue  # "Across Europe" was read as a name for its capital
        once = told.text.count(shown_words(told, slot.tokens)) == 1
        if once and not _is_elsewhere(told, slot.tokens, slot.kind) and not _is_a_relative(told, slot.tokens):
            yield slot
    yield from _groups(told)


def _groups(told: Told) -> Iterator[Slot]:
    """Adjectives of nations, and the names of parties that stand against each other."""
    tree = told.clause.tree
    for each in told.said.tokens:
        token = tree.tokens[each]
        if any(token.form in rivals for rivals in RIVALS) and told.text.count(token.form) == 1:
            yield Slot(token.form, (each,), "party")
        adjective = token.form.lower() in NATIONS and is_a(token.relation, "amod") and token.head > each
        adjective = adjective and tree.tokens[token.head + 1].upos != "PROPN"  # "Danish painter Lee" is another's
        if adjective and token.form[:1].isupper() and told.text.count(token.form) == 1:
            yield Slot(token.form, (each,), "nation")


@cache_per_article
def main_name(article: Article) -> str:
    """Whoever or whatever the whole article is about, which no question need ask for; empty if there is none."""
    names = sorted(names_in(article), key=lambda name: (-len(name.mentions), name.mentions[0].start))
    if not names:
        return ""
    first = names[0]
    second = next((len(name.mentions) for name in names[1:] if name.kind == first.kind), 0)
    often = len(first.mentions) >= max(_OFTEN, _MAINLY * second)
    title = article.title.text if article.title else ""
    alone = first.full in title and not any(name.full in title for name in names[1:] if name.kind == first.kind)
    return first.full if often or alone else ""


_MAINLY = 2
"""The ratio at which a name is so much more frequent than any other of its kind that the article is about it."""
_OFTEN = 4


def _carries_the_relation(told: Told, slot: Slot) -> bool:
    """Return whether a name is who does it, to whom it is done, where to, whose deed it is or part of an aim.

    With another one something else is told, not something that may be so as well.
    """
    tree, clause = told.clause.tree, told.clause
    top = next((each for each in slot.tokens if tree.tokens[each].head not in slot.tokens), slot.tokens[-1])
    agents = [part for part in clause.adjuncts() if part.marker_text in _TOWARDS]
    of_a_name = next((each for each in told.said.subject if tree.tokens[each].head not in told.said.subject), -1)
    aims = clause.adjuncts("purpose")
    inside = any(top in part.tokens and top != part.head for part in aims)
    return (
        inside
        or _is_whose(told, top)
        or top in {of_a_name, *(part.head for part in (clause.subject, clause.object, *agents) if part)}
    )


def _is_whose(told: Told, top: int) -> bool:
    """Return whether a name tells whose deed it is, of deeds that nobody shares: "Mr. Comey's letter"."""
    tree = told.clause.tree
    owned = tree.tokens[top].head
    return owned >= 0 and is_a(tree.tokens[top].relation, "nmod:poss") and tree.tokens[owned].lemma.lower() in _DEEDS


_DEEDS = word_set(
    """
    letter decision death election resignation arrest speech victory defeat loss win announcement statement testimony
    visit order proposal refusal appointment nomination verdict invention discovery murder assassination
    """
)


_TOWARDS = frozenset({"to", "into", "from", "against", "by"})


def _names(told: Told) -> Iterator[Slot]:
    tree = told.clause.tree
    span = tree.span(told.said.tokens)
    for mention, name in mentions_between(span.article, span.start, span.end):
        tokens = tuple(each for each in tree.tokens_in(mention) if each in told.said.tokens)
        kind = exchangeable_kind(name)
        if tokens and kind and not _is_part(told, tokens):
            yield Slot(name.full, _with_title(told, tokens), kind, name.pronoun)


def is_a_titled_name(part: Constituent, tokens: tuple[int, ...]) -> bool:
    """Return whether a phrase is a name with at most a title and the like before it."""
    before = [part.tree.tokens[each] for each in part.tokens if each < tokens[0] and each not in part.marker]
    core = [each for each in part.tokens if each <= tokens[-1]]
    ends = bool(core) and core[-1] == tokens[-1] and set(tokens) <= set(part.tokens)
    plain = all(token.upos in ("PROPN", "NOUN", "ADJ", "PUNCT") and token.form != "," for token in before)
    return ends and plain and not part.tree.dependents(part.head, "conj", "nmod:poss")


def _with_title(told: Told, tokens: tuple[int, ...]) -> tuple[int, ...]:
    """A name with what is before it in the phrase of which it is the head: "Florida Sen. Marco Rubio"."""
    clause = told.clause
    for part in (clause.subject, clause.object):
        if part and is_a_titled_name(part, tokens):
            return tuple(each for each in part.tokens if each in told.said.tokens and each <= tokens[-1])
    return tokens


def shown_words(told: Told, tokens: tuple[int, ...]) -> str:
    """The words of the sentence in place of some tokens."""
    return told.said.words(tokens)


def _is_elsewhere(told: Told, tokens: tuple[int, ...], kind: str) -> bool:
    """True if a name is after an article or a hyphen, ends a quotation, or opens the sentence: "In Spain, …"."""
    tree = told.clause.tree
    before = tree.tokens[tokens[0] - 1].form.lower() if tokens[0] else ""
    behind = tree.tokens[tokens[-1] + 1].form if tokens[-1] + 1 < len(tree.tokens) else ""
    opens = kind != "person" and bool(told.said.subject) and tokens[0] < min(told.said.subject)
    owns = behind in ("’s", "'s", "’", "'")
    top = next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[-1])
    whose = owns and _is_whose(told, top)
    goes_on = behind in ("the", "Jr.", "Sr.", "II", "III", "IV")  # "Lee the Elder"
    quoted = behind in ("”", '"', "''")  # "the Keeper of Norway", which is a title or said by somebody
    joined = before in ("the", "a", "an", "-") or behind == "-"
    return joined or goes_on or quoted or (not whose and (owns or opens))


def _is_a_relative(told: Told, tokens: tuple[int, ...]) -> bool:
    """Return whether a name tells whose child or wife somebody is, whom the surname gives away: "the son of Lee"."""
    tree = told.clause.tree
    over = next((tree.tokens[each].head for each in tokens if tree.tokens[each].head not in tokens), -1)
    return over >= 0 and tree.tokens[over].lemma.lower() in _KIN


_KIN = word_set(
    "son daughter child wife husband mother father brother sister widow widower parent grandson granddaughter"
)


def _is_part(told: Told, tokens: tuple[int, ...]) -> bool:
    """True if a name only describes a noun, or has a word that describes it: "the Ukraine war", "Western Europe"."""
    tree = told.clause.tree
    last = tree.tokens[tokens[-1]]
    head = next((each for each in tokens if tree.tokens[each].head not in tokens), tokens[-1])
    described = any(is_a(tree.tokens[each].relation, "amod", "compound", "det") for each in tree.children[head])
    outer = any(each not in tokens for each in tree.dependents(head, "amod", "compound", "det", "nmod:desc"))
    part = is_a(last.relation, "compound", "amod", "nmod:poss", "flat", "appos", "nmod:desc")
    titled = any(each and is_a_titled_name(each, tokens) for each in (told.clause.subject, told.clause.object))
    plain = titled or _is_whose(told, head)
    return not plain and ((part and last.head not in tokens) or (described and outer))


def exchangeable_kind(name: Name) -> str:
    """A kind whose names can be taken for one another: "person", "country", "city" …; empty if none is certain."""
    if not name.certain:
        return ""
    if name.kind == "person":
        return "person" if " " in name.full else ""
    if name.kind == "place":
        return place_type(name.full)
    return ""


RIVALS = (
    frozenset({"Democrats", "Republicans"}),
    frozenset({"Federalists", "Republicans"}),
    frozenset({"Labour", "Conservatives"}),
    frozenset({"Whigs", "Tories"}),
    frozenset({"Northerners", "Southerners"}),
)
