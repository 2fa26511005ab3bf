"""Statements about things by whose names one can ask: "which affair …", "which nervous system …".

A name qualifies whose last word says what it is (the Tea Act), and so does a term of which the article has another one
with the same noun (the somatic and the autonomic nervous system).
Next: `families`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quizengine import Fact, Refusal, Span
from quizengine.language import (
    TENSED,
    Clause,
    Tree,
    clauses_of,
    full_names,
    realised,
    surface_text,
    uncapitalised,
    word_set,
)
from quizengine_key_terms.families import family_of
from quizengine_key_terms.open_pointers import open_pointers, we_as_people
from quizengine_key_terms.patterns.noun_phrases import comes_small
from quizengine_key_terms.tellings import telling_fault

_KINDS = word_set(
    """
    act affair agreement amendment armistice battle bill code compact compromise constitution convention crisis
    declaration decree doctrine edict expedition massacre mutiny ordinance pact plan proclamation purchase raid
    rebellion reformation resolution revolt revolution riot rising rule scandal siege statute strike tariff theorem
    treaty uprising war law effect principle hypothesis
    """
)
"""Nouns that end names of acts, treaties and events, and say what these are."""
_WITH_CAPITAL = word_set(
    "accord charter protocol march famine plague depression conference awakening migration exchange deal embargo"
)
"""Others that do so only where they have a capital: "the Chinese embargo" is no name."""
_EMPTY = word_set(
    """
    be seem appear become remain include show mean say begin start continue come go exist happen occur refer matter get
    help make need want suggest work change find keep take vary differ follow
    """
)
"""Verbs that, told of a term, hold of many others as well."""
_WHEN = re.compile(
    r"In (?:the )?(?:(?:early|late|mid|middle of the) )?(?:[a-z]+(?:-[a-z]+)? (?:century|centuries)|1\d{3}s?|20\d\ds?)",
    re.IGNORECASE,
)
"""An opening that says by itself when something was."""
_YEAR, _PAIR = re.compile(r"1\d{3}|20\d\d"), 2
_LONGEST_NAME = 5
"""Words of a name."""


@dataclass(frozen=True, kw_only=True)
class Feature(Fact):
    """A thing with what the article says of it."""

    kind: str = "feature"
    term: Span
    said: Span


@dataclass(frozen=True)
class Told:
    """A feature in words."""

    feature: Feature
    words: str
    """The term: "somatic nervous system"."""
    noun: str
    """Its class, by its last words: "nervous system"."""
    told: str
    """The statement about it: "controls internal organs"."""
    proper: bool
    opening: str = ""
    """The year or century that the sentence begins with: "in the nineteenth century"; empty if there is none."""
    stem: str = ""
    """The whole question where the name is not the subject: "Under which act did …?"; empty elsewhere."""
    kind: bool = False
    """True if it is told of a kind of things, and not of the one thing that has the name: "a tidal mill"."""
    one: str = ""
    """The singular of a term in the plural: "primary group"; empty elsewhere."""

    @property
    def without_noun(self) -> str:
        """The words that distinguish it from others of its kind: "somatic", "Tea", "Ghent"."""
        if self.words.lower().startswith(f"{self.noun} of "):
            return self.words[len(self.noun) + 4 :]
        return self.without_year[: -len(self.noun)].strip(" -")

    @property
    def without_year(self) -> str:
        """The name without a year behind it: "Grain Act" of "Grain Act of 1715"."""
        return re.sub(rf" of {_YEAR.pattern}\Z", "", self.words)


def told_in(tree: Tree) -> Iterator[Told | Refusal]:
    """Yield what a sentence tells of terms, and a refusal with its reason for each term of which it tells nothing."""
    for clause in clauses_of(tree):
        subject = _subject(clause)
        if noun := _noun_of(tree, subject):
            yield _refused(tree, subject, _told_by(clause, subject, noun))
    for index in range(2, len(tree.tokens) - 1):
        name = _name_before_which(tree, index)
        if noun := kind_of_name(tree, name):
            yield _refused(tree, name, _told(tree, _relative_clause(tree, index), name, noun, past=True))


def _refused(tree: Tree, tokens: Sequence[int], found: Told | str) -> Told | Refusal:
    return Refusal(tree.span(tokens), "no-feature", found) if isinstance(found, str) else found


def _told_by(clause: Clause, subject: Sequence[int], noun: str) -> Told | str:
    if clause.hangs_wrong or not _is_stated(clause, is_proper(clause.tree, subject)):
        return "the article does not state it as a fact that holds by itself"
    said = realised(clause)
    opening = said.words(said.opening) if said else ""
    if said is None or (opening and not _WHEN.fullmatch(opening)):
        return "its clause cannot be cut out of the sentence"
    found = _told(clause.tree, said.said, subject, noun, past=clause.verb.tense == "past")
    return found if isinstance(found, str) else replace(found, opening=uncapitalised(opening))


def _told(tree: Tree, said: Sequence[int], subject: Sequence[int], noun: str, *, past: bool) -> Told | str:
    if not said:
        return "where what is said of it ends is not certain"
    replaced = {**full_names(tree, said), **we_as_people(tree, said)}
    common = tree.tokens[subject[-1]].form.islower() and comes_small(tree, subject[0])
    proper = is_proper(tree, subject) and not common
    words, told = surface_text(tree, subject), surface_text(tree, said, replaced)
    words = words if proper or subject[0] else uncapitalised(words)
    if open_pointers(tree, said, replaced, past):
        return "what is said of it points to something told elsewhere"
    if fault := telling_fault(tree, words, told):
        return fault
    feature = Feature(term=tree.span(subject), said=tree.span(said))
    last = tree.tokens[subject[-1]]
    many = last.xpos == "NNS" and not proper
    kind = not proper and (not subject[0] or tree.tokens[subject[0] - 1].form.lower() != "the")
    one = f"{words.removesuffix(last.form)}{last.lemma.lower()}" if many else ""
    return Told(feature, words, noun, told, proper, kind=kind, one=one)


def _noun_of(tree: Tree, subject: Sequence[int]) -> str:
    """The words of a question that say what a term is, as "act" and "nervous system"; empty if nothing says it."""
    if not subject:
        return ""
    return kind_of_name(tree, subject) if is_proper(tree, subject) else family_of(tree, subject)


def _subject(clause: Clause) -> tuple[int, ...]:
    """The words of a subject that is a name, or a noun with words before it that say which; () elsewhere."""
    tree = clause.tree
    if clause.subject is None or not clause.subject.tokens:
        return ()
    tokens = _bare_subject(clause)
    if tree.tokens[tokens[0]].upos == "DET":
        if tree.tokens[tokens[0]].form.lower() not in ("the", "a", "an"):
            return ()
        tokens = tokens[1:]
    if [tree.tokens[each].form.lower() for each in tokens[:3]] == ["so", "-", "called"]:
        tokens = tokens[3:]
    return tokens if is_like_a_name(tree, tokens) else ()


def is_like_a_name(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether these are two to five nouns and adjectives, with an "of" or hyphens between them."""
    words = [tree.tokens[each] for each in _without_year(tree, tokens) if tree.tokens[each].form != "-"]
    fits = all(word.upos in ("NOUN", "PROPN", "ADJ") or word.form == "of" for word in words)
    return fits and 2 <= len(words) <= _LONGEST_NAME


