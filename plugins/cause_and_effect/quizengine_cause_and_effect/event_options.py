"""Asks what led to something: the key is a noun phrase, the options are other events of the article.

Next: `agent_questions`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine import Article, ChoiceQuestion, ShortTextQuestion, Span, cache_per_article
from quizengine.language import (
    Certainty,
    Clause,
    Name,
    Tree,
    capitalised,
    clauses_of,
    content_words,
    full_names,
    name_at,
    salience,
    stands_alone,
    surface_text,
    tidy_spacing,
    trees,
)
from quizengine_cause_and_effect.agent_questions import past_tense
from quizengine_cause_and_effect.question_parts import choice_question, typed_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, clause_of, is_claimed
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import HAPPENING_ENDINGS, HAPPENINGS, NAMED_KINDS, VERBS, CausalVerb
from quizengine_cause_and_effect.token_spans import OF_A_CLAUSE

_OPTIONS = 3
_MOST_WORDS = 9
_LONGEST_STEM = 20
_FEWEST_TOLD = 4
"""Content words of an effect without a name, which tell enough to ask for a cause that has one."""
_MARKS = frozenset('“”"():;—–…[],')
_RATIO = 1.5
_SLACK = 2


@dataclass(frozen=True)
class Event:
    """A noun phrase for something that happened, or for a law or a work with a name."""

    text: str
    """The text as it is inside a sentence."""
    tree: Tree
    plural: bool
    named: bool
    """True if it is a name itself: "the Missouri Compromise"."""


def what_led_question(relation: CausalRelation) -> ChoiceQuestion:
    """“What led to the strike of 1953?”, with three other events; raises CannotBe."""
    key, effect, stem = _asked(relation)
    options = _others(key, effect)
    return choice_question(
        relation, "what led", stem, capitalised(key.text), (capitalised(each.text) for each in options)
    )


def typed_what_led_question(relation: CausalRelation) -> ShortTextQuestion:
    """“Which compromise led to …?”, where there are too few others, for a cause with a name; raises CannotBe."""
    key, _, stem = _asked(relation)
    title = key.tree.sentence.span.article.title
    if not key.named or (title and set(content_words(key.text)) & set(content_words(title.text))):
        raise CannotBe("the cause has no name, or the title tells it")
    name = key.text.removeprefix("the ")
    noun, own = _class_and_own_words(name)
    if not noun:
        return typed_question(relation, "what led to be typed", f"{stem} Type its name.", (name,))
    return typed_question(relation, "what led to be typed", f"Which {noun}{stem.removeprefix('What')}", (name, own))


def _class_and_own_words(name: str) -> tuple[str, str]:
    """The noun that says what a name names, and the rest of it: "treaty" and "Ghent"; ("", "") if none says it."""
    first, of, rest = name.partition(" of ")
    if of and first.lower() in NAMED_KINDS:
        return first.lower(), rest
    own, _, last = name.rpartition(" ")
    return (last.lower(), own) if own and not of and last.lower() in NAMED_KINDS else ("", "")


def _asked(relation: CausalRelation) -> tuple[Event, str, str]:
    """The cause, the effect in words, and the question for the cause; raises CannotBe."""
    verb = next((each for each in VERBS if _rule(each) == relation.rule), None)
    clause = clause_of(relation)
    if verb is None or verb.kind in ("makes do", "comes from"):
        raise CannotBe("the cause is not told by a verb of causing")
    must_be_stated(clause)
    tree = clause.tree
    key = _event(tree, _tokens(tree, relation.cause))
    effect = _phrase(tree, _tokens(tree, relation.effect))
    stem = tidy_spacing(f"What {_did(clause)} {verb.preposition} {effect}?")
    has_name = any(word[0].isupper() for word in effect.split())
    tells = has_name or (key.named and len(content_words(effect)) >= _FEWEST_TOLD)
    if len(stem.split()) > _LONGEST_STEM or not tells:
        raise CannotBe("what came of it has no name")
    if set(content_words(key.text)) & set(content_words(effect)):
        raise CannotBe("cause and effect share a word")
    return key, effect, stem


def _rule(verb: CausalVerb) -> str:
    return " ".join(filter(None, (verb.lemma, verb.noun, verb.preposition)))


def _tokens(tree: Tree, span: Span) -> tuple[int, ...]:
    return tree.trimmed(tree.tokens_in(span))


def must_be_stated(clause: Clause) -> None:
    """Raise CannotBe unless the article itself says so: neither somebody in it nor an accusation."""
    tree = clause.tree
    above = {each.head: each for each in clauses_of(tree)}
    over = (above[each] for each in (clause.head, *tree.ancestors(clause.head)) if each in above)
    finite = [each for each in over if each.verb.finite]
    plain = bool(finite) and all(each.is_fact and not each.said and not is_claimed(each) for each in finite)
    if not plain or clause.verb.negated or clause.verb.modal or salience(tree) == 0:
        raise CannotBe("it is not stated by the article itself")
    if clause.hangs_wrong or tree.tokens[clause.head].certainty < Certainty.EVEN_ODDS:
        raise CannotBe("how the sentence is built is not certain")


def _did(clause: Clause) -> str:
    """The verb after "what", in the past or the present."""
    group, token = clause.verb, clause.tree.tokens[clause.head]
    particle = group.lemma.partition(" ")[2]
    if group.perfect or group.progressive:
        raise CannotBe("the verb has no certain form for the question")
    if token.xpos == "VBD" or (token.xpos == "VBN" and group.tense != "present" and past_tense(token.form)):
        return tidy_spacing(f"{token.form if token.xpos == 'VBD' else past_tense(token.form)} {particle}")
    raise CannotBe("the verb has no certain form for the question")


def _phrase(tree: Tree, tokens: Sequence[int]) -> str:
    """A noun phrase that is understood on its own, as it is inside a sentence; raises CannotBe."""
    if not tokens or not _is_whole(tree, tokens):
        raise CannotBe("where a phrase begins or ends is not certain")
    names = full_names(tree, tokens)
    text = surface_text(tree, tokens, names)
    head = _head(tree, tokens)
    clause = any(tree.tokens[each].xpos in OF_A_CLAUSE | {"PRP$"} and each not in names for each in tokens)
    if clause or tree.tokens[head].upos not in ("NOUN", "PROPN") or any(mark in text for mark in _MARKS):
        raise CannotBe("it is no plain noun phrase")
    determiner = tree.dependent(head, "det")
    loose = determiner is not None and tree.tokens[determiner].form.lower() not in ("the", "an", "a")
    if loose or not stands_alone(tree, tokens, names):
        raise CannotBe("it points to what is told elsewhere")
    return text


def _head(tree: Tree, tokens: Sequence[int]) -> int:
    inside = set(tokens)
    return next(each for each in tokens if tree.tokens[each].head not in inside)


def _is_whole(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether some tokens are side by side, and no "and" or hyphen continues after or before them."""
    around = [tree.tokens[each] for each in (tokens[0] - 1, tokens[-1] + 1) if 0 <= each < len(tree.tokens)]
    together = tokens[-1] - tokens[0] + 1 == len(tokens)
    return together and not any(token.upos == "CCONJ" or token.form in ("-", "/") for token in around)


