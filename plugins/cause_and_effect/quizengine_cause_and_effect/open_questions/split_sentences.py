"""Asks about sentences parted at the words that signal a reason, wherever a parser hangs what is around these.

Next: `read_alone`.
"""

from collections.abc import Iterator, Sequence

from quizengine.language import (
    FINITE_TAGS,
    TIME_NOUNS,
    Realised,
    Tree,
    bracketed_tokens,
    capitalised,
    clauses_of,
    is_a,
    main_clause,
    pointers,
    stance_of,
    surface_text,
    tidy_spacing,
)
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_questions.clear_nouns import is_a_clear_noun, lead_to
from quizengine_cause_and_effect.open_questions.full_naming import must_be_named_nearby, named_in_full
from quizengine_cause_and_effect.open_questions.read_alone import (
    must_be_a_phrase,
    one_clause,
    predicate,
    subject_and_opening,
)
from quizengine_cause_and_effect.open_questions.stem_checks import must_be_asserted, must_be_clear, must_matter
from quizengine_cause_and_effect.open_questions.stems import Stem, Wording, worded_stem
from quizengine_cause_and_effect.open_questions.wordings import what
from quizengine_cause_and_effect.open_references import says_so_behind, what_is_open
from quizengine_cause_and_effect.relation_sentences import CannotBe, lead_for
from quizengine_cause_and_effect.signals import DOERS
from quizengine_cause_and_effect.source_sentences import plain_tokens
from quizengine_cause_and_effect.token_spans import Tokens


def parted(tree: Tree, signal: Tokens) -> tuple[Tokens, Tokens]:
    """The tokens of a reason and of what it is given for, around the words that signal it; raises CannotBe."""
    first, last = _between_semicolons(tree, signal[0])
    if signal[0] > first:
        must_be_understood(tree, range(first, signal[0]))
    if signal[0] == first:
        found = list(_openings(tree, signal, last))
        plain = bool(found) and all(tree.tokens[each].form != "," for each in found[0][0])
        if not plain and len(found) != 1:
            raise CannotBe("where the reason ends is not certain")
        return found[0]
    cause = tuple(range(signal[-1] + 1, last))
    if any(says_so_behind(tree, each) for each in cause):
        raise CannotBe("who says so cannot be named in a few words")
    return _as_it_reads(tree, signal, cause), tuple(range(first, signal[0]))


def _as_it_reads(tree: Tree, signal: Tokens, cause: Tokens) -> Tokens:
    """A reason, without its ", such as …" or ", which …" where it can be read only then; raises CannotBe."""
    try:
        _must_be_a_reason(tree, signal, cause)
    except CannotBe:
        forms = [tree.tokens[each].form.lower() for each in cause]
        ends = (at for at, form in enumerate(forms[:-1]) if form == "," and forms[at + 1] in _ADDING)
        end = next(ends, len(cause))
        if "," in forms[end + 1 :] or end == len(cause):
            raise
        cause = cause[:end]
        _must_be_a_reason(tree, signal, cause)
    return cause


_ADDING = frozenset({"such", "which", "who", "where", "including"})
"""Words after a comma that begin what only adds to a reason."""


def _between_semicolons(tree: Tree, index: int) -> tuple[int, int]:
    """The first token of the part of a sentence that a token is in, and the first after that part."""
    marks = [each for each, token in enumerate(tree.tokens) if token.form == ";"]
    last = min((each for each in marks if each > index), default=len(tree.tokens))
    while last and tree.tokens[last - 1].form in (".", "!"):
        last -= 1
    return max((each + 1 for each in marks if each < index), default=0), last


def _openings(tree: Tree, signal: Tokens, last: int) -> Iterator[tuple[Tokens, Tokens]]:
    """Every way to part a reason that opens a sentence from the rest, at a comma after which a subject follows."""
    for comma in range(signal[-1] + 2, last - 2):
        if tree.tokens[comma].form != ",":
            continue
        cause, effect = tuple(range(signal[-1] + 1, comma)), tuple(range(comma + 1, last))
        try:
            _must_be_a_reason(tree, signal, cause)
            _must_be_a_clause(tree, effect)
        except CannotBe:
            continue
        yield cause, effect


def _must_be_a_clause(tree: Tree, tokens: Tokens) -> None:
    said = one_clause(surface_text(tree, tokens))
    if said.opening and said.clause.tree.tokens[said.opening[0]].upos in ("NOUN", "PROPN", "ADJ", "PRON"):
        raise CannotBe("how the sentence is built is not certain")


