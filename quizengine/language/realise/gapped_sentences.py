"""A sentence of the article with a gap in place of some words, for facts that no plain question asks about.

Nothing is moved, so that it does not matter how its clauses are related.
"""

import re
from collections.abc import Mapping, Sequence

from quizengine.language.discourse import Pointer, full_names, pointers
from quizengine.language.discourse.pronouns import PLURAL_PRONOUNS, PRONOUNS, THING_PRONOUNS
from quizengine.language.letter_case import capitalised
from quizengine.language.names import name_at
from quizengine.language.realise.events import with_the_event
from quizengine.language.realise.lead_ins import lead_in
from quizengine.language.realise.pruning import bracketed_tokens, opens_with_later
from quizengine.language.realise.surface_text import has_balanced_marks, surface_text
from quizengine.language.syntax import TENSED, Tree, is_a

GAP = "_____"
_SHORTEST, _LONGEST = 9, 34
"""Words of a sentence."""
_MOST_TOKENS = 120
"""A longer sentence is too long even without its brackets; skipping it bounds the work."""
_UNFIT = re.compile(
    r"[“”\"\[\]();:—–?!…]|''|``|--|\.\.\.|\d-\d|\b(?:Figure|Table|Fig\.) \d|\bchapter\b|\bin short\b"
    r"|\b(?:in fact|as well(?! as)|of course|after all)\b|, too\b"
    r"|\b(?:only|honorary|(?-i:may)|might|could|should|would have|perhaps|maybe|possibly|probably|apparently|allegedly"
    r"|supposedly|seemingly|presumably|I|we|our|my|me|us|you|your)\b",
    re.IGNORECASE,
)
"""Quotations, brackets, two sentences in one, what answers the sentence before, what is not certain or somebody's view,
and "only", which tells."""
_LINKS = frozenset({"also", "however", "therefore", "moreover", "furthermore", "meanwhile", "thus", "consequently"})
_BEING = frozenset({"know", "call", "name", "describe", "serve", "work", "remember", "act"})
"""Verbs of what somebody or something is or is taken for."""
_DATE = re.compile(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}, (?:1\d{3}|20\d{2})")
_ENDS_IN_A_DATE = re.compile(r", " + _DATE.pattern + r"\s*\.?\Z")


def gapped_sentence(tree: Tree, own: Sequence[int], answer: str) -> tuple[str, str] | None:
    """A sentence with a gap in place of the tokens `own`, after a sentence that tells what its pronouns mean, or "".

    None if it is no plain statement of 9 to 34 words, or does not stand alone. Full names stand where they come
    first; brackets and words such as "however" are left out. `answer` is what the sentence before must not give away.
    """
    if len(tree.tokens) > _MOST_TOKENS:
        return None
    gone = bracketed_tokens(tree) | _links(tree)
    everything = [each for each in range(len(tree.tokens)) if each not in gone]
    if not own or gone.intersection(own) or not _is_plain(tree, everything) or _adds_to_what_is_so(tree, own):
        return None
    replaced = full_names(tree, [each for each in everything if each not in own])
    told = None if _says_it_twice(tree, everything, replaced) else with_the_event(tree, everything, replaced)
    if told is None or (own[0] in told and told != replaced and own[0] not in replaced):
        return None
    replaced = told
    opened = any(not _is_explained(tree, one) for one in pointers(tree, everything, replaced))
    opened = opened or _is_told_by_the_answer(tree, everything, own)
    lead = lead_in(tree, everything, replaced, [answer]) if opened else ""
    if lead is None:
        return None
    shown = capitalised(surface_text(tree, everything, replaced | {own[0]: GAP} | dict.fromkeys(own[1:], "")))
    return (lead, shown) if has_balanced_marks(shown) and shown.endswith(".") else None


def _adds_to_what_is_so(tree: Tree, own: Sequence[int]) -> bool:
    """Return whether an "also" tells that what was named before fits the gap, too: "Lee was also known as a _____"."""
    for token in tree.tokens[: own[0]]:
        if token.form.lower() == "also" and token.head >= 0 and own[0] in tree.subtree(token.head):
            is_so = tree.dependent(token.head, "cop") is not None or tree.tokens[token.head].lemma in _BEING
            if is_so:
                return True
    return False


