"""Phrases that say who somebody is: after the name, before it, or after "is".

Next: `described`, which asks for the person described.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizengine import Span
from quizengine.language import (
    PEOPLES,
    Name,
    Token,
    Tree,
    clauses_at,
    is_inside_quotation,
    is_role_noun,
    name_at,
    place_type,
    plain_form,
    pointers,
    surface_text,
    tree_at,
    word_set,
)
from quizengine_fact_recall.appositions import appositions, before_who, up_to_a_mark
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.name_overlaps import shares_word

_MOST = 20
"""Words of a description."""
_TELLING = 3
"""The fewest words with content in a description: "a Democrat" is many a person."""
_FEW = 2
"""The same for people of the past whose country or town is told: "an Italian mariner"."""
ONE_OF_A_KIND = word_set(
    """
    president director chairman chairwoman chair ceo manager secretary minister ambassador speaker governor leader
    administrator editor head chief commissioner coach captain mayor sheriff chancellor king queen emperor executive
    boss
    """
)
"""Offices that one person at a time holds."""
_OF_FEW = word_set(
    """
    judge justice senator spokesman spokeswoman spokesperson congressman congresswoman general correspondent
    curator founder co-founder
    """
)
_MOST_TOKENS = 250
"""A longer sentence is not a sentence."""
_CLEAR = frozenset({"former", "himself", "herself"})
"""Words that seem to point elsewhere, but say that somebody once held an office, or stand for their own phrase."""
_WHO, _OWN = frozenset({"who"}), frozenset({"his", "her"})
"""Begins a clause about somebody, in which these words are his or her own."""
_OF = frozenset({"of", "for", "at"})
_CUT_BEHIND = frozenset({"who", "which", "that", "whose", "whom", "and", "or"})
"""Last words of a phrase that is cut."""
_THINGS = word_set(
    "system language program programme software device machine network film book novel series song album law act treaty"
)
"""Nouns of what somebody made: beside the maker's name, they describe nobody."""
_ONCE = frozenset({"former", "ex", "late", "then", "acting", "outgoing", "incoming", "deputy"})
"""Before an office, that somebody else holds it now."""
_UNQUALIFIED = word_set("prime vice attorney chief former then majority minority deputy lead senior interim acting")
"""Begin an office that says nothing of whose it is."""
_OF_A_COUNTRY = word_set("minister ambassador king queen emperor")
"""Offices of which each country has its own: "Environment Minister" does not say where."""
_RELATIVES = word_set(
    """
    wife husband mother father son daughter brother sister cousin uncle aunt nephew niece friend colleague one man woman
    person boy girl resident native parent supporter defender fan voter member people other latter former author
    coauthor co-author
    """
)
"""Nouns that say whose somebody is rather than who, or fit everybody."""
_OPINIONS = word_set("best worst greatest only now currently then still not no so such same other another first")
_COMPARING = word_set("later earlier subsequent previous fellow rival younger elder older")
"""Words before a noun that say what somebody is beside another one, of whom the article tells before."""
_OF_NOUNS = frozenset({"ADJ", "NOUN", "PROPN"})
_RESTRICTING = frozenset({"who", "which", "that", "whose", "whom"})
"""Words behind a phrase with which a clause begins that says which one is meant: "the panel that judged the bread"."""


def phrases_beside(name: Name, mention: Span) -> Iterator[tuple[Tree, tuple[int, ...], int]]:
    """Yield the phrases that tell who a name is, each with its tree, its tokens and the one that is its head."""
    tree = tree_at(mention)
    own = tree.tokens_in(mention) if tree else ()
    if (
        tree is None
        or not own
        or len(tree.tokens) > _MOST_TOKENS
        or not tree.sentence.span.text.rstrip("”\"’' ").endswith(".")
    ):
        return  # a headline or a caption, where it has no full stop
    office = _office_before(tree, own, name)
    attribute = _attribute(tree, own, mention)
    for told in (list(appositions(tree, own, name)), [attribute, before_who(tree, attribute)], [office]):
        for tokens in told:
            tops = [each for each in tokens if tree.tokens[each].head not in tokens]
            head = next(iter(office[-1:] if tokens is office else tops), None)
            if head is not None and _tells_who(tree, tokens, head, name) and not _is_quoted(mention):
                yield tree, tokens, head
                break