def must_be_told(tree: Tree, tokens: Tokens) -> Realised:
    """The clause that some tokens are by themselves, where the article states it; raises CannotBe."""
    said = one_clause(surface_text(tree, tokens), several=True)
    must_be_asserted(said.clause)
    if stance_of(said.clause.verb.lemma) and said.clause.of_role("clausal complement"):
        raise CannotBe("why somebody says so is not certain")
    return said


def _must_be_a_reason(tree: Tree, signal: Tokens, tokens: Tokens) -> None:
    """Raise CannotBe unless some tokens are what follows a signal: a clause, or a phrase after "because of"."""
    clause = tree.tokens[signal[-1]].form.lower() in ("because", "since", "that")
    if signal[0] < tokens[0] and signal[0] > 0 and _goes_on_unbroken(tree, tokens, clause):
        return
    if clause:
        _must_be_a_clause(tree, tokens)
        return
    must_be_a_phrase(surface_text(tree, tokens))
    if any(tree.tokens[each].form == "," and tree.tokens[each + 1].upos == "SCONJ" for each in tokens[:-1]):
        raise CannotBe("where the reason ends is not certain")


def _goes_on_unbroken(tree: Tree, tokens: Tokens, clause: bool) -> bool:
    """Return whether some tokens end a sentence without a mark or a conjunction at which something else may begin."""
    own = [tree.tokens[each] for each in tree.trimmed(tokens)]
    behind = [token for token in tree.tokens[tokens[-1] + 1 :] if token.upos != "PUNCT"]
    ends = not behind or behind[0].form.lower() in _ADDING
    told = [at for at, token in enumerate(own) if token.xpos in FINITE_TAGS]
    joined = [at for at, token in enumerate(own) if token.upos == "CCONJ"]
    parted = any(token.upos == "PUNCT" and token.form != "-" for token in own)
    return ends and not parted and bool(told) == clause and not (joined and told and joined[-1] < told[-1])


def stem_of_part(tree: Tree, tokens: Sequence[int], wording: Wording) -> Stem:
    """The question about the clause that some tokens are by themselves; raises CannotBe."""
    kept, names = _understood(tree, tokens)
    said = one_clause(surface_text(tree, kept, names))
    main = said.clause
    lead = lead_to(tree, kept, names, main.verb)
    must_be_asserted(main)
    if any(token.xpos in FINITE_TAGS for token in main.tree.tokens[main.head + 1 :]):
        raise CannotBe("whose reason it is is not certain")  # "saw the mill, which closed because …"
    if main.said or (stance_of(main.verb.lemma) and not main.object):
        raise CannotBe("why somebody says so is not certain")
    must_be_clear(said)
    return _of_the_article(worded_stem(said, lead, wording), kept, names)


def stem_of_predicate(tree: Tree, tokens: Sequence[int], opening: str = "", verb: str = "") -> Stem:
    """“What led to …?” of the tokens from a verb on, which `verb` is another form of; raises CannotBe."""
    kept, names = _understood(tree, tokens)
    given = {**names, kept[0]: verb} if verb else names
    said = predicate(surface_text(tree, kept, given))
    told = said.clause.of_role("object", "indirect object", "clausal complement", "open complement", "adjunct")
    if said.clause.verb.lemma != "lead" and told and told[0].tree.tokens[told[0].tokens[0]].xpos == "TO":
        raise CannotBe("what came of it is not told")  # "joined forces to build"
    if not any(part.role != "adjunct" or part.marker_text in ("to", "in") for part in told):
        raise CannotBe("what came of it is not told")
    if said.clause.verb.lemma not in ("lead", "result") and all(part.role == "adjunct" for part in told):
        raise CannotBe("what came of it is not told")
    must_be_asserted(said.clause)
    if reason := what_is_open(said.clause, said, whole=True):
        raise CannotBe(reason)
    asked = Realised(said.clause, (), (), said.said, {})
    lead = lead_to(tree, kept, names, said.clause.verb)

    def worded(_: Realised) -> str | None:
        text = what(asked)
        return f"{opening}, {text}" if opening and text else text

    return _of_the_article(worded_stem(asked, lead, worded), kept, names)


def stem_of_noun(tree: Tree, tokens: Sequence[int], asking: str) -> Stem:
    """“What is the purpose of …?” of the tokens of a noun phrase; raises CannotBe."""
    kept, names = _understood(tree, tokens)
    if any(token.upos in ("PRON", "VERB") for token in (tree.tokens[each] for each in kept)):
        raise CannotBe("it points to what is told elsewhere")
    lead = lead_for(tree, kept, names)
    return Stem(f"{lead}{asking} {surface_text(tree, kept, names)}?", tuple(kept), tuple(kept), names)


