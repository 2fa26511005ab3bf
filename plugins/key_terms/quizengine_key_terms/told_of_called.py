"""Questions for things by what is told of them where they get their names: "which enzyme closes the gaps?".

Next: `definition_facts`.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from quizengine import Article, Evidence, Fact, Origin, Refusal, ShortTextQuestion, Span, article_says, is_news_report
from quizengine.language import (
    WH_WORDS,
    Tree,
    capitalised,
    full_names,
    sentence_of,
    surface_text,
    trees,
    word_set,
)
from quizengine_key_terms.bold_statements import DOES
from quizengine_key_terms.called_things import Called, called_things, is_a_hidden_verb
from quizengine_key_terms.definition import NAME
from quizengine_key_terms.open_pointers import open_pointers, we_as_people
from quizengine_key_terms.parts_of_clauses import asked_for_a_part
from quizengine_key_terms.patterns.states import PRESENT
from quizengine_key_terms.synonyms import forms_to_type
from quizengine_key_terms.tellings import telling_fault
from quizengine_key_terms.told_kinds import told_kinds

_EMPTY = word_set(
    """
    be have do seem appear become remain include contain show mean say begin start continue come go exist happen occur
    refer matter get need want suggest keep differ follow know call make help vary lie stand live belong consist use
    grow feed eat drink return own range weigh cost date play feature tell bring face bear run flow pass lead move
    """
)
"""Verbs that, told of a thing, hold of many others as well."""
_ONE, _SEVERAL = frozenset({"its", "itself"}), frozenset({"their", "themselves"})
_NOTHING_DONE = word_set(
    """
    know call base locate situate find consider see bear name think say believe relate regard associate involve connect
    """
)
_MARKS = frozenset({",", ";", ":", "—", "–", "("})


@dataclass(frozen=True, kw_only=True)
class CalledThing(Fact):
    """A thing, or a kind of thing, with its name in the sentence that tells of it."""

    kind: str = "thing called so"
    term: Span
    sentence: Span
    rule: str = field(compare=False, repr=False)
    stem: str = field(compare=False, repr=False)
    accepted: tuple[str, ...] = field(default=(), compare=False, repr=False)
    answer: str = field(default="", compare=False, repr=False)

    def values(self) -> dict[str, Span]:
        """The name and its sentence."""
        return {"term": self.term, "sentence": self.sentence}


@dataclass(frozen=True)
class _Telling:
    """A name with the question for it."""

    tree: Tree
    name: tuple[int, ...]
    answer: str
    accepted: tuple[str, ...]
    rule: str
    stem: str
    """Empty if where it ends what is said of it is not certain."""
    said: tuple[int, ...]
    own: frozenset[str] = frozenset()
    """The words that mean the thing itself where it is the subject: "its"."""


def things_called_so(article: Article, known: Collection[str]) -> Iterator[CalledThing | Refusal]:
    """Yield the things that are asked for by what their sentence tells of them, and a refusal for each other one.

    `known` are terms in small letters that are asked for by their definitions. A news report has no terms.
    """
    if is_news_report(article) and not article.marked_terms:
        return
    seen = set(known)
    for telling in (each for tree in trees(article) for each in _tellings(tree)):
        tree, answer = telling.tree, telling.answer
        if answer.casefold() in seen:
            continue
        if fault := _fault(telling):
            yield Refusal(tree.span(telling.name), "not-called", fault)
            continue
        seen.add(answer.casefold())
        yield CalledThing(
            term=tree.span(telling.name),
            sentence=tree.sentence.span,
            rule=telling.rule,
            stem=telling.stem,
            answer=answer,
            accepted=telling.accepted,
        )


def _tellings(tree: Tree) -> Iterator[_Telling]:
    for thing in called_things(tree):
        deed, term = _deed_of(thing), thing.term
        stem, said = _stem_of(thing, deed)
        own = _SEVERAL if thing.plural else _ONE
        accepted = (*term.accepted, *term.other_number, *_without_its_kind(thing))
        yield _Telling(
            tree, term.tokens, term.words, accepted, "typed called", stem, said, own if deed else frozenset()
        )
    for kind in told_kinds(tree):
        told = surface_text(tree, kind.said, _replaced(tree, kind.said))
        words = surface_text(tree, kind.name)
        last = kind.of.rpartition(" ")[2]
        accepted = (words.removesuffix(f" {last}"),) if words.endswith(f" {last}") else ()
        stem = capitalised(f"which {kind.of} {told}?")
        yield _Telling(tree, kind.name, words, accepted, "typed kind", stem, kind.said, _ONE)


def ask_called(fact: CalledThing) -> ShortTextQuestion:
    """The question for the name of a thing."""
    proof = sentence_of(fact.term)
    return ShortTextQuestion(
        stem=fact.stem,
        answer=fact.answer,
        accept=forms_to_type(proof.article, fact.answer, fact.accepted),
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin(NAME, fact.rule),
        tags=("key terms",),
    )


def _without_its_kind(thing: Called) -> tuple[str, ...]:
    """The first words of a term that ends with its kind: "pineal" of "pineal gland" for "which gland"."""
    last, words = thing.tree.tokens[thing.noun].form, thing.term.words
    return (words.removesuffix(f" {last}"),) if words.endswith(f" {last}") else ()


def _stem_of(thing: Called, said: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The question for a thing with the tokens that it tells; empty where none can be asked."""
    tree = thing.tree
    if tree.sentence.span.text.rstrip()[-1:] != "." or any(token.form in '“”"' for token in tree.tokens):
        return "", ()
    if said:
        told = surface_text(tree, said, _replaced(tree, said))
        return capitalised(f"which {thing.words} {told}?"), said
    return asked_for_a_part(thing)


