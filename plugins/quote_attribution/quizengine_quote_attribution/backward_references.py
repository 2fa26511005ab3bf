"""Words of a quotation that nobody understands without what was said before: "that strategy", "This is our effort".

Much may stay open in a quotation that says much (see `substance`). Strict readers refused what these rules find: a
"that" with the name of a thought, a "this" with a thing that the article hardly speaks of, and a sentence about a
"this", a "they" or an "it".
"""

import re
from collections.abc import Sequence

from quizengine import Span
from quizengine.language import Tree, is_a, tree_at, word_set
from quizengine_quote_attribution.anaphora import unresolved_places
from quizengine_quote_attribution.pronouns_in_quotations import is_about
from quizengine_quote_attribution.substance import comes_back_often

_FAR = word_set("that those")
_NEAR = word_set("this these")
_LEADING = word_set("they it")
_WHICH = word_set("who which")
_OF_TWO = word_set("both neither either each")
_LATER_ONES = word_set("second third fourth other next")
_NOMINAL = frozenset({"NOUN", "PROPN"})
_NEXT = 2
"""Tokens from a verb to the infinitive right behind it: "want to go"."""
_OF_A_GERUND = frozenset({"VBG", "NN", "JJ"})
"""Tags of a gerund at the head of a sentence: the tagger may take it for a noun or an adjective."""
_THOUGHTS = word_set(
    """
    regard respect sense strategy plan policy proposal idea notion approach move claim statement argument issue
    question decision choice step measure view opinion message reason point problem situation matter fact kind sort
    effort attempt path way
    """
)
"""Nouns for what somebody has said or done, which "that" takes up."""
_OF_THE_SPEAKER = word_set(
    "election campaign country nation government administration year season week month day time thing"
)
"""Nouns with "this" that the time and place of the speaker tell."""

