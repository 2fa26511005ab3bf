"""Nouns with "the" or "this" that say enough in somebody's mouth: known, an idiom, or told by words around.

Next: `anaphora`, which asks here for the nouns of a quotation.
"""

from collections.abc import Sequence

from quizengine.language import Token, Tree, is_a, word_set

_EVERYBODY_KNOWS = word_set(
    """
    election vote candidate race poll ballot class border establishment electorate
    people public country nation government press media law economy voter taxpayer state police army military future
    past end start beginning time way fact truth rest internet market weather family poor rich young
    community hand ground left right administration anthem winter summer spring autumn
    """
)
"""Nouns that say enough with "the" in somebody's mouth."""
_CLASSES = word_set(
    """
    extremist criminal terrorist immigrant refugee worker consumer billionaire millionaire bank politician lobbyist
    republican democrat conservative liberal farmer teacher student doctor patient soldier veteran
    """
)
"""Nouns that mean a whole class in the plural: "the extremists"."""
_OF_IDIOMS = word_set(
    """
    phone stretch distance road tide park percent needle token moment table board line door clock box ladder wall
    bullet bill street grain roof sky floor game picture bottom top surface edge hook
    """
)
"""Nouns that mean little by themselves with "the": "pick up the phone", "in the home stretch"."""
_SINGLING_OUT = word_set("only sole main biggest key single top most least same very")
_OF_A_SORT = word_set(
    """
    federal national international public private military political economic social legal judicial civil human global
    american russian chinese british european african asian
    """
)
"""Adjectives that tell which, with "the", within one country: "the federal courts"."""
_BODIES = word_set("bureau agency company party team university school court department ministry council union firm")
"""Nouns that may stand for an organisation named before."""
_OF_THE_SPEAKER = word_set("country nation world planet century state city election")
"""Nouns with "this" that are the speaker's own."""
_SAYERS = word_set("i we you they he she")


def is_known_noun(tree: Tree, at: int, told: Sequence[Token]) -> bool:
    """True if a noun with "the" says enough after what was told: said there, known, or told by words around it."""
    word = tree.tokens[at]
    lemma = word.lemma.lower()
    telling = [each for each in tree.dependents(at, "compound", "amod", "nummod") if each < at]
    words = {tree.tokens[each].lemma.lower() for each in telling}
    most = any(tree.tokens[each].xpos in ("JJS", "RBS") for at in telling for each in (at, *tree.children[at]))
    compound = any(is_a(tree.tokens[each].relation, "compound") for each in telling)
    many = word.xpos in ("NNS", "NNPS") and (lemma in _CLASSES or compound)
    earlier = any(token.lemma == word.lemma for token in told)
    body = lemma in _BODIES and any(token.upos == "PROPN" for token in told)
    known = word.form[:1].isupper() or lemma in _EVERYBODY_KNOWS or lemma in _OF_IDIOMS
    by_words = most or compound or bool(words & (_OF_A_SORT | _SINGLING_OUT))
    return known or earlier or body or many or by_words or _is_told_behind(tree, at)


def is_the_speakers(tree: Tree, noun: int) -> bool:
    """True if a noun with "this" is the speaker's own ("this country"), or told by a clause ("this notion that …")."""
    if noun < 0:
        return False
    behind = [each for each in tree.dependents(noun, "acl", "ccomp") if each > noun]
    marks = [tree.tokens[mark].form.lower() for each in behind for mark in tree.dependents(each, "mark")]
    following = tree.tokens[noun + 1].form.lower() if noun + 1 < len(tree.tokens) else ""
    return tree.tokens[noun].lemma.lower() in _OF_THE_SPEAKER or ("that" in marks and following == "that")


def _is_told_behind(tree: Tree, at: int) -> bool:
    """True if a clause without "that" follows on a noun, or on two: "the promises we made", "the nerve to go"."""
    following = tree.tokens[at + 1 : at + 4]
    if len(following) > 1 and following[0].form.lower() == "to" and following[1].xpos == "VB":
        return True
    if following and following[0].upos == "CCONJ":
        following = following[2:]
    return bool(following) and following[0].form.lower() in _SAYERS
