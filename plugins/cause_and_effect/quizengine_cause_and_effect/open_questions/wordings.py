"""Puts what a clause says in the order of a question: "why did Ada Moss sell the mill", "what led to the strike".

Next: `stems`.
"""

from dataclasses import replace

from quizengine.language import Clause, Realised, inverted, surface_text

_IRREGULAR = {
    "lead": "led", "give": "gave", "drive": "drove", "bring": "brought", "set": "set", "make": "made",
    "spur": "spurred", "compel": "compelled", "stir": "stirred", "curb": "curbed", "come": "came", "arise": "arose",
}  # fmt: skip
_HELPING = {"are": "is", "have": "has", "do": "does", "'re": "is", "'ve": "has", "’re": "is", "’ve": "has"}
_SHORT, _FEW = 5, 9
"""Tokens of an opening that may go to the end, and of what it then follows."""


def past_of(lemma: str) -> str:
    """The past tense of a verb of causing by its dictionary form."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return f"{lemma}d"
    return f"{lemma[:-1]}ied" if _ends_with_a_changing_y(lemma) else f"{lemma}ed"


def third_person(lemma: str) -> str:
    """The present tense of a verb after "what"."""
    if _ends_with_a_changing_y(lemma):
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"


def _ends_with_a_changing_y(lemma: str) -> bool:
    return lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou")


def why(said: Realised) -> str | None:
    """“Why did Lee found the school”; None, as below, where no form is certain."""
    return _asked("why", said)


def one_reason(which: str, said: Realised) -> str | None:
    """“What is one reason why Lee founded the school”, or `which` reason it is: "the main"."""
    if not said.subject:
        return None
    return after_opening(said, f"what is {which} reason why {said.words(said.subject)} {said.words(said.said)}")


def how(said: Realised) -> str | None:
    """“How did Lee win fame”."""
    return _asked("how", said)


def meant(said: Realised) -> str | None:
    """“What was the law meant to do”."""
    asking = inverted(said)
    return f"what {asking} to do" if asking and not said.opening else None


def used_for(said: Realised) -> str | None:
    """“What is the wax used for”."""
    asking = inverted(said)
    return after_opening(said, f"what {asking} for") if asking else None


def what_object(said: Realised) -> str | None:
    """“What did the storm lead to”, of a clause without what it led to."""
    asking = inverted(said)
    return after_opening(said, f"what {asking}") if asking else None


def what(said: Realised) -> str | None:
    """“What led to the strike”: the clause with "what" as its subject."""
    clause = said.clause
    first = clause.tree.tokens[clause.verb.first]
    if clause.tree.tokens[said.said[0]].upos not in ("VERB", "AUX", "ADV"):
        return None
    forms = dict(said.replaced)
    if first.xpos == "VBP":
        forms[clause.verb.first] = _HELPING.get(first.form.lower(), third_person(first.lemma))
    elif first.form.lower() == "were":
        forms[clause.verb.first] = "was"
    elif first.xpos not in ("VBD", "VBZ", "MD"):
        return None
    return after_opening(said, f"what {surface_text(clause.tree, said.said, forms)}")


def active(said: Realised) -> str | None:
    """“What caused the delay”, of a passive clause without what caused it."""
    clause = said.clause
    verb, tokens = clause.verb, clause.tree.tokens
    tense = {"past": past_of, "present": third_person}.get(verb.tense)
    if tense is None or len(verb.tokens) != _OF_A_PASSIVE or verb.perfect or verb.progressive:
        asking = inverted(said)
        return f"what {asking} by" if asking and not said.opening else None
    rest = [each for each in said.said if each not in verb.tokens]
    return after_opening(said, f"what {tense(tokens[clause.head].lemma)} {said.words(said.subject)} {said.words(rest)}")


_OF_A_PASSIVE = 2
"""Tokens of "was caused"."""


def what_due(clause: Clause, said: Realised) -> str:
    """“What was the reason for the delay”."""
    be = "was" if clause.verb.tense == "past" else "is"
    return after_opening(said, f"what {be} the reason for {said.words(said.subject)}")


def what_resulted(clause: Clause, said: Realised) -> str:
    """“What did the peace result from”."""
    be = clause.tree.tokens[clause.verb.first].form.lower()
    do = {"is": "does", "are": "do"}.get(be, "did")
    return after_opening(said, f"what {do} {said.words(said.subject)} result from")


def after_opening(said: Realised, words: str) -> str:
    """Words with what opens the sentence before them."""
    opening = said.words(said.opening).rstrip(" ,")
    return f"{opening}, {words}" if opening else words


def _asked(word: str, said: Realised) -> str | None:
    tokens = said.clause.tree.tokens
    said = replace(said, said=tuple(each for each in said.said if tokens[each].form.lower() not in _SUCCEEDING))
    asking = inverted(said)
    if asking is None or not said.subject:
        return None
    if said.opening and _goes_behind(said):
        return f"{word} {asking} {said.words(said.opening).rstrip(' ,')}"
    return after_opening(said, f"{word} {asking}")


_SUCCEEDING = frozenset({"successfully", "unsuccessfully"})
"""Adverbs that tell what came of a deed, which fit no question for its reason."""


def _goes_behind(said: Realised) -> bool:
    """Return whether an opening such as "In 1914" reads better at the end: nothing there can take it for its own."""
    tokens = said.clause.tree.tokens
    short = len(said.opening) <= _SHORT and tokens[said.opening[0]].form in ("In", "On", "During")
    verbs = [each for each in said.said if tokens[each].upos == "VERB" and each != said.clause.head]
    dated = any(tokens[each].form.isdigit() for each in said.opening)
    plain = not any(tokens[each].upos == "PUNCT" or tokens[each].form.isdigit() for each in said.said)
    return short and dated and plain and not verbs and len(said.said) <= _FEW
