"""Finds the end of a reason in its sentence, where a parser cut it short or hung its last words elsewhere.

Next: `stems`.
"""

from quizengine.language import FINITE_TAGS, THIRD_PERSON, Certainty, Tree, bracketed_tokens, is_a
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.token_spans import Tokens


def whole_reason(tree: Tree, cause: Tokens) -> Tokens:
    """A reason up to the next mark, without what is in brackets; raises CannotBe if its end is not certain."""
    aside = bracketed_tokens(tree)
    own = tree.trimmed(each for each in cause if each not in aside)
    if not own or any(each not in own and each not in aside for each in range(own[0], own[-1] + 1)):
        raise CannotBe("the reason is parted")
    at = own[-1] + 1
    found = list(own)
    while at < len(tree.tokens) and (at in aside or not _ends(tree, found, at)):
        if at not in aside:
            found.append(at)
        at += 1
    if _goes_on_with_a_pronoun(tree, found):
        raise CannotBe("where the reason ends is not certain")
    if _lacks_its_noun(tree, found) or _stops_in_a_list(tree, found) or _goes_on_about_others(tree, found):
        raise CannotBe("where the reason ends is not certain")
    return tree.trimmed(found)


def _is_listed(tree: Tree, verb: int) -> bool:
    """Return whether a verb without a tense continues a list of such: "to cut rents, build homes and plant trees"."""
    token = tree.tokens[verb]
    first = tree.tokens[token.head]
    return token.xpos == first.xpos and token.xpos in ("VB", "VBG") and tree.dependent(verb, "nsubj") is None


def _lacks_its_noun(tree: Tree, reason: list[int]) -> bool:
    """Return whether a reason ends before the noun of its last adjective: "for their fresh, sweet bread"."""
    last = tree.tokens[reason[-1]]
    return last.upos == "ADJ" and is_a(last.relation, "amod") and last.head > reason[-1]


def _stops_in_a_list(tree: Tree, reason: list[int]) -> bool:
    """Return whether a reason ends at the comma behind its first example: "by odd jobs, like baking, …"."""
    behind = tree.tokens[reason[-1] + 1] if reason[-1] + 1 < len(tree.tokens) else None
    near = {tree.tokens[each].form.lower() for each in reason[-_NEAR:]}
    return behind is not None and behind.form == "," and bool(near & {"like", "including", "such"})


_NEAR = 4


def _goes_on_with_a_pronoun(tree: Tree, reason: list[int]) -> bool:
    """Return whether an "and they fear …" behind the clause of a reason may be the other half of it."""
    behind = [token.form.lower() for token in tree.tokens[reason[-1] + 1 : reason[-1] + 4] if token.form != ","]
    a_clause = any(is_a(tree.tokens[each].relation, "nsubj") for each in reason)
    return a_clause and behind[:1] == ["and"] and any(form in THIRD_PERSON for form in behind[1:2])


def _goes_on_about_others(tree: Tree, reason: list[int]) -> bool:
    """Return whether several are named beside the one thing that somebody is: "because he was a mason, the millers"."""
    tokens = tree.tokens
    joined = (each for each in reason if is_a(tokens[each].relation, "conj") and tokens[each].xpos == "NNS")
    heads = (tokens[each].head for each in joined)
    return any(tokens[each].xpos == "NN" and tree.dependent(each, "cop") is not None for each in heads)


def _ends(tree: Tree, reason: list[int], index: int) -> bool:
    """Return whether a token is behind a reason; raises CannotBe if that is not certain."""
    token = tree.tokens[index]
    if _is_followed_by_another_aim(tree, reason, index):
        return False
    if token.upos == "PUNCT":
        joined = token.form in ("-", "’", "'", "/", '"', "“", "”", "''", "``")
        return not joined and not _goes_on_behind_a_comma(tree, reason, index)
    inside = any(each in reason for each in tree.ancestors(index))
    if token.upos == "CCONJ" and token.head > index:
        another = tree.tokens[token.head]
        if another.head not in reason or _is_another_deed(tree, token.head):
            return True
        if tree.dependent(token.head, "nsubj") is not None or another.certainty < Certainty.EVEN_ODDS:
            raise CannotBe("where the reason ends is not certain")
        return False
    if not inside and not _is_a_phrase(tree, index):
        raise CannotBe("where the reason ends is not certain")
    return False


def _is_followed_by_another_aim(tree: Tree, reason: list[int], index: int) -> bool:
    """Return whether an aim goes on behind a comma or an "and": "to pay the bakers, feed the poor and build a school".

    Raises CannotBe if that may be another deed as well: "They sell wool to pay the bakers and feed the poor".
    """
    forms = [tree.tokens[each].form.lower() for each in range(index, min(index + 2, len(tree.tokens)))]
    if tree.tokens[reason[0]].xpos != "TO" or not (forms[0] == "," or forms[0] in ("and", "or")):
        return False
    at = index + 1 + (forms[0] == "," and forms[1:] in (["and"], ["or"]))
    if at >= len(tree.tokens) or tree.tokens[at].xpos not in ("VB", "VBP") or tree.dependent(at, "nsubj") is not None:
        return False
    told = [token.xpos for token in tree.tokens[: reason[0]] if token.xpos in FINITE_TAGS]
    if told[-1:] not in (["VBD"], ["VBZ"]):
        raise CannotBe("where the reason ends is not certain")
    return True


def _is_another_deed(tree: Tree, verb: int) -> bool:
    """Return whether a verb with a tense is joined to one without: "came to speak and declared" tells no second aim."""
    token = tree.tokens[verb]
    return token.xpos in FINITE_TAGS and tree.tokens[token.head].xpos in ("VB", "VBG")


def _is_a_phrase(tree: Tree, first: int) -> bool:
    """Return whether a phrase that may belong to a reason as well as to its effect goes on to the next mark."""
    if tree.tokens[first].form.lower() not in _OF_EITHER and tree.tokens[first - 1].upos in ("NOUN", "PROPN", "VERB"):
        return False
    for token in tree.tokens[first:]:
        if token.upos == "PUNCT":
            break
        if token.xpos in FINITE_TAGS or token.upos in ("SCONJ", "CCONJ"):
            return False
    return True


_OF_EITHER = frozenset({"of", "in", "at", "from", "like", "on", "between", "among", "for"})
"""Prepositions of phrases that hold for a reason and its effect: "closed because of floods in May"."""


def _goes_on_behind_a_comma(tree: Tree, reason: list[int], comma: int) -> bool:
    """Return whether a comma is inside a list or a number; raises CannotBe if a reason goes on in another way."""
    if tree.tokens[comma].form != "," or comma + 1 >= len(tree.tokens):
        return False
    rest = range(comma + 1, len(tree.tokens))
    joined = [each for each in rest if is_a(tree.tokens[each].relation, "conj") and tree.tokens[each].head in reason]
    if not joined:
        return tree.tokens[comma].span.end == tree.tokens[comma + 1].span.start
    if all(tree.tokens[each].upos in ("NOUN", "PROPN", "ADJ") or _is_listed(tree, each) for each in joined):
        return True
    raise CannotBe("where the reason ends is not certain")
