"""Finds what a sentence says outright of a thing: its function, its parts, its types.

Next: `definition_facts`.
"""

import re
from collections.abc import Callable, Collection, Iterator

from quizengine import Article, Refusal
from quizengine.language import Tree, content_words, surface_text, trees, uncapitalised, word_set
from quizengine_key_terms.aspect import Aspect, Told, replacements
from quizengine_key_terms.aspect_lists import MARKS, counted_list, subject_words
from quizengine_key_terms.bold_statements import said_in_bold
from quizengine_key_terms.centrality import times_named
from quizengine_key_terms.contrasts import contrast_at
from quizengine_key_terms.functions import function_in
from quizengine_key_terms.patterns.openings import first_behind_a_remark, first_behind_an_opening, opening_source
from quizengine_key_terms.patterns.sentences import made_up_at
from quizengine_key_terms.retold import Way, is_told_again

_ASPECTS = word_set(
    """
    function purpose role cause effect advantage disadvantage benefit drawback difference part component type kind
    branch stage class category element characteristic feature principle property layer phase division subdivision
    symptom consequence responsibility duty ingredient similarity
    """
)
"""Nouns whose "of" says of what thing they are an aspect."""
_OPEN = word_set("one some many most several other another")
"""Words that leave open how many more there are."""
_NO_NOUNS = frozenset({"JJ", "JJR", "VBN", "VBG"})
"""Tags of words with which something is said that is no aspect: "the effects are obvious"."""
_FEWEST_TOKENS, _FEWEST_PARTS = 3, 3
"""Tokens of what is said, and content words of what a thing is made up of."""


def aspects(article: Article, defined: Collection[str], told: Collection[str]) -> Iterator[Aspect | Refusal]:
    """Yield what the sentences of an article say of aspects, and a refusal for what cannot be asked about.

    `defined` are the terms that are asked about by their definitions, and `told` those of which is asked what they do.
    """
    by_stem: dict[str, list[Aspect]] = {}
    for tree in trees(article):
        found = _found_in(tree)
        if isinstance(found, Refusal):
            yield found
        elif found and not _is_one_of(found.term.text, defined if found.rule == "aspect" else [*defined, *told]):
            by_stem.setdefault(found.stem, []).append(found)
    for same in by_stem.values():
        fullest = max(same, key=lambda each: len(each.answer))
        if all(fullest.answer.startswith(each.answer.rstrip(".")) for each in same):
            yield fullest
        else:
            yield Refusal(fullest.term, "no-aspect", "another sentence says something else of it")


def _found_in(tree: Tree) -> Aspect | Refusal | None:
    places = range(2, len(tree.tokens) - _FEWEST_TOKENS)
    found = next((found for at in places for find in _FINDERS if (found := find(tree, at))), None)
    return found or said_in_bold(tree) or function_in(tree)


def _is_one_of(words: str, terms: Collection[str]) -> bool:
    """Return whether words are one of some terms, with an article or in the other number."""
    bare = re.sub(r"\A(?:an?|the) ", "", words, flags=re.IGNORECASE)
    return any(len(term.split()) == len(bare.split()) and times_named(bare, term) for term in terms)


def _said_at(tree: Tree, verb: int) -> Aspect | Refusal | None:
    """An aspect with what "is" says of it: "the function of the heart is to …"; None at other tokens."""
    term = _aspect_before(tree, verb) if tree.tokens[verb].form in ("is", "are", "was", "were") else ()
    said = tree.trimmed(range(verb + 1, len(tree.tokens))) if term else ()
    if not said:
        return None
    told = Told(tree, term, said, (*term, verb, *said))
    first, reason = tree.tokens[said[0]], ""
    if {tree.tokens[each].form.lower() for each in term} & _OPEN:
        reason = "it may be one of several"
    elif first.upos in ("ADV", "VERB") or first.xpos in _NO_NOUNS or first.form in ("not", "that"):
        reason = "it does not say what it is"
    words = uncapitalised(surface_text(tree, term, told.replaced))
    return told.asked(f"what {tree.tokens[verb].form} {words}", reason)


def _aspect_before(tree: Tree, verb: int) -> tuple[int, ...]:
    """The subject before a verb if it is an aspect of something: "the function of the heart"; () for others."""
    tokens, first = tree.tokens, first_behind_a_remark(tree)
    of = next((each for each in range(first, verb) if tokens[each].form.lower() in ("of", "between")), 0)
    opens = of - first > 1 and tokens[first].form.lower() == "the"
    if not opens or tokens[of - 1].lemma.lower() not in _ASPECTS or tokens[of - 1].upos != "NOUN":
        return ()
    plain = all(tokens[each].upos not in ("VERB", "AUX", "PUNCT", "SCONJ") for each in range(first, verb))
    return tuple(range(first, verb)) if plain and of < verb - 1 else ()


def _listed_at(tree: Tree, mark: int) -> Aspect | Refusal | None:
    """The list behind a mark, if the sentence says how many items it has; None at other tokens."""
    found = counted_list(tree, mark) if tree.tokens[mark].form in MARKS else None
    if found is None:
        return None
    source, term = opening_source(tree), tuple(range(first_behind_an_opening(tree), mark))
    lead = f"{surface_text(tree, source)}, " if source else ""
    reason = "somebody claims it" if _is_a_claim(tree, found.items[0]) and not source else ""
    return Told(tree, term, found.items, found.items).asked(lead + found.stem, reason)


def _is_a_claim(tree: Tree, index: int) -> bool:
    """Return whether a token stands in the "that" of somebody's verb: "Brenn proposed that there are …"."""
    while index >= 0 and tree.tokens[index].relation != "ccomp":
        index = tree.tokens[index].head
    return index >= 0 and tree.dependent(tree.tokens[index].head, "nsubj") is not None


def _made_of_at(tree: Tree, index: int) -> Aspect | Refusal | None:
    """A thing with what it is made up of: "the hull consists of 24 ribs"; None at other tokens."""
    length = made_up_at(tree, index)
    term = tuple(range(first_behind_a_remark(tree), index)) if length else ()
    words = subject_words(tree, term, replacements(tree)) if term else ""
    if not words:
        return None
    end = next((at for at in range(index, len(tree.tokens)) if tree.tokens[at].form == ";"), len(tree.tokens))
    said = tree.trimmed(range(index + length, end))
    plural = tree.tokens[index].form in ("are", "consist")
    told_before = plural and tree.tokens[term[0]].upos == "DET"
    told = Told(tree, term, said, (*term, *range(index, index + length), *said))
    reason = "it may be one thing, told before" if told_before else ""
    if len(set(content_words(surface_text(tree, said)))) < _FEWEST_PARTS:
        reason = "what it is made up of is one thing"
    bare = re.sub(r"\A(?:an?|the) ", "", words, flags=re.IGNORECASE)
    if is_told_again(tree.sentence.span.article, bare, tree.sentence.span, Way.MADE_OF):
        reason = "another sentence says what it is made up of, too"
    return told.asked(f"what {'are' if plural else 'is'} {words} made up of", reason)


_FINDERS: tuple[Callable[[Tree, int], Aspect | Refusal | None], ...] = (_said_at, _listed_at, _made_of_at, contrast_at)
