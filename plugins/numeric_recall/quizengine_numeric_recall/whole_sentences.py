"""A whole sentence of the article as what is said of a figure, where the figure is too deep for a plain question.

Nothing is moved, and only links, brackets and further clauses are left out, so that the rest of the parse
matters little. Next: `sentence_faults`, which of them may be shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from quizengine.language import (
    FINITE_TAGS,
    TENSED,
    TIME_NOUNS,
    WH_PRONOUNS,
    Quantity,
    Realised,
    Tree,
    clauses_of,
    full_names,
    has_balanced_marks,
    is_a,
    is_link,
    main_clause,
    name_at,
    opens_with_later,
    tree_at,
    with_single_commas,
    with_the_event,
    word_set,
)
from quizengine_numeric_recall.figure_contexts import LONGEST, Context, context_in
from quizengine_numeric_recall.name_brackets import asides_in
from quizengine_numeric_recall.shown_predicates import has_its_own_subject, is_clause
from quizengine_numeric_recall.year_faults import FIRST

_JOINS = word_set("and but or so yet nor then thus also still")
_STRAY = word_set("far instead finally rather")
_LONG = 17
"""Words; a longer sentence is shown without what only adds to it, where that can go."""
_ADDS = word_set(
    "including which who where whom whose while with as when whereas although though because until after before despite"
)
"""Words that open an addition after a comma that a sentence can do without."""
_LOOSE_OPENINGS = word_set("despite after following having")
_LEANING = word_set("this that these those his her their its")
_LEAN = frozenset({"DT", "PRP$"})
"""The tags of a "that" before a noun and a "their", and not of the "that" of "dams that supplied power"."""
_NAMED_SELDOM = 2
_TOPS = 2
"""Tokens that the rest of an addition depends on, as it may be parsed in two."""
_HOLDS = word_set("according if unless only except")
"""Words that an addition may not hold: the source of the rest, or a condition."""


def whole_sentence(quantity: Quantity) -> Iterator[tuple[Context, Realised]]:
    """The figure in its sentence without links and brackets, the shortest form that is complete first."""
    tree = tree_at(quantity.span)
    if tree is None or len(tree.sentence.span.text) > LONGEST:
        return
    clause = main_clause(tree) or next(iter(clauses_of(tree)), None)
    context = context_in(quantity, clause) if clause is not None else None
    if clause is None or context is None:
        return
    for tokens in _forms(tree, context):
        if tokens and has_balanced_marks("".join(tree.tokens[each].form for each in tokens)):
            names = _named(tree, tokens)
            told = names if tokens[0] in context.figure else with_the_event(tree, tokens, names)
            if told is not None:
                yield context, Realised(clause, (), (), tuple(tokens), told)


def _named(tree: Tree, tokens: Sequence[int]) -> dict[int, str]:
    """The full names to show, a pronoun kept beside its own name: "After his retirement, Otto Jespersen"."""
    names = _without_names_in_full(tree, full_names(tree, tokens))
    for index in sorted(names):
        full = names[index].removesuffix("’s").removesuffix("'s")
        told = [each for each in tokens if tree.tokens[each].upos == "PROPN" and tree.tokens[each].form in full.split()]
        if tree.tokens[index].upos != "PRON":
            continue
        if any(each < index for each in told):
            del names[index]  # "Iniesta played before making his debut"
            continue
        later = [each for each in tokens if each > index and tree.tokens[each].upos == "PROPN"]
        name = next(iter(told), None)
        if name is not None and name == next(iter(later), None):
            del names[index]
            if name not in names and tree.tokens[name + 1].form not in ("'s", "’s"):
                names[name] = full
    return names


def _without_names_in_full(tree: Tree, names: Mapping[int, str]) -> dict[int, str]:
    """The words for pronouns, descriptions and surnames of people who are named no more than twice.

    Of neighbouring tokens, one bears the name and the others nothing.
    """
    kept: dict[int, str] = {}
    for _, group in groupby(enumerate(sorted(names)), key=lambda pair: pair[1] - pair[0]):
        tokens = [index for _, index in group]
        named = any(names[each] and tree.tokens[each].upos == "PROPN" for each in tokens)
        if not named or (len(tokens) == 1 and _is_named_seldom(tree, tokens[0])):
            kept |= {each: names[each] for each in tokens}
    return kept


def _is_named_seldom(tree: Tree, index: int) -> bool:
    """Return whether somebody is named here and at most once more, so that a surname alone says nothing."""
    name = name_at(tree.tokens[index].span)
    return name is not None and name.kind == "person" and len(name.mentions) <= _NAMED_SELDOM


def _forms(tree: Tree, context: Context) -> Iterator[Sequence[int]]:
    """The sentence in ever longer forms; only itself where it is short."""
    whole = _shown(tree, context)
    if len(_words(tree, whole)) > _LONG:
        clause = _without_a_relative_clause(tree, context, _own_clause(tree, context, whole))
        shorter = _without_additions(tree, context, clause)
        forms = (_without_a_last_description(tree, context, shorter), shorter, clause)
        yield from (each for each in dict.fromkeys(map(tuple, forms)) if list(each) != whole and is_clause(tree, each))
    yield whole
    bare = _without_an_opening(tree, context, whole)
    if bare != whole and is_clause(tree, bare):
        yield _without_additions(tree, context, bare) if len(_words(tree, bare)) > _LONG else bare


def _words(tree: Tree, tokens: Sequence[int]) -> list[int]:
    return [each for each in tokens if tree.tokens[each].upos not in ("PUNCT", "PART")]


def _shown(tree: Tree, context: Context) -> list[int]:
    """The tokens without brackets, a link or an "and" at the beginning, and the full stop."""
    aside = asides_in(tree)
    kept = _between_semicolons(tree, context, [each for each in range(len(tree.tokens)) if each not in aside])
    links = {
        each for part in context.clause.parts if is_link(part) and not _dates(tree, part.tokens) for each in part.tokens
    }
    links |= {
        mark
        for at in list(links)
        for mark in (at - 1, at + 1)
        if 0 < mark < len(tree.tokens) and tree.tokens[mark].form == ","
    }
    return _trimmed(tree, [each for each in kept if each not in links])


def _dates(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a "first" says which time a date is of, and no comma makes it a link."""
    behind = tree.tokens[min(tokens[-1] + 1, len(tree.tokens) - 1)].form
    return len(tokens) == 1 and tree.tokens[tokens[0]].form.lower() in FIRST and behind != ","


