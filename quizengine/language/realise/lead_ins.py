"""A short sentence to put before a question, so that its "she" or "the school" is understood.

It is a clause that precedes the one asked about in the same paragraph: earlier in its sentence, in the sentence before,
or in one before that.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from quizengine.language.discourse.antecedents import anaphor_sort, is_in_quotation, syntactic_role
from quizengine.language.discourse.noun_phrases import NounPhrase, agreeing_phrases, noun_phrases, pointing_noun
from quizengine.language.discourse.references import full_names
from quizengine.language.discourse.self_containment import pointers, stands_alone
from quizengine.language.realise.pruning import without_marks
from quizengine.language.realise.questions import Realised, realised, statement
from quizengine.language.syntax.clauses import Clause, clauses_of, main_clause
from quizengine.language.syntax.tree import Tree, cache_by_arguments, is_a, tree_index, trees

_LONGEST = 14
"""Words; strict readers took stems with a sentence of this length before the question."""
_FURTHEST = 2
"""Sentences back."""
_SPARE = frozenset({"time", "place", "cause", "purpose", "manner", "means", "result", ""})
"""Circumstances without which a statement stays true."""
_BINDING = frozenset(
    {"if", "unless", "without", "except", "like", "unlike", "until", "than", "against", "as", "of", "only"}
)
_WEAK = frozenset({"no", "few", "only", "little", "hardly", "never", "rarely", "less", "fewer", "least", "most"})
_SUPPOSING = frozenset({"if", "unless", "whether", "would", "could", "may", "might"})
"""Open clauses in which "a school" need not exist."""
_LATER = frozenset({"later", "afterwards", "afterward", "subsequently"})
"""Point to the time of the sentence before, which the lead-in is."""


@dataclass(frozen=True)
class LeadIn:
    """A sentence with the phrases in it that the open words of the question mean."""

    text: str
    clause: Clause
    meant: Mapping[int, NounPhrase]
    """Maps a token of the question to the noun phrase that it stands for."""


def lead_in(tree: Tree, tokens: Sequence[int], named: Collection[int] = (), answer: Sequence[str] = ()) -> str | None:
    """A short sentence that tells what the open pronouns and "the N" among some tokens mean; None if none does.

    `tokens` are shown in the question, `named` are those of them that names replace (what `full_names` gives), and
    `answer` are the texts that the sentence must not give away. None, too, where nothing is open.
    """
    found = find_lead_in(tree, tokens, named, answer)
    return found.text if found else None


def find_lead_in(
    tree: Tree, tokens: Sequence[int], named: Collection[int] = (), answer: Sequence[str] = ()
) -> LeadIn | None:
    """The sentence of `lead_in` with what it tells."""
    return _lead_in(tree, tuple(tokens), tuple(named), tuple(answer))


@cache_by_arguments
def _lead_in(tree: Tree, tokens: tuple[int, ...], named: tuple[int, ...], answer: tuple[str, ...]) -> LeadIn | None:
    opened = _open_words(tree, tokens, named)
    if not opened:
        return None
    for earlier, stretch, clause in _sources(tree, tokens):
        phrases = noun_phrases(earlier, stretch, clause.subject.head if clause and clause.subject else -1)
        fit = {word: agreeing_phrases(phrases, tree, word) for word in opened}
        if not any(fit.values()):
            continue
        chosen = {word: _chosen(tree, tokens, word, found) for word, found in fit.items()}
        meant = {word: one for word, one in chosen.items() if one is not None}
        text = _told(clause, meant.values(), answer) if clause and len(meant) == len(opened) else None
        return LeadIn(text, clause, meant) if text and clause else None
    return None


def _open_words(tree: Tree, tokens: Sequence[int], named: Collection[int]) -> tuple[int, ...]:
    """The words that a lead-in has to explain; none if one of them cannot be explained by any."""
    found = set()
    for pointer in pointers(tree, tokens, named):
        if tree.tokens[pointer.token].form.lower() in _LATER:
            continue
        word = pointing_noun(tree, pointer.token) if pointer.kind in ("who", "which") else None
        if word is None:
            return ()
        found.add(word)
    return tuple(sorted(found))


def _sources(tree: Tree, tokens: Sequence[int]) -> Iterator[tuple[Tree, Sequence[int], Clause | None]]:
    """The trees to look into, nearest first, with the tokens that count and the clause that may be shown."""
    first = min(tokens)
    before = [one for one in clauses_of(tree) if one.tokens and max(one.tokens) < first]
    yield tree, range(first), before[-1] if before else None
    every = trees(tree.sentence.span.article)
    at = tree_index(tree)
    for earlier in reversed(every[max(0, at - _FURTHEST) : at]):
        if earlier.sentence.span.paragraph.start == tree.sentence.span.paragraph.start:
            yield earlier, range(len(earlier.tokens)), main_clause(earlier)


def _chosen(tree: Tree, tokens: Sequence[int], word: int, found: Sequence[NounPhrase]) -> NounPhrase | None:
    own = noun_phrases(tree, [each for each in tokens if each < word])
    if agreeing_phrases([one for one in own if one.head != word and word not in tree.subtree(one.head)], tree, word):
        return None
    sort = anaphor_sort(tree, word)
    if sort in ("it", "they"):
        leads = [one for one in found if one.subject and syntactic_role(tree, word) == "subject"]
        alone = leads if sort == "they" or len(found) > 1 else found
        return alone[0] if len(alone) == 1 and not _stands_in(alone[0], sort) else None
    return found[0] if len(found) == 1 and (sort in ("", "the") or found[0].person) else None


def _stands_in(one: NounPhrase, sort: str) -> bool:
    """Return whether the sentence of a phrase holds the same pronoun, which may stand for something else."""
    return any(anaphor_sort(one.tree, each) == sort for each in range(len(one.tree.tokens)))


def _told(clause: Clause, meant: Collection[NounPhrase], answer: Sequence[str]) -> str | None:
    """The words of a clause that shows some phrases; None if it is unfit to be put before a question."""
    tree = clause.tree
    said = realised(clause) if _is_plain(clause) else None
    if said is None:
        return None
    needed = {one.head for one in meant}
    for shorter in _shortened(said, needed) if clause.is_likely else [said]:
        if not clause.is_likely and not _is_whole(shorter):
            return None
        names = full_names(tree, shorter.tokens)
        shown = replace(shorter, replaced=names)
        text = statement(shown)
        if text is None or len(text.split()) > _LONGEST:
            continue
        kept = set(shown.tokens)
        fits = all(one.head in kept for one in meant) and stands_alone(tree, shown.tokens, names)
        return text if fits and not _gives_away(text, answer) else None
    return None


def _is_plain(clause: Clause) -> bool:
    """True if a clause states a fact in the article's own words; a whole sentence need not be cut, so it is sure."""
    quoted = any(is_in_quotation(clause.tree, each) for each in clause.tokens)
    supposed = any(clause.tree.tokens[each].form.lower() in _SUPPOSING for each in clause.tokens)
    return clause.is_fact and not clause.said and not quoted and not supposed