def _bare_subject(clause: Clause) -> tuple[int, ...]:
    """The subject without what is added between commas: "the Tea Act, which taxed tea, led to protests"."""
    tree = clause.tree
    head = clause.subject.head if clause.subject else 0
    kinds = tree.dependents(head, "acl", "advcl", "appos")
    added = [each for each in kinds if tree.tokens[min(tree.subtree(each)) - 1].form == ","]
    return tree.trimmed(tree.subtree(head, added)) if added else clause.subject.tokens if clause.subject else ()


def _name_before_which(tree: Tree, which: int) -> tuple[int, ...]:
    """The name before a ", which": "the Stamp Act, which taxed paper"; () where there is none."""
    if tree.tokens[which].form.lower() != "which" or tree.tokens[which - 1].form != ",":
        return ()
    first = which - 1
    while first and (tree.tokens[first - 1].form[:1].isupper() or tree.tokens[first - 1].form in ("of", "-")):
        first -= 1
    found = tuple(range(first, which - 1))
    found = found[1:] if found and tree.tokens[found[0]].upos == "DET" else found
    return found if is_like_a_name(tree, found) and is_proper(tree, found) else ()


def _relative_clause(tree: Tree, which: int) -> tuple[int, ...]:
    """The tokens after a "which", to a comma with a verb after it or to the end; () where the end is not certain."""
    end = next((each for each in range(which, len(tree.tokens)) if tree.tokens[each].form == ","), len(tree.tokens))
    closed = end + 1 < len(tree.tokens) and tree.tokens[end + 1].xpos in TENSED | {
        "VBN"
    }  # a past tense is often taken for one
    ends = end == len(tree.tokens)
    stated = tree.tokens[which + 1].xpos in TENSED and tree.tokens[which + 1].lemma.lower() not in _EMPTY | {"have"}
    return tree.trimmed(range(which + 1, end)) if stated and (closed or ends) else ()


def is_proper(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether all words of a name are written with a capital, and not only because a sentence begins there."""
    forms = [tree.tokens[each].form for each in _without_year(tree, tokens)]
    forms = [form for form in forms if form not in ("of", "-")]
    return all(form[:1].isupper() for form in forms[:-1]) and (forms[-1][:1].isupper() or forms[-1] in _KINDS)


def kind_of_name(tree: Tree, tokens: Sequence[int]) -> str:
    """The word of a name that says what it is: "Act" in "Tea Act", "Treaty" in "Treaty of Ghent"."""
    tokens = _without_year(tree, tokens)
    if not tokens:
        return ""
    of = any(tree.tokens[each].form == "of" for each in tokens)
    if of and tree.tokens[tokens[1]].form != "of":
        return ""
    form = tree.tokens[tokens[0] if of else tokens[-1]].form
    known = _KINDS | _WITH_CAPITAL if form[:1].isupper() else _KINDS
    noun = form.lower()
    return noun if noun in known or noun.removesuffix("s") in known else ""


def _without_year(tree: Tree, tokens: Sequence[int]) -> Sequence[int]:
    """The tokens of a name without the year behind it: "the Grain Act of 1715"."""
    dated = len(tokens) > _PAIR and _YEAR.fullmatch(tree.tokens[tokens[-1]].form)
    return tokens[:-2] if dated and tree.tokens[tokens[-2]].form == "of" else tokens


def _is_stated(clause: Clause, proper: bool) -> bool:
    verb, tree = clause.verb, clause.tree
    if not clause.is_fact or clause.said or not verb.finite or verb.negated or verb.modal or verb.perfect:
        return False
    sure = clause.subject is not None and tree.tokens[clause.subject.head].sure
    tense = verb.tense == "present" or (proper and verb.tense == "past")
    return sure and tense and not verb.copular and verb.lemma not in _EMPTY
