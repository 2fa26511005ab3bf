"""Nouns with "the": those that make clear which one is meant, or that every reader knows, and those that do not.

Based on strict readers' verdicts: they accepted "the sun", "the 1932 campaign", "the hotel industry" and "the
government of France", and refused "the company", "the new law" and "the first bridge". Next: `self_containment`, which
looks at all other words.
"""

from collections.abc import Iterator

from quizengine.language.discourse.identifying_modifiers import (
    BUILDINGS,
    says_which,
    shared_modifiers,
    tells_only_the_country,
)
from quizengine.language.discourse.known_in_sentence import is_of_a_named_country
from quizengine.language.names.titles import is_role_noun
from quizengine.language.syntax.tree import Tree, is_a
from quizengine.language.word_lists import phrase_set, word_set

_ONE_FOR_ALL = word_set(
    """
    world sun moon earth sky sea internet web media public press north south east west past future present weather
    environment economy climate middle ages bible pope queen king planet universe atmosphere countryside police
    workplace household humanities sciences arts poor rich elderly homeless unemployed mainland afterlife presidency
    median suburbs fringe
    """
)
"""Nouns of which there is one for every reader, so that "the" asks nothing."""
_SET_PHRASES = phrase_set(
    """
    behind the camera | behind the scenes | on the stage | on the radio | to the screen | on the screen | in the theatre
    | in the theater | on the market | in the streets | on the streets | to the streets | in the field | in the air
    | into the air | on the ground | to the ground | in the wild | in the womb | in the long run | in the home
    | in the dark | around the clock | across the board | for the most part | the status quo | on the internet
    | the death penalty | the general public | the human body | the human brain | the human eye | the light bulb
    | the stock market | the free market | the world stage | the labor force | the labour force | the job market
    | the opposite sex | the national anthem | on the road | on the rise | on the one hand | on the other hand
    | on the verge | on the brink | the vast majority | on the run | in the making | to the contrary | in the evening
    | in the evenings | in the morning | in the mornings | in the afternoon | during the day | during the night
    | in the end | in the background | to the polls | in the lead | from the start | led the way
    | paved the way | tell the truth | told the truth | over the years | over the centuries | over the phone
    | on the page | around the edges | on the farm | on the roads | the campaign trail | the popular vote
    | the presidential race | the industrial revolution | the industrial era | the food supply | into the mainstream
    | during the summer | during the winter | in the summer | in the winter | behind the throne | in the minors
    | in the majors | from the minors | from the majors | win the election | won the election | winning the election
    | the interquartile range | the scientific method
    | the electoral college | the greenhouse effect | the gold standard | the balance sheet | the periodic table
    """
)
"""Three words, or the last three of more, in which "the" asks nothing."""
_OF_A_SORT = {
    "system": word_set(
        """
        nervous immune digestive endocrine respiratory circulatory solar metric reproductive skeletal muscular
        cardiovascular lymphatic limbic
        """
    ),
    "government": word_set("federal central"),
    "court": word_set("federal"),
    "class": word_set("middle upper lower working ruling"),
    "sector": word_set("public private"),
    "level": word_set("local regional national federal international global administrative"),
}
"""Nouns with the words that make them one of a kind, with all others before those: "the autonomic nervous system"."""
_PARTIES = word_set("republican democrat")
_TRADES = word_set("industry trade business")
"""Nouns that any noun before them makes one of a kind: "the hotel industry"."""
_BODIES = word_set(
    """
    government company court board committee council university bank church agency department ministry party state
    house city county commission bureau bill act agreement treaty constitution movie game league club team school
    pac ngo lodge order society association foundation institute museum gallery library hospital airport abbey castle
    cathedral college academy festival fund trust
    """
)
"""Nouns that are no names for having a capital: "the Company", as contracts and officials write."""
_OF_ANY_TOWN = word_set(
    "royal national municipal public central grand great new old upper lower main city town state opera concert"
)
"""Words before these of which many towns have one: "the Royal Opera House"."""
_PARTS_OF_A_TIME = word_set(
    """
    beginning start middle half rest course close turn outset remainder bulk quarter month week hour game match
    """
)
"""Nouns before "of the year" or "of the day" that leave open of which one."""
_ALL_THERE_IS = word_set("land country nation")
"""Nouns that only strengthen a superlative: "the highest court in the land"."""
_REACH = 9
"""Tokens before a noun in which a superlative may be."""
_COUNTABLE_BEFORE = ("det", "nummod", "nmod:poss", "amod", "compound", "nmod")