def _of_the_article(stem: Stem, kept: Sequence[int], names: dict[int, str]) -> Stem:
    """A question about words that were read alone, with the tokens of the article that it shows."""
    shown = {each: words for each, words in names.items() if each in set(kept)}
    return Stem(stem.text, tuple(kept), (), shown)


def must_be_understood(tree: Tree, tokens: Sequence[int]) -> None:
    """Raise CannotBe if some tokens make no question whatever their parts are; this is found out without reading."""
    _understood(tree, tokens)


def _understood(tree: Tree, tokens: Sequence[int]) -> tuple[list[int], dict[int, str]]:
    """The tokens that a question shows, and what is in place of some."""
    must_matter(tree)
    plain = _plain(tree)
    kept = list(tree.trimmed(each for each in tokens if each in plain))
    if not kept:
        raise CannotBe("it makes no plain question")
    names = clear_pronouns(tree, kept, named_in_full(tree, kept))
    must_be_named_nearby(tree, kept, names)
    if any(tree.tokens[each].form.lower() in ("this", "that") and names.get(each, "").istitle() for each in kept):
        raise CannotBe("what “this” stands for is not certain")
    if len(kept) > _MOST_TOKENS:
        raise CannotBe("the question is too short or too long")
    if any(not is_a_clear_noun(tree, each) for each in pointers(tree, kept, names)):
        raise CannotBe("it points to what is told elsewhere")
    return kept, names


_MOST_TOKENS = 30
"""Tokens that a question of 25 words may have."""


def _plain(tree: Tree) -> set[int]:
    """The tokens of a sentence without brackets and links, as far as it has a clause."""
    some = main_clause(tree) or next(iter(clauses_of(tree)), None)
    return set(plain_tokens(tree, some)) if some else set(range(len(tree.tokens))) - bracketed_tokens(tree)


def subject_up_to(tree: Tree, verb: int) -> tuple[Tokens, str]:
    """The tokens of the subject before a verb, and what opens the sentence, in words; raises CannotBe."""
    plain = _plain(tree)
    tokens = tree.trimmed(each for each in range(verb) if each in plain)
    if not tokens:
        raise CannotBe("what led to it is told elsewhere")
    if _is_a_list(tree, tokens):
        return tokens, ""
    head, subject, opening = subject_and_opening(surface_text(tree, tokens))
    if head.upos not in ("NOUN", "VERB") or head.lemma.lower() in TIME_NOUNS | DOERS:
        raise CannotBe("it tells who did it, not what led to it")
    rests = (tokens[at:] for at in range(len(tokens)))
    if opening and (len(opening.split()) > _LONGEST_OPENING or opening.split()[0].lower() not in _OPENINGS):
        raise CannotBe("how the sentence is built is not certain")
    own = next((each for each in rests if _same(surface_text(tree, each), subject)), ())
    if not own:
        raise CannotBe("how the sentence is built is not certain")
    return own, capitalised(tidy_spacing(opening)) if opening else ""


def _is_a_list(tree: Tree, tokens: Tokens) -> bool:
    """Return whether some tokens are three noun phrases or more, none of them for somebody: "A, B, and C"."""
    own = [tree.tokens[each] for each in tokens]
    commas = [at for at, token in enumerate(own[:-1]) if token.form == ","]
    if len(commas) < _FEWEST_COMMAS or own[commas[-1] + 1].upos != "CCONJ" or own[0].upos not in _BEGIN_A_PHRASE:
        return False
    if any(token.xpos in FINITE_TAGS or token.upos in ("ADV", "SCONJ") for token in own):
        return False
    heads = [token for token in own if is_a(token.relation, "nsubj", "conj")]
    return bool(heads) and all(each.upos == "NOUN" and each.lemma.lower() not in TIME_NOUNS | DOERS for each in heads)


_BEGIN_A_PHRASE = frozenset({"DET", "NOUN", "ADJ"})
_FEWEST_COMMAS = 2
_LONGEST_OPENING = 6
_OPENINGS = frozenset({"in", "on", "at", "during", "by", "after", "before", "around", "within", "throughout"})


def _same(one: str, other: str) -> bool:
    return one.casefold().strip(" ,") == other.casefold().strip(" ,")
