"""The definition with which a sentence closes: "the guild relied on bartering, the exchange of goods without money".

Its tree often hangs it elsewhere, so it is read off the words.
Next: `alternatives`.
"""

from collections.abc import Iterator

from quizengine.language import TENSED, Tree, word_set
from quizengine_key_terms.patterns.attachment import defined_by, is_plural
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, is_deed, noun_phrase_before, rest_from
from quizengine_key_terms.term_kinds import CONCEPT, meaning_kind

_DETERMINERS = frozenset({"a", "an", "the"})
_SAYS_WHICH = word_set("of that who which in for by to where when whose with between")
_RELATIVES = frozenset({"that", "who", "which", "whose"})
_SUMS_UP = word_set(
    """
    practice preference move level effort decision feeling step change trend fact situation event sign act reminder
    task number development result evidence proof role position claim view amount lot sum total function process
    method strategy policy condition phenomenon tendency way part rest one beginning end start source cause reason
    """
)
"""Nouns that may sum up the whole sentence."""
_WITH_VERBS = frozenset({"by", "through", "into", "from", "via"})
_SET_NOUNS = frozenset({"place", "part", "use", "care", "rise"})
"""Nouns that are a part of a verb: "takes place", "makes use", "gives rise"."""
_BEFORE = frozenset({"ADP", "VERB", "AUX"})
_MARKS = frozenset({",", ";", ":", "—", "–", "(", "“", '"'})


def _closes(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "they relied on bartering, the exchange of goods without money" and "rasps, files that shape wood"."""
    tokens = tree.tokens
    if tokens[index].form != "," or not 2 < index < len(tokens) - 4 or tokens[-1].form != ".":
        return
    deed = tokens[index - 1].xpos == "VBG" and tokens[index - 2].upos == "ADP"
    term, meaning = (index - 1,) if deed else noun_phrase_before(tree, index), rest_from(tree, index + 1)
    if not term or not meaning or any(tokens[each].form in _MARKS for each in meaning):
        return
    head = head_of(tree, meaning)
    if not _is_bare(tree, term) or not _is_whole(tree, meaning, head) or _tells_on(tree, meaning, head):
        return
    agree = is_plural(tree, term[-1]) == is_plural(tree, head)
    defined = (term if agree else ()) if _goes_with_a_verb(tree, term[0] - 1) else defined_by(tree, term, head)
    if defined:
        yield Candidate(tree, "apposition", defined, meaning, head, closed=True)


def _is_bare(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a term has no "the", a preposition or a verb before it, and no other comma."""
    tokens, first = tree.tokens, term[0]
    if tokens[first].form.lower() not in ("a", "an") and tokens[first].upos == "DET":
        return False
    alone = first > 0 and tokens[first - 1].upos in _BEFORE and tokens[term[-1]].upos in ("NOUN", "VERB")
    told = any(token.xpos in TENSED for token in tokens[:first])
    return alone and told and all(token.form != "," for token in tokens[: term[-1]])


def _goes_with_a_verb(tree: Tree, index: int) -> bool:
    """Return whether a preposition goes with a verb: "they lived by bartering", "it takes place in pores"."""
    noun = tree.tokens[index - 1].form.lower() if index else ""
    return tree.tokens[index].form in _WITH_VERBS or noun in _SET_NOUNS


def _is_whole(tree: Tree, meaning: tuple[int, ...], head: int) -> bool:
    """Return whether a phrase says what a concept is, or which of several things are meant."""
    tokens = tree.tokens
    if head + 2 >= len(tokens) or tokens[head].lemma.lower() in _SUMS_UP:
        return False
    behind = tokens[head + 1]
    if tokens[meaning[0]].form.lower() in _DETERMINERS:
        says = behind.form in _SAYS_WHICH or behind.xpos in ("VBN", "VBG")
        return says and (is_deed(tree, head) or meaning_kind(tree, head) == CONCEPT or behind.form in _RELATIVES)
    which = behind.form in _RELATIVES or (behind.upos == "ADP" and tokens[head + 2].form == "which")
    return is_plural(tree, head) and tokens[meaning[0]].upos in NAMING and which


def _tells_on(tree: Tree, meaning: tuple[int, ...], head: int) -> bool:
    """Return whether a verb in the past tells what happened, or a verb is there without a relative pronoun."""
    tokens = tree.tokens
    past = any(tokens[each].xpos == "VBD" for each in meaning)
    verbs = any(tokens[each].xpos in TENSED for each in meaning)
    relative = any(tokens[each].form in _RELATIVES | {"where", "when"} for each in meaning if each > head)
    return past or (verbs and not relative)


CLOSING_PATTERNS = (TokenPattern((",",), _closes),)
