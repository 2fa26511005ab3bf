"""Statements about a term in bold other than definitions: what it does, and what happens in it.

Next: `contrasts`.
"""

from collections.abc import Callable, Iterator

from quizengine import Refusal
from quizengine.language import Tree, capitalised, name_at, surface_text, uncapitalised, word_set
from quizengine_key_terms.aspect import Aspect, Told, replacements
from quizengine_key_terms.in_bold import terms_in_bold
from quizengine_key_terms.patterns.noun_phrases import NAMING, comes_small, noun_phrase_from
from quizengine_key_terms.patterns.states import PRESENT

DOES = word_set(
    """
    absorb accelerate activate add allow attach attack bind block break bring build carry catalyse catalyze cause
    change check coat collect combine connect control convert coordinate cover create cut decrease deliver destroy
    detect determine digest direct divide drive enable enforce engulf ensure fight filter form generate give govern
    grant guard guide help hold improve increase influence inhibit insulate join keep kill limit line link lower
    maintain make measure move neutralize open organize prevent produce promote protect provide pull pump push raise
    reduce regulate release remove repair replace require restrict seal secrete send separate slow split stimulate
    stop store strengthen supply support surround synthesise synthesize tell transfer transform translate transmit
    transport trap trigger unwind
    """
)
"""Verbs that say what a thing is for, or how it works."""
_HOLDS = word_set("emphasize emphasise stress teach preach reject deny advocate oppose promote favor favour")
"""Verbs that say what a view holds, which is asked for by the verb itself, also of the past."""
_VIEW = ("ism", "logy", "theory", "perspective", "philosophy")
_ARTICLES = frozenset({"a", "an", "the"})
_ANOTHER = _ARTICLES | {"another"}
_IN_IT = ((",", "where"), (",", "in", "which"))
_EMPTY = word_set("it they this that these those he she we you there")
_FEWEST, _MOST_BEFORE = 4, 6
"""Tokens of what is said, and those with which a sentence may open before a name."""


def said_in_bold(tree: Tree) -> Aspect | Refusal | None:
    """The statement of a sentence about one of its terms in bold; None if it makes none that can be asked for."""
    terms = [*terms_in_bold(tree), *_called_at_the_opening(tree)]
    found = (each for term in terms for find in _FINDERS for each in find(tree, _whole(tree, term)))
    return next(found, None)


def _called_at_the_opening(tree: Tree) -> Iterator[tuple[int, ...]]:
    """Yield the term that a sentence opens with behind "an enzyme called"."""
    forms = [token.form.lower() for token in tree.tokens[:_MOST_BEFORE]]
    if forms and forms[0] in _ANOTHER and "called" in forms:
        term = noun_phrase_from(tree, forms.index("called") + 1)
        if term := tuple(each for each in term if tree.tokens[each].upos != "DET"):
            yield term


def _whole(tree: Tree, term: tuple[int, ...]) -> tuple[int, ...]:
    """A term with the nouns and adjectives before it that are not in bold: "RNA primase"."""
    first = term[0]
    while first and (tree.tokens[first - 1].upos in NAMING or tree.tokens[first - 1].form == "-"):
        first -= 1
    return tuple(range(first, term[-1] + 1))


def _does(tree: Tree, term: tuple[int, ...]) -> Iterator[Aspect | Refusal]:
    """Yield from "an enzyme called ligase seals the gaps" and "a charter gives a town its rights"."""
    tokens, verb = tree.tokens, _verb_behind(tree, term)
    if not verb or not _is_its_subject(tree, term):
        return
    lemma, past = tokens[verb].lemma.lower(), tokens[verb].xpos == "VBD"
    view = lemma in _HOLDS and tokens[term[-1]].form.lower().endswith(_VIEW)
    thing = lemma in DOES and not past and not _is_a_name(tree, term)
    if not view and not thing:
        return
    end = next((at for at in range(verb, len(tokens)) if tokens[at].form in (";", ":", "—", "–")), len(tokens))
    said = tree.trimmed(range(verb, end))
    if len(said) < _FEWEST:
        return
    name, do = _named(tree, term), "did" if past else "do" if tokens[verb].xpos == "VBP" else "does"
    answer = f"{capitalised(name)} {surface_text(tree, said, replacements(tree))}"
    yield Told(tree, term, said, said, stated=True).asked(
        f"what {do} {name} {lemma if view else 'do'}", rule="what it does", answer=answer
    )


