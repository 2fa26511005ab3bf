"""The ways in which the words beside a term define it: "axons, called nerves", "democracy, a system of …".

They are read off the words of a sentence, as its tree is often wrong just there.
Next: `closing_appositions`.
"""

from collections.abc import Iterator, Sequence

from quizengine.language import FINITE_TAGS, TENSED, Token, Tree, word_set
from quizengine_key_terms.patterns.attachment import (
    are_of_one_number,
    called_so,
    defined_by,
    hangs_on_a_noun,
)
from quizengine_key_terms.patterns.candidate import CALLED_WHICH, Candidate, TokenPattern
from quizengine_key_terms.patterns.clauses import NAMING_VERBS, is_renamed
from quizengine_key_terms.patterns.noun_phrases import (
    CLOSING_QUOTES,
    NAMING,
    OPENING_QUOTES,
    head_of,
    noun_phrase_before,
    noun_phrase_from,
    rest_from,
)
from quizengine_key_terms.patterns.openings import opening_phrase

WORDS_FOR_WORDS = word_set("term word phrase expression concept")
_COINS = word_set("coin use introduce employ create choose")
_DESCRIBING = frozenset({"describe", "mean", "denote", "designate", "refer"})
_SUMS_UP = word_set(
    """
    practice preference move level effort decision feeling step change trend fact situation event sign act reminder
    task number development result evidence proof role position claim view amount lot sum total function
    """
)
"""Nouns that, after a comma, as often sum up the whole sentence as they explain the noun before them."""
_OPENS = {"is": "is", "are": "is", "was": "is", "were": "is", "refers": "means", "refer": "means"}
"""Verbs that define what a sentence opens with, and the rule of each."""
_BEFORE_CALLED = frozenset({",", "—", "–", "("})
_SAY_WHICH = word_set("of that who which in for by to where when between whose with")