def _is_whole(said: Realised) -> bool:
    """Return whether nothing of its sentence is left out, except for marks."""
    kept = set(said.tokens)
    return all(each in kept or token.upos == "PUNCT" for each, token in enumerate(said.clause.tree.tokens))


def _shortened(said: Realised, needed: Collection[int]) -> Iterator[Realised]:
    """A clause, then the same with ever fewer adjuncts, the last ones first; what is left stays true."""
    yield said
    clause = said.clause
    words = {clause.tree.tokens[each].form.lower() for each in said.tokens}
    if clause.verb.negated or clause.verb.modal or words & _WEAK or not clause.of_role("object", "attribute"):
        return
    for part in reversed(clause.adjuncts(*_SPARE)):
        if _can_go(clause.tree, part.head, part.marker) and not set(needed) & set(part.tokens):
            gone = set(part.tokens)
            said = replace(
                said,
                opening=tuple(without_marks(clause.tree, [each for each in said.opening if each not in gone])),
                said=tuple(without_marks(clause.tree, [each for each in said.said if each not in gone])),
            )
            yield said


def _can_go(tree: Tree, head: int, marker: Sequence[int]) -> bool:
    relation = tree.tokens[head].relation
    binding = {tree.tokens[each].form.lower() for each in marker} & _BINDING
    return is_a(relation, "obl", "advcl") and relation not in ("obl:agent", "obl:arg") and not binding


def _gives_away(text: str, answer: Sequence[str]) -> bool:
    """Return whether a text holds one of the answers, or a word of one that is a number or has a capital."""
    words = set(re.findall(r"[\w.,]*\w", text.casefold()))
    for one in answer:
        telling = {word.casefold() for word in re.findall(r"[\w.,]*\w", one) if word[0].isdigit() or word[0].isupper()}
        if telling & words - {"the", "a", "an", "in"} or f" {one.casefold()} " in f" {' '.join(sorted(words))} ":
            return True
        if re.search(rf"(?<!\w){re.escape(one.casefold())}(?!\w)", text.casefold()):
            return True
    return False