_ELLIPTICAL = re.compile(
    r"(?:there|it|they|he|she|we|you|i) (?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should)"
    r"(?: not|n[’']t)?, (?!like\b|say|said|I\b|you\b|of course|in fact)"
    r"|the same (?:is|was|goes|went|holds|held) (?:true|for|with|of)\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r", (?:either|too|as well)[^\w]*\Z")
"""The end of a sentence that adds to one before it."""


def has_backward_reference(spans: Sequence[Span]) -> bool:
    """Return whether some neighbouring sentences of a quotation hold a word that needs what was said before them."""
    found = list(unresolved_places(spans))
    if _does_the_untold(spans, found) or _acts_on_the_untold(found) or _tells_neither_who_nor_what(found):
        return True
    if _comes_again(spans, [tree.tokens[at].form.lower() for tree, at in found]):
        return True
    rules = (
        _takes_up_a_thing,
        _is_what_it_is_about,
        _tells_which_subject,
        _is_what_a_gerund_acts_on,
        _is_what_something_is_for,
    )
    return any(holds(tree, at, spans[0]) for tree, at in found for holds in rules)


def _acts_on_the_untold(found: Sequence[tuple[Tree, int]]) -> bool:
    """True if something is done to an open "them" or "it" in a sentence without a noun: "I put them back again"."""
    return any(
        tree.tokens[at].upos == "PRON" and _is_what_it_acts_on(tree, at) and not _names_a_thing(tree)
        for tree, at in found
    )


def _is_what_it_acts_on(tree: Tree, at: int) -> bool:
    token = tree.tokens[at]
    return is_a(token.relation, "obj") and token.head >= 0 and is_a(tree.tokens[token.head].relation, "root")


def _tells_neither_who_nor_what(found: Sequence[tuple[Tree, int]]) -> bool:
    """True if an open "they" or "it" does something to another one: "If they put it in the square, …"."""

    def verbs(relation: str) -> set[tuple[int, int]]:
        pronouns = [(tree, tree.tokens[at]) for tree, at in found if tree.tokens[at].upos == "PRON"]
        return {(tree.sentence.span.start, one.head) for tree, one in pronouns if is_a(one.relation, relation)}

    return bool(verbs("nsubj") & verbs("obj"))


def _names_a_thing(tree: Tree) -> bool:
    return any(token.upos in _NOMINAL for token in tree.tokens)


def points_with_a_pronoun(spans: Sequence[Span], words: Sequence[str]) -> bool:
    """Return whether one of some open words is an "it", a "they" or a "this", and not only a noun: "the harbour"."""
    return any(
        tree.tokens[at].form.lower() in words and tree.tokens[at].upos in ("PRON", "DET")
        for tree, at in unresolved_places(spans)
    )


def answers_what_was_said(words: str) -> bool:
    """Return whether some words take up what is told before them: "There is, at noon", "The same is true"."""
    return _ELLIPTICAL.match(words.lstrip("“‘\"'")) is not None or _ALSO.search(words) is not None


def _does_the_untold(spans: Sequence[Span], found: Sequence[tuple[Tree, int]]) -> bool:
    """True if a "them" stays open beside an open "that" which somebody does: "I heard them. We’ve not done that"."""
    pronouns = [tree.tokens[at] for tree, at in found if tree.tokens[at].upos in ("PRON", "DET")]
    forms = {token.form.lower() for token in pronouns}
    done = any(
        tree.tokens[at].head >= 0
        and tree.tokens[tree.tokens[at].head].lemma.lower() == "do"
        and tree.tokens[at].form.lower() in _FAR | _NEAR
        for tree, at in found
    )
    return done and len(forms) > 1


def goes_on_counting(sentence: Span) -> bool:
    """Return whether what a sentence is about comes after one that is not told, or is a "both" of what is not told.

    "My second thought was …", "Both have sold well".
    """
    tree = tree_at(sentence)
    subject = _first_subject(tree, sentence) if tree else None
    if tree is None or subject is None:
        return False
    if tree.tokens[subject].form.lower() in _OF_TWO and not tree.children[subject]:
        return not _names_two(tree, sentence, subject)
    words = {tree.tokens[each].form.lower() for each in tree.dependents(subject, "amod", "nummod")}
    return bool(words & _LATER_ONES) and tree.dependent(subject, "nmod:poss") is not None


def _names_two(tree: Tree, sentence: Span, before: int) -> bool:
    """Return whether a sentence has two nouns before a word, or one in the plural: "Of the boats, both have sunk"."""
    told = [tree.tokens[each] for each in tree.tokens_in(sentence) if each < before]
    nouns = [token for token in told if token.upos in _NOMINAL]
    return len(nouns) > 1 or any(token.xpos in ("NNS", "NNPS") for token in nouns)


def breaks_off(sentences: Sequence[Span]) -> bool:
    """Return whether some words leave out what they count, what they act on or what they lead to.

    "If there are 41 that are worse, …" (41 what?), "What surprised us wasn't that it rained" (but what?), "I am not
    denying that in any way" (what?).
    """
    found = [(tree, tree.tokens_in(span)) for span in sentences if (tree := tree_at(span)) is not None]
    if not found:
        return False
    return (
        _counts_the_untold(*found[0])
        or _denies_first(*found[-1])
        or _acts_on_that(*found[0])
        or _speaks_only_of_a_thought(found)
    )


def _speaks_only_of_a_thought(found: Sequence[tuple[Tree, Sequence[int]]]) -> bool:
    """True if words name nothing but a "that point": "I may be misunderstood. I am not making that point"."""
    nouns = [(tree, each) for tree, tokens in found for each in tokens if tree.tokens[each].upos in _NOMINAL]
    return bool(nouns) and all(
        tree.tokens[each].lemma.lower() in _THOUGHTS
        and any(tree.tokens[one].form.lower() in _FAR | _NEAR for one in tree.dependents(each, "det"))
        for tree, each in nouns
    )


def _acts_on_that(tree: Tree, tokens: Sequence[int]) -> bool:
    """True if a sentence is about what is done to a bare "that", whatever the tagger takes it for."""
    return any(
        tree.tokens[each].form.lower() in ("that", "this")
        and tree.tokens[each].head == each - 1
        and not tree.children[each]
        and _is_what_it_acts_on(tree, each)
        for each in tokens
    )


def _counts_the_untold(tree: Tree, tokens: Sequence[int]) -> bool:
    """True if a number stands for things that are not named, with a clause that tells of them: "41 that are worse"."""
    return any(
        tree.tokens[each].upos == "NUM"
        and tree.tokens[min(each + 1, len(tree.tokens) - 1)].form.lower() in _FAR | _WHICH
        and tree.tokens[each].form.isdecimal()
        for each in tokens
    )


def _denies_first(tree: Tree, tokens: Sequence[int]) -> bool:
    """True if a sentence says only what something was not: "What we saw wasn't that …", "The point is not that …"."""
    forms = [tree.tokens[each].form.lower().replace("’", "'") for each in tokens]
    denied = next((at for at, form in enumerate(forms) if form in ("n't", "not")), len(forms))
    that = forms[denied + 1 : denied + 2] == ["that"]
    return that and denied > 0 and forms[denied - 1] in ("is", "was") and "but" not in forms[denied:]


def _first_subject(tree: Tree, sentence: Span) -> int | None:
    return next((each for each in tree.tokens_in(sentence) if is_a(tree.tokens[each].relation, "nsubj")), None)


def _tells_which_subject(tree: Tree, at: int, sentence: Span) -> bool:
    """Return whether what a sentence is about is told only by an open "it" or "this": "Those who built it did well"."""
    subject = _first_subject(tree, sentence)
    inside = subject is not None and subject != at and at in tree.subtree(subject)
    return inside and tree.tokens[at].upos == "PRON" and tree.tokens[at].form.lower() in _LEADING | _NEAR | _FAR


def _is_what_a_gerund_acts_on(tree: Tree, at: int, sentence: Span) -> bool:
    """Return whether a sentence is about what is done to "these" things: "Reaching these new targets takes years"."""
    det = tree.tokens[at]
    before = [token for token in tree.tokens[:at] if token.upos != "PUNCT"]
    led = len(before) == 1 and before[0].form.endswith("ing") and before[0].xpos in _OF_A_GERUND
    untold = det.form.lower() in _FAR | _NEAR and det.upos == "DET" and det.head > at
    return led and untold and not comes_back_often(tree.tokens[det.head].span)


def _is_what_something_is_for(tree: Tree, at: int, sentence: Span) -> bool:
    """Return whether a bare "this" or "that" is the aim of what is said: "We need more boats to achieve this"."""
    token = tree.tokens[at]
    verb = tree.tokens[token.head] if token.head >= 0 else token
    apart = (
        is_a(verb.relation, "advcl", "acl", "xcomp") and 0 <= verb.head < token.head - _NEXT
    )  # not "want to do this"
    aimed = apart and verb.xpos == "VB" and tree.tokens[token.head - 1].xpos == "TO"
    return aimed and token.form.lower() in _FAR | _NEAR and token.upos == "PRON" and is_a(token.relation, "obj")


def _comes_again(spans: Sequence[Span], found: Sequence[str]) -> bool:
    """True if an open "it" comes twice, so that the words are about it: "Those who built it put no salt on it"."""
    every = [
        tree.tokens[at].form.lower()
        for span in spans
        if (tree := tree_at(span)) is not None
        for at in tree.tokens_in(span)
        if not is_a(tree.tokens[at].relation, "expl")
    ]
    return "it" in found and every.count("it") > 1


def _takes_up_a_thing(tree: Tree, at: int, sentence: Span) -> bool:
    """Return whether "that" or "this" is before a noun that the article does not tell of all the time."""
    form, head = tree.tokens[at].form.lower(), tree.tokens[at].head
    if form not in _FAR | _NEAR or tree.tokens[at].upos != "DET" or head <= at:
        return False
    noun = tree.tokens[head]
    lemma = noun.lemma.lower()
    if tree.dependent(head, "amod", "compound", "acl:relcl", "nmod") is not None or lemma in _OF_THE_SPEAKER:
        return False
    return lemma in _THOUGHTS if form in _FAR else not comes_back_often(noun.span)


def _is_what_it_is_about(tree: Tree, at: int, sentence: Span) -> bool:
    """Return whether a word is the subject of a whole sentence, and what is said of it tells nobody what it is."""
    token = tree.tokens[at]
    form, verb = token.form.lower(), token.head
    if token.upos != "PRON" or form not in _LEADING | _NEAR | _FAR or not is_a(token.relation, "nsubj"):
        return False
    inside = tree.tokens_in(sentence)
    opens = at in inside and not any(tree.tokens[each].upos in _NOMINAL for each in inside if each < at)
    said = tree.tokens[verb]
    if not opens or not is_about(sentence, form) or is_a(said.relation, "advcl"):
        return False
    if form == "it" and _compares(tree, at):
        return False
    if form in _LEADING or said.upos == "VERB":
        return form != "it" or not _is_so(tree, verb)
    names = any(tree.tokens[each].upos == "PROPN" or tree.tokens[each].xpos == "WP" for each in inside)
    told = names or said.lemma.lower() in _OF_THE_SPEAKER
    return not told and tree.dependent(verb, "acl:relcl") is None


def _compares(tree: Tree, at: int) -> bool:
    """Return whether an "it" only begins a comparison with what happens elsewhere: "It’s like when a boat sinks"."""
    forms = [token.form.lower() for token in tree.tokens[at + 1 : at + 4]]
    return len(forms) == 3 and forms[0].endswith("s") and forms[1] == "like" and forms[2] in ("if", "when")


def _is_so(tree: Tree, verb: int) -> bool:
    """Return whether what is said of an "it" only tells how things are: "it is sad", "it is jarring"."""
    quality = tree.tokens[verb].upos == "ADJ" or tree.tokens[verb].xpos == "VBG"
    return quality and tree.dependent(verb, "obj", "obl") is None