def _office_before(tree: Tree, own: Sequence[int], name: Name) -> tuple[int, ...]:
    """The tokens of the office that is right before a name, with what it is an office of: "Orra Mill director"."""
    before = _role_before(tree, own, name.role)
    surely = name.pronoun != "" or len(name.mentions) > 1 or _owner(tree, before)  # no "Player Changes Mind"
    exact = surely and len(before) > 1
    exact = exact and re.search(r"(?<!\bU\.S)\.(?: |\Z)", name.role) is None  # "Gov." is shown to nobody
    office = exact and tree.tokens[before[-1]].lemma.lower() in ONE_OF_A_KIND | _OF_FEW
    if not office:
        return ()
    while before and _is_no_part_of_an_office(tree.tokens[before[0]]):
        before = before[1:]
    if before and before[0] and tree.tokens[before[0] - 1].form.lower() in _ONCE:
        return ()
    if len(before) < 2 or not _says_of_what(tree, before):
        return ()
    the = before[0] and tree.tokens[before[0] - 1].form == "the" and _owner(tree, before)
    return (before[0] - 1, *before) if the else before


def _is_no_part_of_an_office(first: Token) -> bool:
    """Return whether a word only comes before an office: "to fight Orra Mill director Ada Moss", "AS Senn Mayor …"."""
    return first.form[:1].islower() or (first.form.isupper() and first.upos in ("ADP", "SCONJ", "CCONJ"))


def _role_before(tree: Tree, own: Sequence[int], role: str) -> tuple[int, ...]:
    """The tokens right before a name that are the role which the article gives it; none if other words are there."""
    spans = (tuple(range(first, own[0])) for first in range(own[0] - 1, max(-1, own[0] - _MOST), -1))
    return next((each for each in spans if surface_text(tree, each) == role), ())


def _owner(tree: Tree, office: Sequence[int]) -> bool:
    """Return whether an office says whose it is: "Orra's mayor"."""
    return any(tree.tokens[each].xpos == "POS" for each in office)


def _says_of_what(tree: Tree, office: Sequence[int]) -> bool:
    """Return whether an office begins with what it is an office of, and nothing before it belongs to that, too."""
    first = tree.tokens[office[0]].form
    earlier = tree.tokens[office[0] - 1] if office[0] else None
    cut = earlier is not None and (
        (earlier.form[:1].isupper() and office[0] > 1)
        or earlier.form in ("-", "’s", "'s", "&", "of", "for")
        or earlier.upos == "PROPN"
        or _joins_capitals(tree, office[0])
    )
    cut = cut or (office[0] == 0 and _is_small_inside(tree, office))
    if plain_form(first) in _UNQUALIFIED or is_role_noun(first) or cut:
        return False
    country = place_type(first) != "" or plain_form(first) in PEOPLES
    minister = tree.tokens[office[-1]].lemma.lower() in _OF_A_COUNTRY
    return country or not minister


def _joins_capitals(tree: Tree, first: int) -> bool:
    """Return whether an "and" joins what an office is of to another word with a capital: "Tide and Orra Mill"."""
    before = [token.form for token in tree.tokens[max(0, first - 2) : first]]
    return before[1:] == ["and"] and before[0][:1].isupper()


def _is_small_inside(tree: Tree, office: Sequence[int]) -> bool:
    """Return whether only the beginning of a sentence gives an office its capital: "Communications director"."""
    first, *more = (tree.tokens[each] for each in office)
    common = first.upos in ("NOUN", "ADJ") and plain_form(first.form) not in PEOPLES
    named = re.search(rf"[a-z,] {re.escape(first.form)}\b", first.span.article.text)  # "Belfast’s Lyric Theatre"
    return common and named is None and all(token.form.islower() for token in more)


def _attribute(tree: Tree, own: Sequence[int], mention: Span) -> tuple[int, ...]:
    """The tokens of what the subject is said to be, where the mention is the subject."""
    for clause in clauses_at(mention):
        subject, verb = clause.subject, clause.verb
        plain = clause.is_fact and verb.copular and not verb.negated and not verb.perfect
        attributes = clause.of_role("attribute")
        if subject is None or subject.head not in own or not plain or not attributes:
            continue
        behind = [each for each in attributes[0].tokens if each > verb.tokens[-1]]
        found = up_to_a_mark(tree, min(behind)) if behind else ()
        if set(found) <= set(behind):
            return found
    return ()


