"""Asks what did something to something: "What opened two ports to American ships?", with other things as options.

Next: `agent_questions`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine import Article, ChoiceQuestion, Evidence, Origin, article_says, cache_per_article
from quizengine.language import (
    Clause,
    Realised,
    Tree,
    capitalised,
    clauses_at,
    clauses_of,
    content_words,
    full_names,
    name_at,
    question,
    salience,
    stands_alone,
    surface_text,
    trees,
    word_set,
)
from quizengine_cause_and_effect.event_options import must_be_stated
from quizengine_cause_and_effect.question_parts import question_tags
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of, lead_for, standalone_clause
from quizengine_cause_and_effect.relations import NAME, CausalRelation, ThingsDeed
from quizengine_cause_and_effect.signals import EFFECTS, HAPPENINGS
from quizengine_cause_and_effect.token_spans import OF_A_CLAUSE, added_to, is_a_doer

WHAT_DID_IT = "what did it"
_OPTIONS = 3
_MOST_WORDS = 9
_LONGEST_STEM = 24
_FEWEST = 4
"""Content words by which a question tells what was done: "What causes opening?" has two."""
_MARKS = frozenset('“”"():;—–…[],')
_JOINED = frozenset({"and", "or", "-"})
"""A phrase with one may be more than one thing."""
_ENDINGS = ("tion", "sion", "ment", "ism", "pardon", "war", "revolt", "treaty", "reform", "decision")
_RATIO = 2
_SLACK = 3


@dataclass(frozen=True)
class Thing:
    """A noun phrase for something that is neither a person nor a group nor a place."""

    text: str
    tree: Tree
    plural: bool
    named: bool
    """True if a name is in it."""
    opening: str
    """Its first word: "the", "a", "'s" for a name that owns it, or nothing."""


def things_deeds(tree: Tree) -> Iterator[ThingsDeed]:
    """Return what the things of a sentence did."""
    return (deed for clause in clauses_of(tree) if (deed := _deed_of(clause)))


def _deed_of(clause: Clause) -> ThingsDeed | None:
    if not (clause.subject and clause.object and _is_a_deed(clause) and is_inanimate(clause.tree, clause.subject.head)):
        return None
    return ThingsDeed(thing=clause.subject.span, place=clause.tree.tokens[clause.head].span)


def what_caused(relation: CausalRelation) -> ChoiceQuestion:
    """The same of a causal relation; raises CannotBe."""
    deed = _deed_of(clause_of(relation))
    if deed is None:
        raise CannotBe("no thing did it")
    return what_did(deed)


def _is_a_deed(clause: Clause) -> bool:
    verb = clause.verb
    known = verb.lemma.partition(" ")[0] in EFFECTS
    whole = verb.finite and not (verb.passive or verb.copular or verb.modal or verb.negated or verb.progressive)
    return known and whole and clause.is_fact and not clause.said and clause.relation == "root"


def is_inanimate(tree: Tree, index: int) -> bool:
    """Return whether a noun is a word for what cannot act of itself, or the name of a treaty, a war and the like."""
    token = tree.tokens[index]
    name = name_at(token.span)
    if token.upos not in ("NOUN", "PROPN") or is_a_doer(tree, index) or token.lemma.lower() in _VAGUE:
        return False
    if token.upos == "NOUN":
        return True
    determiner = tree.dependent(index, "det")
    the = determiner is not None and tree.tokens[determiner].form.lower() == "the"
    return the and name is not None and name.kind not in ("person", "place", "organisation") and " " in name.full


_VAGUE = word_set(
    "number variety range lot series thing way kind example result part percent percentage majority half third rest "
    "thousand hundred million dozen industry campaign camp bank railroad"
)


def what_did(deed: ThingsDeed) -> ChoiceQuestion:
    """“What opened two ports to American ships?”, with three other things; raises CannotBe."""
    at = deed.place
    clause = next(each for each in clauses_at(at) if each.tree.tokens[each.head].span == at)
    tree = clause.tree
    assert clause.subject
    must_be_stated(clause)
    key = _thing(tree, tree.trimmed(clause.subject.tokens))
    if not key.named:
        raise CannotBe("no name tells it apart from what may have done it as well")
    said, lead = _said(clause, key)
    stem = question(said, clause.subject, "what")
    if (
        stem is None
        or len(stem.split()) > _LONGEST_STEM
        or any(mark in stem.removesuffix("?") for mark in '“”"():;—[]')
    ):
        raise CannotBe("it makes no plain question")
    asked = frozenset(content_words(stem))
    names_something = any(word[0].isupper() for word in stem.split()[1:])
    if (len(asked) < _FEWEST and not names_something) or asked & frozenset(content_words(key.text)):
        raise CannotBe("the question says too little, or tells the answer")
    options = _others(key, f"{lead}{stem}")
    return ChoiceQuestion(
        stem=f"{lead}{stem}",
        answer=capitalised(key.text),
        distractors=tuple(capitalised(each.text) for each in options),
        rationale=article_says(tree.sentence.span.text),
        evidence=Evidence.of(tree.sentence.span),
        origin=Origin(NAME, WHAT_DID_IT),
        tags=question_tags(),
    )


def _said(clause: Clause, key: Thing) -> tuple[Realised, str]:
    """Return what a clause says, without what a participle adds if it has to be; raises CannotBe."""
    for without in ((), added_to(clause)):
        said = standalone_clause(clause, None, without, led=True)
        shown = tuple(each for each in said.tokens if each not in said.subject)
        try:
            return said, lead_for(clause.tree, shown, said.replaced, (key.text,))
        except CannotBe:
            if without or not added_to(clause):
                raise
    raise AssertionError


def _thing(tree: Tree, tokens: Sequence[int]) -> Thing:
    """Return what a noun phrase names, where it is understood on its own; raises CannotBe."""
    inside = set(tokens)
    head = next((each for each in tokens if tree.tokens[each].head not in inside), -1)
    if head < 0 or not is_inanimate(tree, head) or tokens[-1] - tokens[0] + 1 != len(tokens):
        raise CannotBe("it is no thing")
    names = full_names(tree, tokens)
    text = surface_text(tree, tokens, names)
    around = [tree.tokens[each] for each in (tokens[0] - 1, tokens[-1] + 1) if 0 <= each < len(tree.tokens)]
    if any(token.upos == "CCONJ" or token.form in ("-", "/") for token in around):
        raise CannotBe("where a phrase begins or ends is not certain")
    clause = any(tree.tokens[each].xpos in OF_A_CLAUSE | {"PRP$"} and each not in names for each in tokens)
    if clause or _JOINED & set(text.split()) or any(mark in text for mark in _MARKS) or len(text.split()) > _MOST_WORDS:
        raise CannotBe("it is no plain noun phrase")
    if not stands_alone(tree, tokens, names):
        raise CannotBe("it points to what is told elsewhere")
    determiner = tree.dependent(head, "det")
    word = tree.tokens[determiner].form.lower() if determiner is not None else ""
    if word not in ("", "the", "a", "an"):
        raise CannotBe("it points to what is told elsewhere")
    named = any(tree.tokens[each].upos == "PROPN" for each in tokens)
    owned = "’s " in text or "'s " in text
    opening = "’s" if owned else "a" if word == "an" else word
    return Thing(text, tree, tree.tokens[head].xpos in ("NNS", "NNPS"), named, opening)


@cache_per_article
def _things(article: Article) -> tuple[Thing, ...]:
    """Return what does something in an article, or is named as an event or a work: the weightiest first."""
    found = [thing for tree in trees(article) for thing in _things_in(tree)]
    return tuple(sorted(found, key=lambda thing: -salience(thing.tree))[:_MOST_THINGS])


_MOST_THINGS = 200
"""The most things of an article among which options are looked for: this bounds the work."""


def _things_in(tree: Tree) -> Iterator[Thing]:
    if salience(tree) == 0:
        return
    acting = {clause.subject.head for clause in clauses_of(tree) if clause.subject and not clause.verb.copular}
    for index, token in enumerate(tree.tokens):
        happens = token.lemma.lower() in HAPPENINGS or token.lemma.lower().endswith(_ENDINGS)
        if not (index in acting or token.upos == "PROPN" or (token.upos == "NOUN" and happens)):
            continue
        case = {each for child in tree.dependents(index, "case", "cc") for each in tree.subtree(child)}
        tokens = tree.trimmed(each for each in tree.subtree(index) if each not in case)
        try:
            if index in tokens:
                yield _thing(tree, tokens)
        except CannotBe:
            continue


def _others(key: Thing, stem: str) -> tuple[Thing, ...]:
    """Three other things of the article of the same form, distinguished from this one; raises CannotBe."""
    asked, own = frozenset(content_words(stem)), frozenset(content_words(key.text))
    size = len(key.text.split())
    found: list[Thing] = []
    for thing in _things(key.tree.sentence.span.article):
        words = frozenset(content_words(thing.text))
        told = words & (own | asked) or thing.tree is key.tree
        again = any(words <= (other := frozenset(content_words(each.text))) or other <= words for each in found)
        length = len(thing.text.split())
        fits = (length == 1) == (size == 1) and (
            max(size, length) <= _RATIO * min(size, length) or abs(size - length) <= _SLACK
        )
        alike = (thing.named, thing.opening, thing.plural) == (key.named, key.opening, key.plural)
        if alike and fits and not (told or again):
            found.append(thing)
        if len(found) == _OPTIONS:
            return tuple(found)
    raise CannotBe("the article tells of fewer than three other things")
