"""Descriptions that an article adds to a name: "SAVAK, a secret police force trained by the United States".

Next: `event_facts`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

from quizengine import Article, Evidence, Fact, Origin, ShortTextQuestion, Span, article_says
from quizengine.language import Name, Tree, names_in, pointers, salience, surface_text, tree_at, word_set
from quizengine_fact_recall.eligibility import LIGHTEST
from quizengine_fact_recall.event_faults import LONGEST, RELATIVE
from quizengine_fact_recall.name_overlaps import shares_word
from quizengine_fact_recall.participant_kinds import PERSON
from quizengine_fact_recall.participant_options import is_in_the_title
from quizengine_fact_recall.typed_participants import accepted

RULE = "which-is-that"
_PARTS = frozenset({"much", "most", "part", "parts", "half", "all", "some", "rest"})
_ENDS = frozenset({",", ".", ";", ":", "(", ")", "—", "–", "“", '"', "!", "?"})
_VAGUE = word_set("one part member example person man woman people sign result way thing kind type number day")
_NAMING = word_set("known called named termed dubbed nicknamed")
_FEWEST = 4
"""Words after the noun: fewer fit too many."""
_OPINIONS = word_set("may might could should would can will never always often sometimes also still now currently not")


@dataclass(frozen=True, kw_only=True)
class Gloss(Fact):
    """A name with what the article says that it is."""

    kind: str = "gloss"
    term: Span
    said: Span
    name: Name = field(compare=False, repr=False)
    stem: str = field(compare=False, repr=False)
    rule: str = field(compare=False, repr=False)

    def values(self) -> dict[str, Any]:
        """The name and what it is."""
        return {"term": self.term, "said": self.said}


def glosses(article: Article) -> Iterator[Gloss]:
    """Yield the first gloss of each name that can be asked for, in the order of the article."""
    for name in names_in(article):
        if name.kind != PERSON and name.certain and not is_in_the_title(article, name.full):
            found = next(filter(None, (_gloss(name, mention) for mention in name.mentions)), None)
            if found is not None:
                yield found


def gloss_question(fact: Gloss) -> ShortTextQuestion:
    """The question which thing or person it is of which the article says so."""
    tree = tree_at(fact.said)
    proof = tree.sentence.span if tree else fact.said
    name = replace(fact.name, kind="person") if fact.stem.startswith("Who ") else fact.name
    answer, *more = accepted(name)
    return ShortTextQuestion(
        stem=fact.stem,
        answer=answer,
        accept=tuple(more),
        rationale=article_says(proof.text),
        evidence=Evidence.of(proof),
        origin=Origin("fact_recall", fact.rule),
        tags=("fact recall",),
    )


def _gloss(name: Name, mention: Span) -> Gloss | None:
    tree = tree_at(mention)
    own = tree.tokens_in(mention) if tree else ()
    if tree is None or not own or salience(tree) < LIGHTEST or _goes_before(tree, own[0]):
        return None
    tokens = tree.tokens
    at = own[-1] + 1
    if at + 3 >= len(tokens) or tokens[at].form != "," or tokens[at + 1].form.lower() not in ("a", "an", "the"):
        return None
    said = list(takewhile(lambda each: tokens[each].form not in _ENDS, range(at + 2, len(tokens))))
    noun = list(takewhile(lambda each: _names(tree, each), said))
    stem = _stem(tree, noun, said[len(noun) :]) if noun else None
    if stem is None or shares_word(stem, name.full) or len(stem.split()) > LONGEST or RELATIVE.search(stem):
        return None
    return Gloss(term=mention, said=tree.span(said), name=name, stem=stem, rule=RULE)


def _goes_before(tree: Tree, first: int) -> bool:
    """Return whether a name may begin before its first word: "Citizenship and Immigration Services"."""
    before = [tree.tokens[each] for each in range(max(0, first - 2), first)]
    joined = bool(before) and before[-1].form.lower() in ("and", "or", "of", "for", "&")
    words = [token.form.lower() for token in before]
    if words[1:] == ["of"] and words[0] in _PARTS:
        return True  # "much of Peru, a country that …" may tell of another one
    return bool(before) and (before[-1].upos == "PROPN" or (joined and before[0].upos == "PROPN"))


def _names(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos in ("ADJ", "NOUN", "PROPN") or tree.tokens[index].form == "-"


def _stem(tree: Tree, noun: list[int], rest: list[int]) -> str | None:
    """A question from a noun with its relative clause or participle; None if it has neither, or points elsewhere."""
    head = tree.tokens[noun[-1]]
    if len(rest) < _FEWEST or head.xpos != "NN" or head.lemma.lower() in _VAGUE:
        return None
    said = [*noun, *rest]
    first, words = tree.tokens[rest[0]], {tree.tokens[each].form.lower() for each in rest}
    if words & _OPINIONS or first.form.lower() in _NAMING or pointers(tree, said):
        return None
    told_apart = any(tree.tokens[each].upos in ("PROPN", "NUM") or tree.tokens[each].xpos == "JJS" for each in said)
    if tree.tokens[noun[0] - 1].form.lower() != "the" and not told_apart:
        return None  # "a small reptile that lived in fresh water" was not the only one
    named, told = surface_text(tree, noun), surface_text(tree, rest)
    if first.form.lower() in ("that", "which") and tree.tokens[rest[1]].xpos in ("VBZ", "VBD"):
        return f"Which {named} {surface_text(tree, rest[1:])}?"
    once = any(tree.tokens[each].upos == "NUM" or tree.tokens[each].form.lower() == "by" for each in rest)
    return f"Which {named} was {told}?" if first.xpos == "VBN" and once else None  # many are "focused on sports"