def _event(tree: Tree, tokens: Sequence[int]) -> Event:
    """Return what happened; raises CannotBe."""
    text = _phrase(tree, tokens)
    head = _head(tree, tokens)
    token = tree.tokens[head]
    name = name_at(token.span)
    named = token.upos == "PROPN" and _is_an_event(name) and text.startswith("the ")
    happens = token.lemma.lower() in HAPPENINGS or token.lemma.lower().endswith(HAPPENING_ENDINGS)
    told = any(tree.tokens[each].upos == "PROPN" for each in tokens)
    if not named and not (token.upos == "NOUN" and happens and told):
        raise CannotBe("it is no event with a name")
    if len(text.split()) > _MOST_WORDS:
        raise CannotBe("a phrase is too long")
    return Event(text, tree, token.xpos in ("NNS", "NNPS"), named)


def _is_an_event(name: Name | None) -> bool:
    """Return whether a name can be that of a law, a war or the like: "the Missouri Compromise"."""
    return name is not None and name.kind not in ("person", "place", "organisation") and " " in name.full


@cache_per_article
def _events(article: Article) -> tuple[Event, ...]:
    """Every event that the article names in a phrase that is understood alone, in order."""
    return tuple(event for tree in trees(article) for event in _events_in(tree))


def _events_in(tree: Tree) -> Iterator[Event]:
    if salience(tree) == 0:
        return
    for index, token in enumerate(tree.tokens):
        happens = token.lemma.lower() in HAPPENINGS or token.lemma.lower().endswith(HAPPENING_ENDINGS)
        if token.upos != "PROPN" and not (token.upos == "NOUN" and happens):
            continue
        case = {each for child in tree.dependents(index, "case", "cc") for each in tree.subtree(child)}
        tokens = tree.trimmed(each for each in tree.subtree(index) if each not in case)
        if not tokens or index not in tokens:
            continue
        try:
            yield _event(tree, tokens)
        except CannotBe:
            continue


def _others(key: Event, effect: str) -> tuple[Event, ...]:
    """Three other events of the article, distinguished from this cause and effect; raises CannotBe."""
    asked = frozenset(content_words(effect))
    own = frozenset(content_words(key.text))
    length = len(key.text.split())
    found: list[Event] = []
    for event in _events(key.tree.sentence.span.article):
        words = frozenset(content_words(event.text))
        told = words & (own | asked) or event.tree is key.tree
        beside = len(asked & frozenset(content_words(event.tree.sentence.span.text))) > 1
        again = any(words & frozenset(content_words(each.text)) for each in found)
        kind = event.named == key.named and event.plural == key.plural
        size = len(event.text.split())
        fits = max(size, length) <= _RATIO * min(size, length) or abs(size - length) <= _SLACK
        if kind and fits and not (told or beside or again):
            found.append(event)
    found.sort(key=lambda event: -salience(event.tree))
    if len(found) < _OPTIONS:
        raise CannotBe("the article tells of fewer than three other events")
    return tuple(found[:_OPTIONS])
