"""A clause without what is at its end, as long as it says the same of the figure: shorter stems are understood."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizengine.language import WORDS_BEFORE, Constituent, Realised, Tree, is_a, is_set_off, word_set
from quizengine_numeric_recall.figure_contexts import Context
from quizengine_numeric_recall.name_brackets import asides_in
from quizengine_numeric_recall.question_words import YEAR

_CONTRASTS = word_set("while whereas although though")
_LINKS = frozenset(
    {("in", "contrast"), ("for", "example"), ("for", "instance"), ("however",), ("too",), ("in", "turn")}
)
_ESTIMATES = WORDS_BEFORE | {"or"}
"""Words before a second figure for what was counted: "won four million votes, about one in eight"."""
_WHERE_AND_WHEN = frozenset({"in", "at", "on"})
_NEAR = 5
_PARTICIPLE = ["VBN"]
_KEPT = word_set("if unless until than not only except without")
"""Words that change what the rest says, so that nothing with them goes."""


def shorter_and_shorter(context: Context, said: Realised) -> Iterator[Realised]:
    """Yield the clause without brackets and contrasts, then with ever more of its end left out."""
    return (_without_half_a_list(context, each) for each in _ever_shorter(context, said))


def _ever_shorter(context: Context, said: Realised) -> Iterator[Realised]:
    kept = _without_examples(context, _without_a_last_relative_clause(context, _without_brackets(said)))
    kept = _without_a_stub(context, kept)
    protected = {*context.hedged, *(context.part.tokens if context.part else context.figure)}
    loose = [part for part in _last_parts(context) if not protected & set(part.tokens)]
    for part in loose:
        if part.marker_text in _CONTRASTS or _is_a_relative_clause(context.tree, part):
            kept = _without(kept, set(part.tokens))
    yield kept
    listed = _without_the_rest_of_a_list(context, kept)
    while listed.said != kept.said:
        kept = _without_a_broken_list(context, listed)
        yield kept
        listed = _without_the_rest_of_a_list(context, kept)
    for part in loose:
        shorter = _without(kept, set(part.tokens))
        if shorter.said != kept.said:
            kept = shorter
            yield kept


def _without_the_rest_of_a_list(context: Context, said: Realised) -> Realised:
    """The clause up to the first comma of a list of things that ends it, where the figure is before that."""
    tree = context.tree
    for index in said.said:
        inside = {each for child in tree.dependents(index, "conj") for each in tree.subtree(child)}
        a_list = bool(inside) and "," in (tree.tokens[min(inside)].form, tree.tokens[min(inside) - 1].form)
        ends = a_list and max(inside) == said.said[-1] and max(context.figure) < index
        counted = context.quantity.kind == "year" or index in (context.top, tree.tokens[context.top].head)
        if ends and counted and tree.tokens[index].upos in ("NOUN", "PROPN"):
            return replace(said, said=tree.trimmed(each for each in said.said if each < min(inside)))
    return said


def _without_a_broken_list(context: Context, said: Realised) -> Realised:
    """The clause up to a comma and an article of which no "and" follows, so that the list that it is of has no end."""
    tree = context.tree
    for at, each in enumerate(said.said[:-1]):
        later = said.said[at + 1 :]
        opens = tree.tokens[each].form == "," and tree.tokens[later[0]].upos == "DET" and each > max(context.figure)
        if opens and not any(tree.tokens[one].form.lower() in ("and", "or") for one in later):
            return replace(said, said=said.said[:at])
    return said


def _without_half_a_list(context: Context, said: Realised) -> Realised:
    """The clause without a phrase after a comma at its end of which the rest is cut: "…, through two wars"."""
    tree, figure = context.tree, max(context.figure)
    comma = max((each for each in said.said if tree.tokens[each].form == ","), default=-1)
    behind = [each for each in said.said if each > comma]
    if comma < 0 or not behind or (comma < figure < behind[-1]) or tree.tokens[behind[0]].upos != "ADP":
        return said
    goes_on = behind[-1] + 2 < len(tree.tokens) and tree.tokens[behind[-1] + 1].form == ","
    goes_on = goes_on and tree.tokens[behind[-1] + 2].upos in ("DET", "NOUN", "NUM", "ADJ")
    return replace(said, said=tuple(each for each in said.said if each < comma)) if goes_on else said


def _without_a_stub(context: Context, said: Realised) -> Realised:
    """The clause up to its one ", and", where no verb follows: "flooded after the rain, and hundreds of thousands"."""
    tree = context.tree
    forms = [tree.tokens[each].form.lower() for each in said.said]
    at = forms.index(",") if "," in forms else len(forms)
    behind = said.said[at + 2 :]
    stub = forms[at + 1 : at + 2] in (["and"], ["or"], ["but"]) and max(context.figure) not in behind
    if not stub or any(tree.tokens[each].upos in ("VERB", "AUX") for each in behind):
        return said
    return replace(said, said=said.said[:at])


def _last_parts(context: Context) -> list[Constituent]:
    """The phrases after the verb that may go, the last first, up to one that has to stay."""
    clause = context.clause
    found = []
    behind = [part for part in clause.parts if part.tokens[0] > max(clause.verb.tokens)]
    for part in sorted(behind, key=lambda each: -each.tokens[0]):
        if not _may_go(context, part):
            break
        found.append(part)
    return found


def _may_go(context: Context, part: Constituent) -> bool:
    """Return whether a phrase only adds to what is said: a purpose, a cause, a place or a clause after a comma."""
    tree = context.tree
    words = {tree.tokens[each].form.lower() for each in part.tokens}
    if part.role != "adjunct" or words & _KEPT or part.circumstance in ("condition", "source"):
        return False
    dates = context.quantity.kind == "year"
    if is_a(tree.tokens[part.head].relation, "advcl"):
        told = ("purpose", "cause", "concession", "manner", "time", "") if dates else ("cause", "concession")
        return part.marker_text in _CONTRASTS or part.circumstance in told or (dates and is_set_off(tree, part.tokens))
    return is_set_off(tree, part.tokens) or (dates and part.circumstance in ("purpose", "cause"))


def _without_examples(context: Context, said: Realised) -> Realised:
    """The clause without a link in its subject ("in contrast"), and without ", including …" or a further figure."""
    tree = context.tree
    words = [tree.tokens[each].form.lower() for each in said.subject]
    if "," in words and _only_adds(tree, said.subject[words.index(",") + 1 :]):
        said = replace(said, subject=said.subject[: words.index(",")])
    active = tree.tokens[context.clause.verb.first].xpos == "VBD" and not context.clause.verb.passive
    for at, each in enumerate(said.said):
        before = at > 0 and tree.tokens[said.said[at - 1]].form == ","
        next_tags = [tree.tokens[one].xpos for one in said.said[at + 1 : at + 3]]
        opens = before and tree.tokens[each].form.lower() in (
            "including",
            "especially",
            "particularly",
            "up",
            "down",
            "compared",
            "albeit",
        )
        further = tree.tokens[each].form.lower() == "and" and (
            "CD" in next_tags or next_tags[:1] in (["VBD"], ["VBZ"], _PARTICIPLE if active else [])
        )
        further = further or (before and _tells_of_them(tree, said.said[at : at + _NEAR]))
        further = further or (before and tree.tokens[each].form.lower() in _ESTIMATES and "CD" in next_tags)
        if (opens or further) and max(context.figure) < each:
            return replace(said, said=(*said.said[: at - before], *_place_and_time(context, said.said[at:])))
    return said


def _place_and_time(context: Context, tokens: Sequence[int]) -> Sequence[int]:
    """The names and years behind a further figure that belong to the verb: "won three cups and two bowls in Oslo"."""
    tree, clause = context.tree, context.clause
    parts = [part for part in clause.adjuncts() if part.marker_text in _WHERE_AND_WHEN and part.tokens[0] in tokens]
    start = min((part.tokens[0] for part in parts if _is_named(tree, part)), default=tokens[-1] + 1)
    behind = [each for each in tokens if each >= start]
    inside = {each for part in parts for each in part.tokens}
    other = [tree.tokens[each] for each in tokens[:3]]
    counted = context.quantity.kind == "count" and [token.upos for token in other[:2]] == ["CCONJ", "NUM"]
    counted = counted and other[-1].upos in ("NOUN", "ADJ")  # not "and 12,000 in 1951"
    return behind if counted and set(behind) <= inside else ()


def _is_named(tree: Tree, part: Constituent) -> bool:
    """Return whether a phrase names a place or a year."""
    named = any(tree.tokens[each].upos == "PROPN" for each in part.tokens)
    return named or any(YEAR.fullmatch(tree.tokens[each].form) for each in part.tokens)


def _tells_of_them(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether some words begin with a figure for a part of what was counted: "roughly 25,000 of them"."""
    words = [tree.tokens[each].form.lower() for each in tokens]
    of = words.index("of") if "of" in words else len(words)
    counted = any(tree.tokens[each].xpos == "CD" for each in tokens[:of])
    return counted and words[of + 1 : of + 2] in (["them"], ["those"], ["these"])