def _replaced(tree: Tree, said: tuple[int, ...]) -> dict[int, str]:
    return {**full_names(tree, said), **we_as_people(tree, said)}


def _deed_of(thing: Called) -> tuple[int, ...]:
    """The deed of a thing, from its verb on: right behind its name, or behind a "which" or "that"; else ()."""
    tokens, at = thing.tree.tokens, thing.name[-1] + 1
    behind = [token.form for token in tokens[at : at + 2]]
    if behind in ([",", "which"], [",", "that"], [")", "that"], [")", "which"]):
        return _to_the_end(thing, at + 2)
    if behind[:1] == ["that"]:
        return _to_the_end(thing, at + 1)
    opens = thing.kind[0] <= 1 and at < len(tokens) and tokens[at].lemma.lower() in DOES
    return _to_the_end(thing, at) if opens else ()


def _to_the_end(thing: Called, verb: int) -> tuple[int, ...]:
    """The tokens from a verb in the present tense that agrees to the end of the sentence; () if a mark is inside."""
    tree, tokens = thing.tree, thing.tree.tokens
    if verb + 2 >= len(tokens):
        return ()
    said = tree.trimmed(range(verb, len(tokens)))
    marks = any(tokens[each].form in _MARKS for each in said)
    form = tokens[verb].form
    third = form.endswith("s") and not form.endswith("ss")
    behind_which = tokens[verb - 1].xpos in WH_WORDS and tokens[verb].lemma.lower() in DOES
    is_verb = tokens[verb].xpos in PRESENT or behind_which or is_a_hidden_verb(tree, verb)
    agrees = third != thing.plural and is_verb
    told = tokens[verb].lemma.lower() not in _EMPTY or _is_passive(thing, verb)
    stated = agrees and told and "VBD" not in {tokens[each].xpos for each in said}
    return () if marks or not stated else said


def _is_passive(thing: Called, verb: int) -> bool:
    """Return whether it is told what is done with a thing: "sheets called cels, which are filled in with paint"."""
    tokens = thing.tree.tokens
    done = tokens[verb + 1]
    behind_which = tokens[verb - 1].xpos in WH_WORDS
    return behind_which and tokens[verb].lemma == "be" and done.xpos == "VBN" and done.lemma not in _NOTHING_DONE


def _fault(telling: _Telling) -> str:
    """Return why what is told of a thing is no question by itself; empty if it is."""
    tree, said = telling.tree, telling.said
    if not telling.stem:
        return "what is said of it does not end for certain"
    replaced = _replaced(tree, said)
    itself = {each: tree.tokens[each].form for each in said if tree.tokens[each].form in telling.own}
    if open_pointers(tree, said, {**itself, **replaced}, past=False):
        return "what is said of it points to something told elsewhere"
    return telling_fault(tree, telling.answer, surface_text(tree, said, replaced))
