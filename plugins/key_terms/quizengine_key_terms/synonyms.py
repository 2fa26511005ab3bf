"""The other name of a term beside it: "eel frequency (or glass frequency)", "mesh pressure, also called net pressure,".

Next: `terms`, which accepts it.
"""

from collections.abc import Iterable

from quizengine import Article
from quizengine.language import Tree, also_called, phrase_set, spelt_otherwise, surface_text
from quizengine_key_terms.patterns.noun_phrases import noun_phrase_from

_LEADS = phrase_set(
    """
    or | also called | also known as | also termed | also referred to as | or also called | sometimes called
    | often called | commonly called | commonly known as | sometimes known as | sometimes referred to as
    """
)
_LONGEST_LEAD = 4
_LONGEST = 4
"""Words of another name."""
_CLOSES = {"(": ")", ",": ","}


def other_name(tree: Tree, last: int) -> tuple[int, ...]:
    """The tokens of the other name in brackets or commas after a term that ends at `last`; empty if there is none."""
    forms = [token.form.lower() for token in tree.tokens[last + 1 : last + 2 + _LONGEST_LEAD]]
    close = _CLOSES.get(forms[0]) if forms else None
    size = max((n for n in range(1, len(forms)) if " ".join(forms[1 : n + 1]) in _LEADS), default=0)
    if close is None or not size:
        return ()
    start = last + 2 + size
    made = start + 1 < len(tree.tokens) and tree.tokens[start].xpos == "VBN"  # "fertilized egg"
    found = noun_phrase_from(tree, start + made)
    found = (start, *found) if made and found else found
    while found and tree.tokens[found[0]].upos == "DET":
        found = found[1:]
    ends = bool(found) and found[-1] + 1 < len(tree.tokens) and tree.tokens[found[-1] + 1].form == close
    one = len(found) <= _LONGEST and all(tree.tokens[each].form.lower() != "or" for each in found)
    return found if ends and one else ()


def two_names(tree: Tree, term: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The first of two nouns that an "or" joins, and the second in words: "a skipper or boatswain"; else all of it.

    In "wage or price control" the first is no name by itself; of a longer list none is certain, and nothing is left.
    """
    if any(each + 1 not in term and _ends_before_a_comma(tree, each) for each in term[:-1]):
        return (), ()
    joins = [at for at, each in enumerate(term) if tree.tokens[each].form.lower() == "or"]
    if len(joins) != 1 or not 0 < joins[0] < len(term) - 1:
        return term, ()
    first, second = term[: joins[0]], term[joins[0] + 1 :]
    behind = tree.tokens[second[-1]]
    joined = behind.relation == "conj" and behind.head == first[-1]
    nouns = {tree.tokens[first[-1]].upos, behind.upos} <= {"NOUN", "PROPN"}
    plain = all(tree.tokens[each].upos in ("NOUN", "PROPN", "ADJ", "DET") for each in (*first, *second))
    verb = tree.tokens[term[-1] + 1].form if term[-1] + 1 < len(tree.tokens) else ""
    two_things = verb in ("are", "were") and tree.tokens[first[-1]].xpos in ("NN", "NNP")
    if not (joined and nouns and plain) or two_things:
        return term, ()
    bare = second[1:] if tree.tokens[second[0]].upos == "DET" else second
    return first, (surface_text(tree, bare),)


def _ends_before_a_comma(tree: Tree, index: int) -> bool:
    """Return whether a noun is before a comma: the first of several names."""
    return tree.tokens[index].upos in ("NOUN", "PROPN") and tree.tokens[index + 1].form == ","


def forms_to_type(article: Article, term: str, accepted: Iterable[str]) -> tuple[str, ...]:
    """Return what may be typed for a term besides it: accepted forms, other names in the article, other spellings."""
    known = (term, *accepted)
    known += tuple(other for one in known for other in also_called(article, one))
    every = dict.fromkeys((*known, *(way for one in known for way in spelt_otherwise(one))))
    distinct = {one.casefold(): one for one in reversed(every)}
    return tuple(one for one in reversed(distinct.values()) if one.casefold() != term.casefold())