def _between_semicolons(tree: Tree, context: Context, tokens: Sequence[int]) -> list[int]:
    here = max(context.figure)
    parted = [at for at, token in enumerate(tree.tokens) if token.form == ";"]
    first = max([at for at in parted if at < here], default=-1)
    last = min([at for at in parted if at > here], default=len(tree.tokens))
    return [each for each in tokens if first < each < last]


def _trimmed(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """Some tokens without an "and" before them, marks after them, and commas that are double."""
    kept = list(tokens)
    opening = list(takewhile(lambda at: tree.tokens[at].form.lower() in _JOINS or tree.tokens[at].form == ",", kept))
    kept = _without_a_stray_link(tree, kept[len(opening) :])
    while kept and (tree.tokens[kept[-1]].form in (".", ",", ":", "–", "—") or tree.tokens[kept[-1]].upos == "CCONJ"):
        kept.pop()
    return with_single_commas(tree, kept)


def _without_a_stray_link(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """Some tokens without an "instead,", the "far," of "thus far," or the "later" before a year that opens them."""
    opens = len(tokens) > 2 and tree.tokens[tokens[0]].form.lower() in _STRAY and tree.tokens[tokens[1]].form == ","
    return list(tokens[1 if opens_with_later(tree, tokens) else 2 if opens else 0 :])


def _own_clause(tree: Tree, context: Context, tokens: list[int]) -> list[int]:
    """The part of a sentence of several statements, joined by ", and" or ", but", that holds the figure."""
    here = max(context.figure)
    joins = [at for before, at in pairwise(tokens) if tree.tokens[before].form == "," and _joins_a_verb(tree, at)]
    joined = {tree.tokens[tree.tokens[at].head].head for at in joins}
    joins += [at for head in joined for at in _starts_of_a_list(tree, tokens, head)]
    before = [
        at
        for at in joins
        if at < here
        and has_its_own_subject(tree, tree.tokens[at].head)
        and is_clause(tree, [each for each in tokens if each < at])  # not the second half of "the raid, and the fire"
    ]
    last = min([at for at in joins if at > here], default=len(tree.tokens))
    whole = any(tree.tokens[each].form == ":" for each in tokens if each < last < len(tree.tokens))
    return tokens if whole else _trimmed(tree, [each for each in tokens if max(before, default=-1) <= each < last])


def _joins_a_verb(tree: Tree, index: int) -> bool:
    """Return whether an "and" or "but" begins a further statement."""
    head = tree.tokens[index].head
    joins = tree.tokens[index].form.lower() in ("and", "but") and is_a(tree.tokens[head].relation, "conj")
    return joins and head > index and (tree.tokens[head].xpos in TENSED or has_its_own_subject(tree, head))


def _starts_of_a_list(tree: Tree, tokens: Sequence[int], head: int) -> list[int]:
    """The beginnings of statements that only a comma joins to a first: "banned it, enforced the ban, and sold it"."""
    shown = set(tokens)
    found = []
    for verb in tree.dependents(head, "conj"):
        inside = [each for each in tree.subtree(verb) if each in shown and tree.tokens[each].form != ","]
        if tree.tokens[verb].upos in ("VERB", "AUX") and inside and tree.tokens[inside[0] - 1].form == ",":
            found.append(inside[0])
    return found


def _without_additions(tree: Tree, context: Context, tokens: list[int]) -> list[int]:
    """Some tokens up to the first comma after the figure after which all only adds: ", which led to …"."""
    here = max(context.figure)
    for before, at in pairwise(tokens):
        token = tree.tokens[at]
        adds = token.form.lower() in _ADDS or _is_a_participle(tree, at)
        if before > here and tree.tokens[before].form == "," and adds:
            rest = [each for each in tokens if each >= at]
            if _is_one_addition(tree, rest):
                return _trimmed(tree, [each for each in tokens if each < before])
    return tokens


def _without_a_last_description(tree: Tree, context: Context, tokens: list[int]) -> list[int]:
    """Some tokens without what describes a name after the last comma: "David Hale, the former mayor of Oslo"."""
    comma = max((at for at in tokens if tree.tokens[at].form == ","), default=-1)
    behind = [each for each in tokens if each > comma > max(context.figure)]
    tops = {each for each in behind if tree.tokens[each].head not in behind and tree.tokens[each].upos != "PUNCT"}
    described = len(tops) == 1 and all(is_a(tree.tokens[each].relation, "appos") for each in tops)
    described = described and all(tree.tokens[tree.tokens[each].head].upos == "PROPN" for each in tops)
    described = described and tree.tokens[behind[0]].upos in ("DET", "NOUN", "PROPN", "ADJ")
    return _trimmed(tree, [each for each in tokens if each < comma]) if described else tokens


def _without_a_relative_clause(tree: Tree, context: Context, tokens: list[int]) -> list[int]:
    """Some tokens without the first ", which …," between two commas that tells nothing of the figure."""
    commas = [at for at in tokens if tree.tokens[at].form == ","]
    for first, last in pairwise(commas):
        inside = [each for each in tokens if first < each < last]
        relative = bool(inside) and tree.tokens[inside[0]].xpos in WH_PRONOUNS
        ends = tree.tokens[last + 1].xpos in (*FINITE_TAGS, "IN") if last + 1 < len(tree.tokens) else False
        told_there = set(inside) & {context.top, *tree.ancestors(context.top)}
        if relative and ends and not told_there:
            return [each for each in tokens if not first <= each <= last]
    return tokens


def _without_an_opening(tree: Tree, context: Context, tokens: list[int]) -> list[int]:
    """Some tokens from the subject on, where what is before it tells only after what that was, or leans on it."""
    subject = context.clause.subject
    before = [each for each in tokens if subject is not None and each < subject.tokens[0]]
    if not before or tree.tokens[before[-1]].form != "," or set(before) & set(context.figure):
        return tokens
    words = [tree.tokens[each].form.lower() for each in before]
    if tree.tokens[before[0]].upos not in ("ADP", "SCONJ", "VERB"):
        return tokens  # "A statue of her, the work of a friend, was unveiled": the subject is there
    if context.quantity.kind != "year" and _tells_when(tree, before):
        return tokens  # what was so "in the first months of this year" is not so at any other time
    leaning = any(tree.tokens[each].form.lower() in _LEANING and tree.tokens[each].xpos in _LEAN for each in before)
    loose = words[0] in _LOOSE_OPENINGS or leaning
    return [each for each in tokens if each > before[-1]] if loose and not set(words) & _HOLDS else tokens


def _tells_when(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether some tokens are a phrase with a time in it: "in the first six months of this year"."""
    told = any(tree.tokens[each].lemma.lower() in TIME_NOUNS for each in tokens)
    return told and not any(tree.tokens[each].upos in ("VERB", "AUX") for each in tokens)


def _is_a_participle(tree: Tree, index: int) -> bool:
    """Return whether an "-ing" form opens a clause of its own, and is no adjective: "leading to …", "aging sewers"."""
    token, behind = tree.tokens[index], tree.tokens[min(index + 1, len(tree.tokens) - 1)]
    return token.xpos == "VBG" and is_a(token.relation, "advcl", "acl") and behind.upos not in ("NOUN", "ADJ")


def _is_one_addition(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether nothing among some tokens at the end of a sentence is said of the whole of it."""
    held = any(tree.tokens[each].form.lower() in _HOLDS for each in tokens)
    shown = set(tokens)
    tops = [each for each in tokens if tree.tokens[each].head not in shown and tree.tokens[each].upos != "PUNCT"]
    return not held and len(tops) <= _TOPS
