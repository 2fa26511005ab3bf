"""Finds the end of a meaning, and decides whether the rest still distinguishes a thing from others of its kind.

Next: `essence`.
"""

from collections.abc import Sequence

from quizengine.language import FINITE_TAGS, TENSED, WH_WORDS, Token, Tree, word_set
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.noun_phrases import is_deed

MEASURES = word_set(
    """
    process act action practice study practices values beliefs customs extent degree rate number ratio value amount
    incidence ability tendency belief idea spread separation integration development exchange replacement transfer
    movement use set loss science percentage proportion probability distribution capacity measure theory law right art
    force energy branch relationship cost price transformation conversion way sum total collection combination mixture
    grouping sequence shortage excess absence presence return removal alloy bundle cluster strip flap cord boundary
    inability
    """
)
"""Nouns that define with an "of" alone: "the incidence of disease"."""
_CHANGES = word_set("rise fall increase decrease decline drop change growth reduction")
_RELATIONS = {
    "about": word_set("belief idea assumption expectation feeling attitude theory generalization generalisation fear"),
    "toward": word_set("attitude feeling hostility behavior behaviour emotion tendency action"),
    "towards": word_set("attitude feeling hostility behavior behaviour emotion tendency action"),
    "against": word_set("prejudice discrimination crime attitude action violence protection defence defense"),
    "among": word_set("competition rivalry cooperation conflict exchange relationship agreement"),
    "between": word_set("conflict competition difference exchange agreement relationship struggle tension contrast"),
}
"""Nouns that say what a thing is with a preposition behind them: "generalized beliefs about the members of a group"."""
_FEWEST_RELATED = 3
"""Tokens behind such a preposition that are enough to tell one relation from others."""
_CUTS = word_set(
    """
    while whereas although though such including like especially particularly typically usually often sometimes rather
    not e.g. i.e. as because if since those
    """
)
_JOINS = word_set("and but or so yet nor")
_UNFINISHED = frozenset({"IN", "TO", "CC", "WDT", "WRB", "PRP$"})
_RELATIVES = word_set("which who where when whose whereby")
_BREAKS = frozenset({"—", "–", "--", ";", ":"})
_DASHES = frozenset({"—", "–", "--"})
_PAIR = 2
_SHORT_CLAUSE = 4
"""Tokens of a relative clause that may have lost its verb; in longer ones the verb is often taken for a noun."""