def _is_quoted(mention: Span) -> bool:
    return is_inside_quotation(mention.paragraph, mention.start)


def _tells_who(tree: Tree, tokens: Sequence[int], head: int, name: Name) -> bool:
    """Return whether a phrase sets one person apart by itself, and not by name."""
    found = [tree.tokens[each] for each in tokens]
    words = surface_text(tree, tokens)
    forms = {token.form.lower() for token in found}
    telling = sum(token.upos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM") for token in found)
    whose = "of" in forms or any(token.xpos == "POS" for token in found)
    before_name = name.role.endswith(words)
    named = any(token.upos == "PROPN" or (before_name and token.form[:1].isupper()) for token in found)
    open_words = {tree.tokens[each.token].form.lower() for each in pointers(tree, tokens)} - _CLEAR
    if forms & _WHO:
        open_words -= _OWN
    apart = telling >= _TELLING - (named and (whose or before_name or is_role_noun(found[-1].lemma)))
    origin = telling == _FEW and not is_news(tree.sentence.span.article) and (named or bool(forms & PEOPLES))
    return (
        _begins_well(found, name.role, whose=whose)
        and (tree.tokens[head].xpos in ("NN", "NNP") or tree.tokens[head].lemma.lower() in ONE_OF_A_KIND)
        and len(tokens) <= _MOST
        and (apart or origin)
        and tree.tokens[head].lemma.lower() not in _RELATIVES
        and tree.tokens[head].lemma.lower() not in _THINGS
        and found[-1].form.lower() not in _CUT_BEHIND
        and not forms & _OPINIONS
        and not any(one.form.lower() in _COMPARING and behind.upos in _OF_NOUNS for one, behind in pairwise(found))
        and not _is_cut_before_a_clause(tree, tokens)
        and not re.search(r"[“”\"\[\]]|''|``", words)
        and not shares_word(words, name.full)
        and not open_words
        and not _names_somebody_else(tree, tokens, name)
    )


def _is_cut_before_a_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether the clause is left out that says which one is meant: "chair of the panel" that judged the bread.

    "A baker" is one without it, too.
    """
    behind = tree.tokens[tokens[-1] + 1].form.lower() if tokens[-1] + 1 < len(tree.tokens) else ""
    return behind in _RESTRICTING and tree.tokens[tokens[0]].form.lower() not in ("a", "an")


def _names_somebody_else(tree: Tree, tokens: Sequence[int], name: Name) -> bool:
    """True if a phrase ends in the name of another person, who is described by it: "Ada Moss, director Ben Orr, …"."""
    last = name_at(tree.tokens[tokens[-1]].span)
    if last is None or last.kind != "person" or last.full == name.full:
        return False
    first = next(each for each in tokens if name_at(tree.tokens[each].span) is last)
    before = [tree.tokens[each] for each in range(tokens[0], first)]
    while before and (is_role_noun(before[-1].form) or before[-1].upos == "ADJ"):
        before.pop()  # "an adviser to Mayor Ben Orr"
    inside = bool(before) and (before[-1].upos == "ADP" or before[-1].xpos == "POS")  # "at King’s College"
    return not inside


def _begins_well(found: Sequence[Token], role: str, *, whose: bool) -> bool:
    """True if a phrase begins with an article, an owner, or an office that a phrase with "of" makes one of a kind."""
    first = found[0]
    if role.endswith(" ".join(token.form for token in found)):
        return True
    owned = first.upos == "PROPN" and any(token.xpos == "POS" for token in found[1:4])
    plain = first.upos in ("NOUN", "ADJ") and first.form.islower()
    office = (plain or is_role_noun(first.form)) and any(each.form in _OF for each in found[1:])
    compound = first.upos == "PROPN" and any(is_role_noun(each.lemma) for each in found[1:])  # "Orra Mill director"
    return first.form.lower() in ("a", "an", "the") or owned or office or compound