def is_unresolved_noun(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if a token is a noun with "the" and neither its words nor those before it say which: "the company"."""
    token = tree.tokens[index]
    if token.upos not in ("NOUN", "PROPN"):
        return False
    article = next((child for child in tree.dependents(index, "det") if tree.tokens[child].form.lower() == "the"), None)
    if article is None or is_a(token.relation, "compound", "nmod:desc"):  # "the painter Ada Moss"
        return False
    if token.upos == "PROPN":
        bare = index == article + 1 and not _has_more(tree, index) and _is_common(token.lemma.lower())
        return bare or _stands_in_any_town(tree, index, article)
    if token.lemma.lower() in _ONE_FOR_ALL or token.form.lower() in _ONE_FOR_ALL or token.form[:1].isdigit():
        return False  # "the 1990s" is known
    if any(says_which(tree, index, child, shown) for child in (*tree.children[index], *shared_modifiers(tree, index))):
        return False
    return not (
        _is_named(tree, index, article)
        or _is_a_set_phrase(tree, index)
        or _is_one_of_a_kind(tree, index)
        or _is_told_before(tree, index, shown)
        or is_of_a_named_country(tree, index, shown)
        or _is_chosen_from_all(tree, index)
    )


def _has_more(tree: Tree, index: int) -> bool:
    """Return whether a noun has more than "the", a preposition and marks: "the Bank of Orra", "the League's"."""
    return any(
        each > index or not is_a(tree.tokens[each].relation, "det", "case", "punct") for each in tree.children[index]
    )


def _stands_in_any_town(tree: Tree, index: int, article: int) -> bool:
    """True if a name is one that many towns have for a building, with no word that tells where: "the City Gate"."""
    words = [tree.tokens[each].form.lower() for each in range(article + 1, index)]
    told = any(
        each > index and is_a(tree.tokens[each].relation, "nmod", "appos", "flat") for each in tree.children[index]
    )
    return tree.tokens[index].form.lower() in BUILDINGS and bool(words) and not set(words) - _OF_ANY_TOWN and not told


def _is_named(tree: Tree, index: int, article: int) -> bool:
    """True if a capital inside the sentence says that it is a name, or a word before it has one: "the English case"."""
    end = index if _is_common(tree.tokens[index].lemma.lower()) else index + 1
    words = [tree.tokens[each] for each in range(article + 1, end) if not tells_only_the_country(tree, index, each)]
    return any(word.form[:1].isupper() for word in words)


def _is_common(noun: str) -> bool:
    """Return whether a noun is not a name for having a capital: "the President"."""
    return (is_role_noun(noun) or noun in _BODIES) and noun not in _PARTIES


def _is_a_set_phrase(tree: Tree, index: int) -> bool:
    """Return whether a noun ends a phrase that everybody uses so: "player of the year", "behind the scenes".

    "By the end of the year" asks of which.
    """
    words = [token.form.lower() for token in tree.tokens[max(0, index - 2) : index + 1]]
    of = index >= 3 and words[:2] == ["of", "the"] and words[2] in ("year", "day", "month")
    part = tree.tokens[index - 3].lemma.lower() if of else ""
    ends = of and part not in _PARTS_OF_A_TIME and not (part == "end" and words[2] != "day")
    return ends or " ".join(words) in _SET_PHRASES


def _is_one_of_a_kind(tree: Tree, index: int) -> bool:
    """Return whether the words before a noun make it a sort of which there is one: "the nervous system"."""
    noun = tree.tokens[index]
    before = [tree.tokens[each] for each in tree.dependents(index, "amod", "compound") if each < index]
    if noun.lemma.lower() in _TRADES:
        return any(is_a(word.relation, "compound") for word in before)
    return bool({word.form.lower() for word in before} & _OF_A_SORT.get(noun.lemma.lower(), frozenset()))


def _is_told_before(tree: Tree, index: int, shown: set[int]) -> bool:
    """True if the same noun is before it with words of its own that leave nothing open: "a treaty … the treaty"."""
    noun = tree.tokens[index]
    return any(
        tree.tokens[each].lemma == noun.lemma
        and tree.tokens[each].xpos == noun.xpos
        and tree.tokens[each].upos == "NOUN"
        and tree.dependent(each, *_COUNTABLE_BEFORE) is not None
        and not is_unresolved_noun(tree, each, shown)
        for each in _before(index, shown)
    )


def _is_chosen_from_all(tree: Tree, index: int) -> bool:
    """Return whether "in the land" or the like only strengthens a superlative before it."""
    behind = [tree.tokens[each] for each in range(max(0, index - _REACH), index)]
    forms = [token.form.lower() for token in behind]
    superlative = any(token.xpos in ("JJS", "RBS") or token.form.lower().endswith("est") for token in behind)
    return tree.tokens[index].form.lower() in _ALL_THERE_IS and forms[-2:] == ["in", "the"] and superlative


def _before(index: int, shown: set[int]) -> Iterator[int]:
    return (each for each in sorted(shown) if each < index)