def _is_explained(tree: Tree, pointer: Pointer) -> bool:
    """Return whether what a pronoun stands for has been named before it in its sentence, as every reader takes it."""
    index = pointer.token
    form = tree.tokens[index].form.lower()
    before = [each for each in tree.tokens[:index] if each.upos in ("PROPN", "NOUN")]
    if form in PRONOUNS:
        named = [name for each in before if (name := name_at(each.span)) and name.kind == "person" and name.sure_kind]
        people = {name.full for name in named if name.pronoun in ("", PRONOUNS[form])}
        is_object = tree.tokens[index].relation in ("obj", "iobj")  # "Moss saw her" is no "Moss saw herself"
        return len(people) > is_object
    if form in THING_PRONOUNS:
        subject = next((at for at, each in enumerate(tree.tokens[:index]) if each.upos in ("PROPN", "NOUN")), -1)
        is_named = subject >= 0 and is_a(tree.tokens[subject].relation, "nsubj")
        return is_named and index not in tree.subtree(subject)  # not "the first attempt to save it"
    return form in PLURAL_PRONOUNS and any(each.xpos in ("NNS", "NNPS") for each in before)


def _is_told_by_the_answer(tree: Tree, tokens: Sequence[int], own: Sequence[int]) -> bool:
    """Return whether only what is asked for says which one is meant: "the agency, which Lee founded, survived"."""
    for pointer in pointers(tree, [each for each in tokens if each not in own]):
        clause = tree.dependent(pointer.token, "acl:relcl") if pointer.kind == "which" else None
        if clause is not None and set(own) & set(tree.subtree(clause)):
            return True
    return False


def _is_plain(tree: Tree, tokens: Sequence[int]) -> bool:
    whole = capitalised(surface_text(tree, tokens))
    fits = _SHORTEST <= len(whole.split()) <= _LONGEST and tree.sentence.span.text[:1].isupper()
    told = tree.tokens[0].xpos != "VB" and not whole.startswith("According to")
    told = told and any(_tells(tree, each) for each in tokens)
    return fits and told and whole.endswith(".") and not _UNFIT.search(whole) and not _is_caption(tree)


def _tells(tree: Tree, index: int) -> bool:
    """Return whether a word is the tensed verb of a predicate that is more than a "who" or "which" clause."""
    token = tree.tokens[index]
    verb = tree.tokens[token.head] if token.relation.startswith(("aux", "cop")) and token.head >= 0 else token
    return token.xpos in TENSED and verb.relation != "acl:relcl"


def _links(tree: Tree) -> set[int]:
    """The words that only join a sentence to the one before it, with the commas around them."""
    gone = {0} if tree.tokens[0].upos == "CCONJ" else set()
    opening = [token.form.lower() for token in tree.tokens[:3]]
    if opening[:2] == ["for", "example"]:
        gone |= {0, 1, 2} if opening[2:] == [","] else {0, 1}
    if opens_with_later(tree, range(3)):
        gone.add(0)
    for index, token in enumerate(tree.tokens):
        near = range(max(1, index - 1), min(index + 2, len(tree.tokens)))
        beside = [each for each in near if tree.tokens[each].form == ","]
        if token.form.lower() in _LINKS or (token.form.lower() == "then" and _only_orders(tree, index)):
            gone |= {index, *(beside if index == 0 or len(beside) > 1 else ())}
    return gone


def _only_orders(tree: Tree, index: int) -> bool:
    """True if a "then" only puts an act after another: "she then moved", not "since then" or "then president"."""
    before, behind = tree.tokens[max(index - 1, 0)], tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    return before.upos in ("NOUN", "PROPN", "PRON") and behind.xpos in ("VBD", "VBZ", "VBP")


def _is_caption(tree: Tree) -> bool:
    """Return whether a sentence tells what a dated picture shows, or is a headline, which has no article."""
    text = tree.sentence.span.text
    present = any(token.xpos == "VBZ" for token in tree.tokens)
    plain = any(token.upos in ("DET", "PRON") or token.xpos in ("VBD", "JJ") for token in tree.tokens)
    return not plain or _ENDS_IN_A_DATE.search(text) is not None or (present and _DATE.search(text) is not None)


def _says_it_twice(tree: Tree, tokens: Sequence[int], replaced: Mapping[int, str]) -> bool:
    """Return whether a name stands for a pronoun right beside the same name: "in Moss’s career, Moss painted"."""
    words = [word.removesuffix("’s") for word in replaced.values() if word]
    forms = [word.rpartition(" ")[2] for word in words]
    shown = surface_text(tree, tokens, replaced)
    return any(shown.count(form) > max(1, tree.sentence.span.text.count(form)) for form in forms)