def without_brackets(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """The tokens that are in no brackets, and in no aside between two dashes."""
    dashes = [each for each in tokens if tree.tokens[each].form in _DASHES]
    if len(dashes) == _PAIR and dashes[1] < tokens[-1]:
        tokens = [each for each in tokens if not dashes[0] <= each <= dashes[1]]
    kept, depth = [], 0
    for index in tokens:
        form = tree.tokens[index].form
        depth += form in ("(", "[")
        if not depth:
            kept.append(index)
        depth -= form in (")", "]")
    return kept


def cut(candidate: Candidate, tokens: list[int]) -> list[int]:
    """The tokens without what only adds to a definition after a comma or a dash, such as examples and contrasts."""
    tree, head = candidate.tree, candidate.head
    for at in range(1, len(tokens)):
        closes = tree.tokens[tokens[at]].form in _BREAKS | {","} and not _joins_adjectives(tree, tokens, at)
        if candidate.closed and closes:
            return _with_whole_examples(tree, head, tokens, at)
        if _goes_on(tree, tokens, at) or _begins_a_clause(tree, head, tokens[at]):
            return list(tree.trimmed(tokens[:at]))
        if candidate.rule == "is called" and _is_a_limit(tree, tokens, at):
            continue
        ends = tokens[at] > head and (_adds(tree, tokens, at) or _comes_back(candidate, tokens, at))
        if ends and (sets_apart(tree, head, tokens[:at]) or _begins_another_clause(tree, tokens, at)):
            return list(tree.trimmed(tokens[:at]))
    return list(tree.trimmed(tokens))


def _is_a_limit(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a comma is before a clause of what is called so: "air, which is warm, is called …"."""
    forms = [tree.tokens[each].form.lower() for each in tokens[at : at + 2]]
    return forms[0] == "," and len(forms) > 1 and forms[1] in _RELATIVES


def _with_whole_examples(tree: Tree, head: int, tokens: Sequence[int], at: int) -> list[int]:
    """The tokens up to a comma; where it is inside a list of examples, the whole list, or nothing from "like" on."""
    opens = next((one for one in range(1, at) if _gives_examples(tree, tokens, one)), at)
    rest = [tree.tokens[each] for each in tokens[opens:]]
    if opens < at and tree.tokens[tokens[at]].form == ",":
        last = max((one for one, token in enumerate(rest) if token.form.lower() in ("and", "or")), default=0)
        is_whole = last and not any(token.form == "," or token.upos in ("VERB", "AUX") for token in rest[last:])
        if is_whole and not any(token.upos in ("VERB", "AUX") for token in rest):
            return list(tree.trimmed(tokens))
        if sets_apart(tree, head, tokens[:opens]):
            return list(tree.trimmed(tokens[:opens]))
    return list(tree.trimmed(tokens[:at]))


def _gives_examples(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a "like" or "such as" is before examples."""
    token = tree.tokens[tokens[at]]
    following = tree.tokens[tokens[at + 1]].form.lower() if at + 1 < len(tokens) else ""
    return (token.form.lower() == "like" and token.upos == "ADP") or (
        token.form.lower() == "such" and following == "as"
    )


def _joins_adjectives(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a comma only is between two adjectives of one noun: "made of dead, hollow cells"."""
    beside = [tree.tokens[each] for each in (*tokens[at - 1 : at], *tokens[at + 1 : at + 3])]
    kinds = [token.upos for token in beside]
    return tree.tokens[tokens[at]].form == "," and kinds[:2] == ["ADJ", "ADJ"] and kinds[2:] in (["ADJ"], ["NOUN"])


def _adds(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a token begins what only adds to a definition."""
    form = tree.tokens[tokens[at]].form
    following = tree.tokens[tokens[at + 1]].form.lower() if at + 1 < len(tokens) else ""
    if form in _BREAKS or (form.lower() == "such" and following == "as"):
        return True
    if form != "," or ends_a_list_of_aims(tree, tokens, at):
        return False
    if following == "but" and [tree.tokens[each].form for each in tokens[at + 2 : at + 3]] == ["not"]:
        return True
    if following == "and" and _is_in_a_clause_with_a_list(tree, tokens[:at]):
        verb = [tree.tokens[each].xpos for each in tokens[at + 2 : at + 3]]
        return not FINITE_TAGS.issuperset(verb) and _is_a_clause(tree, tokens[at + 2 :])
    return following in _CUTS | _RELATIVES or (following in _JOINS and _is_a_clause(tree, tokens[at + 2 :]))


def _begins_another_clause(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a clause with a subject of its own is after a comma: ", and languages differ", ", while a …"."""
    forms = [tree.tokens[each].form.lower() for each in tokens[at : at + 2]]
    joined = forms[0] == "," and len(forms) > 1 and forms[1] in _JOINS | {"while", "whereas"}
    subject = tree.tokens[tokens[at + 2]].upos if joined and at + 2 < len(tokens) else ""
    return subject in ("DET", "NOUN", "PRON", "ADJ") and _is_a_clause(tree, tokens[at + 2 :])


def _goes_on(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a second thing is said of the term from here on: "…, and refers to …"."""
    forms = [tree.tokens[each] for each in tokens[at : at + 3]]
    comma = forms[0].form == ","
    rest = forms[1:] if comma else forms
    second = comma and len(rest) == 2 and rest[0].upos == "CCONJ" and rest[1].xpos in FINITE_TAGS
    listed = _is_in_a_clause_with_a_list(tree, tokens[:at]) or ends_a_list_of_aims(tree, tokens, at)
    return second and not listed


def ends_a_list_of_aims(tree: Tree, tokens: Sequence[int], at: int) -> bool:
    """Return whether a comma is before the last verb of a list behind a "to": "to mend, paint, or sell boats"."""
    words = [tree.tokens[each] for each in tokens]
    if at + 2 >= len(words) or words[at + 1].form.lower() not in ("and", "or"):
        return False
    last = words[at + 2]
    to = next((one for one in range(at - 1, 0, -1) if words[one].xpos == "TO"), at)
    plain = last.upos in ("VERB", "AUX") and last.xpos in ("VB", "VBP")
    return plain and any(word.form == "," for word in words[to:at])


def _is_in_a_clause_with_a_list(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a relative clause has a comma, so that an ", and" ends a list: "that saws, lifts, and grinds"."""
    wh = next((at for at, each in enumerate(tokens) if tree.tokens[each].xpos in WH_WORDS), len(tokens))
    return any(tree.tokens[each].form == "," for each in tokens[wh:])


def _begins_a_clause(tree: Tree, head: int, index: int) -> bool:
    """Return whether an "and" joins a clause with a subject of its own: "knowledge is power and time is money"."""
    verb = tree.tokens[index].head
    if tree.tokens[index].upos != "CCONJ" or verb < 0 or tree.tokens[verb].head != head:
        return False
    subject = tree.dependent(verb, "nsubj")
    return subject is not None and subject > index


def _comes_back(candidate: Candidate, tokens: Sequence[int], at: int) -> bool:
    """Return whether the term itself is after a comma: a definition that continues, and would give its term away."""
    own = {candidate.tree.tokens[each].lemma.lower() for each in candidate.term[-1:]}
    behind = {candidate.tree.tokens[each].lemma.lower() for each in tokens[at:]}
    return candidate.tree.tokens[tokens[at]].form == "," and bool(own & behind)


def _is_a_clause(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a subject with its finite verb is in these tokens before any relative pronoun."""
    for index in tokens:
        token = tree.tokens[index]
        if token.xpos in WH_WORDS:
            return False
        if token.xpos in FINITE_TAGS:
            return True
    return False


def sets_apart(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """True if a noun has after it what tells it from others of its kind: a relative clause, a participle, an "of"."""
    behind = [tree.tokens[each] for each in tokens if each > head]
    if (
        not behind
        or (behind[-1].xpos in _UNFINISHED and not _is_stranded(behind))
        or behind[-1].form.lower() in _RELATIVES | {"that", "a", "an", "the"}
    ):
        return False
    if is_deed(tree, head):
        return len(behind) > 1
    breaks_off = _PAIR < len(behind) <= _SHORT_CLAUSE and behind[1].xpos in WH_WORDS
    if breaks_off and not _has_a_verb(behind):
        return False  # "a government in which political power"
    if any(token.xpos in WH_WORDS and at + 2 < len(behind) for at, token in enumerate(behind)):
        return True
    if any(token.relation.startswith("acl") or token.form.lower() == "that" for token in behind):
        return True
    if behind[0].form in ("needed", "required", "used"):  # "the energy needed to start a reaction"
        return len(behind) > 2
    if behind[0].form.lower() == "without":  # "a state without a king"
        return len(behind) > 1
    if any(token.xpos in TENSED for token in behind[1:]) and not tree.tokens[head].relation.startswith("nsubj"):
        return True  # "the attitudes someone holds"
    while len(behind) > 2 and (
        behind[0].upos in ("CCONJ", "NOUN", "ADJ") or behind[0].xpos == "VBG"
    ):  # "the development and exchange of"
        behind.pop(0)
    genus = tree.tokens[head].lemma.lower()
    defines = genus in MEASURES or genus.endswith(("tion", "sion", "ment", "ance", "ence", "ing"))
    if behind[0].form in ("in", "from") and genus in _CHANGES:
        return len(behind) > 2
    if genus in _RELATIONS.get(behind[0].form, ()):
        return len(behind) > _FEWEST_RELATED
    return behind[0].form.lower() in ("of", "between", "to") and defines and len(behind) > 1


def _is_stranded(behind: Sequence[Token]) -> bool:
    """Return whether the preposition at the end belongs to a relative pronoun: "habits that animals are born with"."""
    relative = any(token.form in ("that", "which", "who") for token in behind[:2])
    return behind[-1].xpos == "IN" and relative and len(behind) > _SHORT_CLAUSE and behind[-2].upos == "VERB"


def _has_a_verb(tokens: Sequence[Token]) -> bool:
    return any(token.upos in ("VERB", "AUX") or token.xpos in FINITE_TAGS for token in tokens)


def has_a_clause(tree: Tree, head: int, tokens: Sequence[int]) -> bool:
    """Return whether a relative clause or a participle is after the noun."""
    return any(
        tree.tokens[each].xpos in WH_WORDS
        or tree.tokens[each].form == "that"
        or tree.tokens[each].relation.startswith("acl")
        for each in tokens
        if each > head
    )
