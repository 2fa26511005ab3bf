"""The other name of a term beside it: "eel frequency (or glass frequency)", "mesh pressure, also called net pressure,".

Next: `terms`, which accepts it.
"""

import re
from collections import defaultdict
from collections.abc import Mapping

from quizengine import Article, cache_per_article
from quizengine.language import Tree, phrase_set
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
_IS_ALSO = re.compile(
    r"(?:^|(?<=[.;(] ))(?:An? |The )?((?:[\w-]+ ){1,4})(?:is|are) (?:also|often|sometimes|commonly|usually|frequently) "
    r"(?:called|known as|referred to as|termed) (?:an? |the )?((?:[\w-]+ ){0,2}[\w-]+)(?=[.,;]| \()",
    re.MULTILINE,
)
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


@cache_per_article
def names_elsewhere(article: Article) -> Mapping[str, tuple[str, ...]]:
    """The other names that sentences of an article give, by their subjects in small letters."""
    found: dict[str, list[str]] = defaultdict(list)
    for named in _IS_ALSO.finditer(article.text):
        found[named[1].strip().lower()].append(named[2])
    return {words: tuple(names) for words, names in found.items()}