def _verb_behind(tree: Tree, term: tuple[int, ...]) -> int:
    """The verb right behind a term, or behind brackets or the comma that closes an apposition; 0 if there is none."""
    tokens, at = tree.tokens, term[-1] + 1
    if at < len(tokens) and tokens[at].form == "(":
        at = next((each for each in range(at, len(tokens)) if tokens[each].form == ")"), len(tokens)) + 1
    opens = any(token.form == "," for token in tokens[: term[0]])
    if at < len(tokens) and opens and tokens[at].form == ",":
        at += 1
    if at >= len(tokens) - 1:
        return 0
    taken_for_a_noun = tokens[at].xpos == "NNS" and tokens[at].lemma in DOES and tokens[at + 1].upos == "DET"
    tensed = tokens[at].upos == "VERB" and tokens[at].xpos in PRESENT | {"VBD"}
    return at if tensed or taken_for_a_noun else 0


def _is_its_subject(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a term opens its sentence, alone or behind "an enzyme called" or "another enzyme,"."""
    before = [token.form.lower() for token in tree.tokens[: term[0]]]
    if before[-1:] and before[-1] in _ARTICLES:
        before.pop()
    if not before:
        return True
    kind = tree.tokens[1 : len(before) - 1]
    return (
        before[-1] in ("called", ",")
        and before[0] in _ANOTHER
        and bool(kind)
        and all(token.upos in NAMING for token in kind)
    )


def _happens_in(tree: Tree, term: tuple[int, ...]) -> Iterator[Aspect | Refusal]:
    """Yield from "this led to block voting, in which all members of a guild vote for one candidate"."""
    tokens = tree.tokens
    forms = [token.form for token in tokens[term[-1] + 1 : term[-1] + 4]]
    lead = next((lead for lead in _IN_IT if tuple(forms[: len(lead)]) == lead), ())
    if lead:
        yield from _told_of(tree, term, term[-1] + 1 + len(lead))


def _opens_with_it(tree: Tree, term: tuple[int, ...]) -> Iterator[Aspect | Refusal]:
    """Yield from "in sleepwalking, or somnambulism, the sleeper may leave the bed"."""
    tokens = tree.tokens
    before = [token.form.lower() for token in tokens[: term[0]]]
    if before not in (["in"], ["in", "a"], ["in", "an"]) or term[-1] + 1 >= len(tokens):
        return
    at = term[-1] + 1
    if [token.form for token in tokens[at : at + 2]] == [",", "or"]:
        at = next((each for each in range(at + 2, min(at + 6, len(tokens))) if tokens[each].form == ","), 0)
    if at and tokens[at].form == ",":
        yield from _told_of(tree, term, at + 1)


def _told_of(tree: Tree, term: tuple[int, ...], start: int) -> Iterator[Aspect | Refusal]:
    """Yield the clause from a token on as what happens in a term, if it is in the present tense and general."""
    tokens = tree.tokens
    said = tree.trimmed(range(start, len(tokens)))
    tensed = [tokens[each].xpos for each in said if tokens[each].xpos in PRESENT | {"VBD", "MD"}]
    general = bool(tensed) and tensed[0] in PRESENT and "VBD" not in tensed
    if len(said) < _FEWEST or not general or tokens[said[0]].form.lower() in _EMPTY:
        return
    first = next(each for each in said if tokens[each].xpos in PRESENT)
    name = _named(tree, term)
    stem = f"what happens in {name}" if tokens[first].upos == "VERB" else f"what characterizes {name}"
    clause = uncapitalised(surface_text(tree, said, replacements(tree)))
    yield Told(tree, term, said, said, stated=True).asked(stem, rule="what it does", answer=f"In {name}, {clause}")


def _is_a_name(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a word of a term has a capital that is neither that of its sentence nor of an abbreviation."""
    forms, name = [tree.tokens[each].form for each in term if each], name_at(tree.span(term))
    if name is not None and name.kind in ("person", "place"):
        return True
    return any(form[:1].isupper() and not form[1:2].isupper() for form in forms)


def _named(tree: Tree, term: tuple[int, ...]) -> str:
    """A term with its article."""
    tokens, words = tree.tokens, surface_text(tree, term).replace(" - ", "-")
    before = tokens[term[0] - 1].form.lower() if term[0] else ""
    view = tokens[term[0]].upos == "PROPN" and words.endswith(_VIEW) and not comes_small(tree, term[0])
    words = words if view or _is_a_name(tree, term) or words[1:2].isupper() else uncapitalised(words)
    return f"{before} {words}" if before in _ARTICLES else words


_FINDERS: tuple[Callable[[Tree, tuple[int, ...]], Iterator[Aspect | Refusal]], ...] = (
    _does,
    _happens_in,
    _opens_with_it,
)