def _opens_with(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from a sentence that begins with a noun phrase and "is a" or "refers to", however it is analysed."""
    tokens = tree.tokens
    verb = tokens[index].form
    term = opening_phrase(tree, index) if verb in _OPENS and index < len(tokens) - 2 else ()
    if not term or _is_too_long([tokens[each] for each in term]):
        return
    start = index + (2 if verb.startswith("refer") else 1)
    first = tokens[start]
    begins = first.form in ("a", "an", "the") or (first.upos in NAMING and verb in ("are", "were"))
    if not begins or (verb.startswith("refer") and (tokens[index + 1].form != "to" or is_renamed(tree, index + 1))):
        return
    head = head_of(tree, meaning := rest_from(tree, start))
    if tokens[head].upos == "NOUN" and tree.sentence.span.text.rstrip()[-1:] not in '?”"':
        yield Candidate(tree, _OPENS[verb], term, meaning, head, past=verb in ("was", "were"))


def _is_too_long(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence opens with more than a word or a short noun phrase."""
    return len(tokens) > 1 and any(map(_is_outside, tokens))


def _is_outside(token: Token) -> bool:
    """Return whether a token cannot be in a short noun phrase that opens a sentence."""
    inside = token.upos in NAMING or token.upos == "DET" or token.xpos in ("VBG", "VBN", "VB", "VBP")
    return not inside and token.form not in OPENING_QUOTES | CLOSING_QUOTES | {"-"}


def _called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "thick bundles of axons, called nerves" and "an organ known as the spleen"."""
    token = tree.tokens[index]
    known, named = token.lemma == "know", token.lemma in NAMING_VERBS and token.xpos == "VBN"
    if not named or token.head < 0 or tree.dependent(index, "nsubj", "aux") is not None:
        return
    if known and (index + 1 >= len(tree.tokens) or tree.tokens[index + 1].form.lower() != "as"):
        return
    term = noun_phrase_from(tree, index + (2 if known else 1))
    meaning = _described_before(tree, index)
    meaning = _noun_told_before(tree, meaning) or meaning
    if term and meaning and not _names_several(tree, term):
        head = token.head if token.relation.startswith("acl") and token.head in meaning else head_of(tree, meaning)
        if not are_of_one_number(tree, head, term[-1]):
            head = head_of(tree, meaning)
        if hangs_on_a_noun(tree, meaning, term[-1]) or _is_only_the_end(tree, meaning, index):
            return
        meaning, head, certain = called_so(tree, meaning, head, term[-1])
        if tree.tokens[head].upos == "NOUN" and are_of_one_number(tree, head, term[-1]):
            behind = _told_behind(tree, term[-1]) if certain and head == meaning[-1] else ()
            yield Candidate(tree, "called", term, (*meaning, *behind), head)
            which = _what_it_does_behind(tree, term[-1])
            if which and tree.tokens[meaning[0]].form.lower() in ("a", "an"):
                yield Candidate(tree, CALLED_WHICH, term, (*meaning, *which), head)


def _names_several(tree: Tree, term: Sequence[int]) -> bool:
    """Return whether an "and" and another name are behind a name: "two poodles named Rex and Bello"."""
    behind = tree.tokens[term[-1] + 1 : term[-1] + 3]
    capitals = all(token.form[:1].isupper() for token in (tree.tokens[term[-1]], *behind[1:]))
    return len(behind) > 1 and behind[0].form in ("and", ",") and capitals


def _noun_told_before(tree: Tree, meaning: tuple[int, ...]) -> tuple[int, ...]:
    """The phrase before a comma whose noun comes again behind it: "a flow towards the sea, a flow called ebb"."""
    tokens = tree.tokens
    if len(meaning) != len(("a", "flow")) or tokens[meaning[0]].form not in ("a", "an"):
        return ()
    comma, noun = meaning[0] - 1, tokens[meaning[-1]].form
    first = next((each for each in range(comma - 1, 0, -1) if tokens[each].form == noun), 0)
    while first and (_is_inside(tokens[first - 1]) and tokens[first].upos != "DET"):
        first -= 1
    found = tuple(range(first, comma))
    one_phrase = all(tokens[each].xpos not in TENSED and tokens[each].upos != "PUNCT" for each in found)
    opens = bool(found) and tokens[first].form.lower() in ("a", "an", "the")
    return found if opens and one_phrase and tokens[comma].form in _BEFORE_CALLED else ()


def _is_only_the_end(tree: Tree, meaning: tuple[int, ...], index: int) -> bool:
    """Return whether a bare noun may only end what is called so: "…, leading to loss of grip, called wear"."""
    tokens, first = tree.tokens, meaning[0]
    bare = tokens[first].upos == "NOUN" and tokens[first].xpos == "NN" and tokens[first - 1].upos == "ADP"
    return first > 1 and bare and tokens[index - 1].form == "," and tokens[first - 2].xpos == "VBG"


def _told_behind(tree: Tree, last: int) -> tuple[int, ...]:
    """The relative clause after a term that ends its sentence: "pores called stomata, through which air enters".

    One in the past tense tells what happened: "a stone called bluff, after which the town was named". A bare "which"
    only adds something.
    """
    tokens = tree.tokens
    if last + 3 >= len(tokens) or tokens[last + 1].form != ",":
        return ()
    which = last + 2 + (tokens[last + 2].upos == "ADP")
    if tokens[which].form.lower() not in (("which",) if which > last + 2 else ("whose", "where")):
        return ()
    behind = rest_from(tree, last + 2)
    told = any(tokens[each].xpos == "VBD" for each in behind)
    return () if told or any(tokens[each].form in (",", ";", ":", "—", "–") for each in behind) else behind


def _what_it_does_behind(tree: Tree, last: int) -> tuple[int, ...]:
    """The tokens of what something does, behind its name: "a custom called barter, which replaces coins"."""
    tokens = tree.tokens
    if last + 4 >= len(tokens) or [token.form for token in tokens[last + 1 : last + 3]] != [",", "which"]:
        return ()
    behind = rest_from(tree, last + 2)
    done = tokens[last + 3].xpos in ("VBZ", "VBP") and tokens[last + 3].upos == "VERB"
    return behind if done and all(tokens[each].form not in (",", ";", ":", "—", "–") for each in behind) else ()


def _described_before(tree: Tree, index: int) -> tuple[int, ...]:
    """The phrase that a "called" belongs to: with all that depends on its noun, or read backwards word by word."""
    tokens, noun = tree.tokens, tree.tokens[index].head
    if tokens[index].relation.startswith("acl") and noun < index and tokens[noun].upos == "NOUN":
        if any(tokens[each].upos == "AUX" for each in range(noun + 1, index)):
            return ()
        clause = any(tokens[each].relation.startswith("acl") for each in range(noun + 1, index))
        if clause:
            return tree.trimmed(range(min(tree.subtree(noun)), index))
    start = end = index - 1 if tokens[index - 1].form not in _BEFORE_CALLED else index - 2
    while start >= 0 and (_is_inside(tokens[start]) or tokens[start].form in ("of", "-")):
        start -= 1
    while start < end and tokens[start + 1].form == "of":  # "made up of bundles of axons"
        start += 1
    return tree.trimmed(range(start + 1, end + 1)) if start < end else ()


def _is_inside(token: Token) -> bool:
    """Return whether a token may be in a noun phrase before its noun: also "woven" in "a woven cloth"."""
    return token.upos in NAMING | {"DET"} or (token.xpos == "VBN" and token.relation == "amod")


def _in_apposition(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "democracy, a system of government characterized by majority rule"."""
    token = tree.tokens[index]
    if not token.relation.startswith(("appos", "conj")) or token.upos != "NOUN" or _is_in_a_list(tree, index):
        return
    if token.lemma.lower() in _SUMS_UP:
        return
    first = min(tree.subtree(index))
    while first < index and tree.tokens[first].upos == "PUNCT":
        first += 1
    if first < 2 or tree.tokens[first].form.lower() not in ("a", "an", "the"):
        return
    following = tree.tokens[index + 1] if index + 1 < len(tree.tokens) else token
    says_which = following.form.lower() in _SAY_WHICH or following.xpos in ("VBN", "VBG")
    closing = next((each for each in range(index, len(tree.tokens) - 1) if tree.tokens[each].form == ","), None)
    if closing is not None and tree.tokens[closing + 1].upos in ("CCONJ", "DET"):  # one of a list
        return
    if following.lemma in NAMING_VERBS:  # "turn light into sugar, a process called photosynthesis"
        return
    term = defined_by(tree, noun_phrase_before(tree, first - 1), index)
    if tree.tokens[first - 1].form == "," and says_which and term:
        yield Candidate(tree, "apposition", term, rest_from(tree, first), index, closed=True)


def _in_opening_apposition(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "simony, the buying and selling of church offices, angered …" where it opens the sentence."""
    tokens = tree.tokens
    if (
        tokens[index].form != ","
        or index + 2 >= len(tokens)
        or tokens[index + 1].form.lower() not in ("a", "an", "the")
    ):
        return
    closing = next((each for each in range(index + 1, len(tokens) - 1) if tokens[each].form == ","), None)
    if closing is None or tokens[closing + 1].xpos not in FINITE_TAGS:
        return
    term = noun_phrase_before(tree, index)
    head = head_of(tree, meaning := rest_from(tree, index + 1))
    if term and term[0] == 0 and tokens[head].lemma.lower() not in _SUMS_UP:
        yield Candidate(tree, "apposition", term, meaning, head, closed=True)


def _which_is(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "threads, which are the thinnest parts of a rope that bear weight", however it is analysed."""
    tokens = tree.tokens
    if index < 2 or index + 3 >= len(tokens) or tokens[index - 1].form != "," or tokens[index].form != "which":
        return
    if tokens[index + 1].form not in ("is", "are") or tokens[index + 2].form not in ("a", "an", "the"):
        return
    meaning = rest_from(tree, index + 2)
    head = head_of(tree, meaning)
    if term := defined_by(tree, noun_phrase_before(tree, index - 1), head):
        yield Candidate(tree, "which is", term, meaning, head, closed=True)


def _is_in_a_list(tree: Tree, index: int) -> bool:
    """Return whether a noun is one of several that "and" or "or" joins."""
    first = min(tree.subtree(index))
    own = [each for each in tree.dependents(index, "conj") if "," in {t.form for t in tree.tokens[index:each]}]
    beside = [index, *tree.dependents(tree.tokens[index].head, "conj"), *own]
    return any(tree.dependent(each, "cc") is not None and min(tree.subtree(each)) >= first for each in beside)


def _coined(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "Mills coined the phrase power elite to describe the small group of people who …"."""
    if tree.tokens[index].lemma.lower() not in WORDS_FOR_WORDS:
        return
    before = [tree.tokens[each].lemma for each in range(max(0, index - 3), index)]
    forms = [token.form.lower() for token in tree.tokens]
    chosen = any(tree.tokens[each].upos == "DET" for each in range(max(0, index - 3), index))
    if not chosen or not set(before) & _COINS or "to" not in forms[index + 2 : index + 9]:
        return
    to = forms.index("to", index + 2)
    if to + 2 >= len(forms) or tree.tokens[to + 1].lemma not in ("describe", "mean", "denote", "refer"):
        return
    start = to + (3 if tree.tokens[to + 1].lemma == "refer" else 2)
    if forms[start : start + 1] == ["what"] and "as" in forms[start : start + 6]:  # "what he saw as the group that …"
        start = forms.index("as", start) + 1
    if meaning := rest_from(tree, start):
        yield Candidate(tree, "coined", tuple(range(index + 1, to)), meaning, head_of(tree, meaning))


def _is_used_to_describe(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the term drift is used to describe soil that ice left"."""
    tokens = tree.tokens
    forms = [token.form.lower() for token in tokens]
    to = next((each for each in range(index + 2, min(index + 9, len(tokens) - 3)) if forms[each] == "to"), 0)
    if tokens[index].lemma.lower() not in WORDS_FOR_WORDS or not index or forms[index - 1] != "the" or not to:
        return
    if forms[to - 1] != "used" or tokens[to + 1].lemma not in _DESCRIBING:
        return
    be = next((each for each in range(index + 2, to) if tokens[each].upos == "AUX"), 0)
    refers = tokens[to + 1].lemma == "refer"
    meaning = rest_from(tree, to + (3 if refers else 2))
    if be and meaning and (not refers or forms[to + 2] == "to"):
        yield Candidate(tree, "coined", tuple(range(index + 1, be)), meaning, head_of(tree, meaning))


TOKEN_PATTERNS = (
    TokenPattern(_OPENS, _opens_with),
    TokenPattern(NAMING_VERBS, _called),
    TokenPattern(("appos", "conj"), _in_apposition),
    TokenPattern((",",), _in_opening_apposition),
    TokenPattern(("which",), _which_is),
    TokenPattern(WORDS_FOR_WORDS, _coined),
    TokenPattern(WORDS_FOR_WORDS, _is_used_to_describe),
)
