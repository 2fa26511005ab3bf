"""Meanings that are no phrase: a whole statement, or one that breaks off or whose verbs do not agree.

Next: `told_once`.
"""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from quizengine.language import TENSED, WH_WORDS, Tree, word_set
from quizengine_key_terms.endings import ends_a_list_of_aims
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.noun_phrases import OPENING_QUOTES

_GOING_ON = word_set("which who whose whom that where including especially but as — – -")
"""Words right behind a meaning that add a part of it."""
_CREDITS = word_set(
    """
    directed co-directed written co-written produced co-produced starring published released recorded composed performed
    created edited shot filmed developed distributed narrated illustrated
    """
)
_TELLING = word_set("about that based set following telling")
_SEEMING = word_set("appear look seem feel sound taste smell become remain stay")
"""Verbs that go with an adjective, and not with a noun that stands behind it: "sands that look dark, bad carriers"."""
_NOUNS_BEHIND = frozenset({"of", "from", "into", "between", "among", "with", "without", "through"})
"""Prepositions that no finite verb follows."""
_LINKING = word_set("as such thus therefore hence so then consequently accordingly , also")


def is_a_statement(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """True if a tensed verb in it is no part of a clause about one of its nouns: "the parliament gave its approval"."""
    tree = candidate.tree
    inside = set(tokens)
    for index in tokens:
        if tree.tokens[index].xpos not in TENSED or is_quoted(tree, tokens) or _is_a_noun_after_all(tree, index):
            continue
        at = tokens.index(index)
        if at > 1 and ends_a_list_of_aims(tree, tokens, at - 2):
            continue
        above = index
        while above in inside and not tree.tokens[above].relation.startswith(("acl", "advcl", "ccomp", "csubj")):
            above = tree.tokens[above].head
        if above not in inside and not any(
            tree.tokens[each].xpos in WH_WORDS or tree.tokens[each].form == "that" for each in tokens if each < index
        ):
            return True
    return False


def _is_a_noun_after_all(tree: Tree, index: int) -> bool:
    """Return whether a preposition is right before what is taken for a verb: "the loss of water from leaves"."""
    before = tree.tokens[index - 1] if index else tree.tokens[index]
    return before.upos == "ADP" and before.form in _NOUNS_BEHIND and tree.tokens[index].xpos == "VBZ"


def is_cut_off(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether it ends in an "and", with nothing but links behind: what is called so is said of a second verb."""
    forms = [candidate.tree.tokens[each].form.lower() for each in tokens]
    while forms and forms[-1] in _LINKING:
        forms.pop()
    return bool(forms) and forms[-1] in ("and", "or", "but")


def disagrees(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether verbs of one list differ: "sheets that cover the walls, lines the roof, and forms bags".

    A verb that does not go with its "whose" is one, too.
    """
    tree = candidate.tree
    if any(breaks_off_behind(tree, each) for each in tokens):
        return True
    at = next((at for at, each in enumerate(tokens) if tree.tokens[each].xpos in ("VBP", "VBZ")), len(tokens))
    pairs = [(tree.tokens[one], tree.tokens[behind]) for one, behind in pairwise(tokens[at:])]
    verbs = [behind.xpos for before, behind in pairs if before.form == "," or before.upos == "CCONJ"]
    first = tree.tokens[tokens[at]].xpos if at < len(tokens) else ""
    return any(tag in ("VBP", "VBZ") and tag != first for tag in verbs)


def breaks_off_behind(tree: Tree, index: int) -> bool:
    """Return whether a word is a "whose" without a verb that agrees: "a star whose brightness increase at odd times".

    The tagger takes such a verb for a noun, so that none is left, or for a plural behind a noun in the singular.
    """
    if tree.tokens[index].form.lower() != "whose":
        return False
    verb = next((each for each in range(index, len(tree.tokens)) if tree.tokens[each].xpos in TENSED | {"MD"}), 0)
    before = [token.xpos for token in tree.tokens[index:verb]]
    singular = "NN" in before and not {"NNS", "NNPS", "CC"}.intersection(before)
    return not verb or (singular and tree.tokens[verb].xpos == "VBP")


def sets_a_noun_beside_adjectives(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether a noun without an "and" goes on what something seems: "sands that look dark, bad carriers".

    Only words for what it seems are between that verb and the noun.
    """
    words = [candidate.tree.tokens[each] for each in tokens]
    for at, word in enumerate(words):
        if word.upos == "VERB" and word.lemma.lower() in _SEEMING:
            row = list(takewhile(lambda one: one.upos in ("ADJ", "ADV") or one.form == ",", words[at + 1 :]))
            noun = words[at + 1 + len(row)].upos if at + 1 + len(row) < len(words) else ""
            if noun == "NOUN" and any(one.form == "," for one in row):
                return True
    return False


def is_quoted(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a meaning is a quotation: "efferent means “moving away from”"."""
    return tree.tokens[tokens[0]].form in OPENING_QUOTES and tree.span(tokens).text[-1:] in ("”", '"', "’")


def is_a_list_of_credits(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """Return whether all behind a noun is who made it: "a film directed by A, written by B and shot by C"."""
    behind = [tree.tokens[each] for each in tokens if each > head]
    made = [each.form.lower() for each in behind if each.xpos in ("VBN", "VBD", "VBG")]
    tells = any(each.xpos in WH_WORDS or each.form.lower() in _TELLING for each in behind)
    return bool(made) and _CREDITS.issuperset(made) and not tells


def leaves_a_part_out(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a part of a meaning is left out behind it: "beliefs, hopes, and wishes that a people has".

    Another clause with a subject of its own is none: "…, and weirs are low dams".
    """
    behind = list(range(max(tokens) + 1, len(tree.tokens)))
    if behind and tree.tokens[behind[0]].form == ",":
        behind.pop(0)
    if not behind or (tree.tokens[behind[0]].upos == "PUNCT" and tree.tokens[behind[0]].form not in _GOING_ON):
        return False
    first = tree.tokens[behind[0]]
    if first.upos == "CCONJ":
        return first.form.lower() == "but" or not any(_has_a_subject_among(tree, each, behind) for each in behind)
    return first.form.lower() in _GOING_ON or first.xpos == "VBG"


def goes_on_behind_an_insertion(tree: Tree, lost: Sequence[int]) -> bool:
    """Return whether a meaning goes on behind examples: "the habit of sharing, such as tools, among those who …".

    `lost` are its tokens from the comma before the examples on.
    """
    forms = [tree.tokens[each].form.lower() for each in lost]
    if forms[:1] != [","] or forms[1:2] not in (["including"], ["such"], ["like"], ["especially"], ["particularly"]):
        return False
    behind = [tree.tokens[each] for at, each in enumerate(lost) if at > 1 and forms[at - 1] == ","]
    return any(token.upos == "ADP" or token.xpos in WH_WORDS | {"TO"} or token.form == "that" for token in behind)


def _has_a_subject_among(tree: Tree, verb: int, tokens: Sequence[int]) -> bool:
    """Return whether a token joins a clause whose subject is among others: "is" of "and weirs are low dams"."""
    joins = tree.tokens[verb].relation in ("conj", "parataxis")
    return joins and any(each in tokens for each in tree.dependents(verb, "nsubj", "nsubj:pass"))