def _without_a_last_relative_clause(context: Context, said: Realised) -> Realised:
    """The clause without the relative clause after a comma that ends it."""
    tree = context.tree
    for index in reversed(said.said):
        if is_a(tree.tokens[index].relation, "acl:relcl"):
            inside = set(tree.subtree(index))
            if is_set_off(tree, sorted(inside)) and not inside & set(context.figure):
                return _without(said, inside)
    return said


def _only_adds(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether what is after the first comma of a subject is a link, examples, or a second name for it."""
    words = tuple(tree.tokens[each].form.lower() for each in tokens)
    joined = {"and", "or", "but"} & set(words)
    verbs = any(tree.tokens[each].upos == "VERB" for each in tokens)
    return words in _LINKS or words[:1] == ("including",) or not (joined or verbs or "," in words)


def _is_a_relative_clause(tree: Tree, part: Constituent) -> bool:
    return is_a(tree.tokens[part.head].relation, "advcl", "acl") and is_set_off(tree, part.tokens)


def _without(said: Realised, gone: set[int]) -> Realised:
    """The clause without some tokens at its end, and marks left hanging; as it is where they are not its end."""
    tokens = list(said.said)
    while tokens and (tokens[-1] in gone or said.clause.tree.tokens[tokens[-1]].form in (",", "—", "–", ":")):
        tokens.pop()
    return replace(said, said=tuple(tokens)) if len(tokens) > 1 and not gone & set(tokens) else said


def _without_brackets(said: Realised) -> Realised:
    """The clause without what is in round or square brackets."""
    gone = asides_in(said.clause.tree)
    opening, subject, rest = (
        tuple(each for each in tokens if each not in gone) for tokens in (said.opening, said.subject, said.said)
    )
    return replace(said, opening=opening, subject=subject, said=rest)
