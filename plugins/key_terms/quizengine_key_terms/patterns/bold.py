"""The ways in which words define a term because it is in bold: elsewhere the same words may say anything of it.

Next: `terms`.
"""

import re
from collections.abc import Callable, Iterator

from quizengine.language import TENSED, Tree, surface_text, verbs_of
from quizengine_key_terms.in_bold import paragraphs_of_terms, terms_in_bold
from quizengine_key_terms.patterns.attachment import are_of_one_number, defined_by
from quizengine_key_terms.patterns.candidate import Candidate
from quizengine_key_terms.patterns.clauses import is_renamed
from quizengine_key_terms.patterns.namers import is_namer
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_before, rest_from
from quizengine_key_terms.patterns.states import PRESENT

_CLOSING = {"(": ")", "—": "—", "–": "–"}
_ACT = re.compile(r"[a-z](?:tion|sion|ment|ance|ence|al|sis)\Z")
"""Endings of nouns that explain without an article: "graviception (perception of up and down)"."""
_LEADS = ([",", "meaning"], [",", "which", "means"], ["means"])
_FEWEST_PARAGRAPHS = 3
_LONGEST_ASIDE = 6
"""Tokens between the commas around an aside."""
_WHICH = frozenset({"that", "who", "which"})
_HOLDING = frozenset({"hold", "teach"})
_RELATIVES = (("that",), ("which",), ("who",), ("in", "which"), ("for", "which"))
_OPENS_A_MEANING = frozenset({"a", "an", "the"})


def bold_candidates(tree: Tree) -> Iterator[Candidate]:
    """Yield the candidates whose terms a sentence has in bold."""
    for term in terms_in_bold(tree):
        for find in _PATTERNS:
            yield from find(tree, term)


def _beside_a_mark(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "a sill (a sheet of rock between two layers)" and "terracing—the building of steps into a slope—".

    A "how" may begin it, too: "reliability (how likely a test is to be repeated)".
    """
    mark, tokens = term[-1] + 1, tree.tokens
    if mark + 2 >= len(tokens) or tokens[mark].form not in _CLOSING:
        return
    closing = _CLOSING[tokens[mark].form]
    end = next((each for each in range(mark + 1, len(tokens)) if tokens[each].form == closing), len(tokens))
    meaning = tree.trimmed(range(mark + 1, end))
    if not meaning:
        return
    head = head_of(tree, meaning)
    opens = tokens[meaning[0]].form in _OPENS_A_MEANING or tokens[head].xpos == "NNS"
    if tokens[meaning[0]].form == "how" and len(meaning) > 2:
        yield Candidate(tree, "means", _with_article(tree, term), meaning[1:], meaning[1], frame="how")
        return
    act = [tokens[each].form for each in meaning[:2]]
    opens = opens or (act[1:] == ["of"] and _ACT.search(act[0]) is not None)
    if opens and _explains(tree, term, head):
        yield Candidate(tree, "apposition", _with_article(tree, term), meaning, head)


def _behind_a_comma(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "it is speeded by diffusion, the spread of customs across borders"."""
    comma, tokens = term[-1] + 1, tree.tokens
    if comma + 2 >= len(tokens) or tokens[comma].form != ",":
        return
    told_of_several = tokens[comma + 1].xpos == tokens[term[-1]].xpos == "NNS" and tokens[comma + 2].form in _WHICH
    if tokens[comma + 1].form not in _OPENS_A_MEANING and not told_of_several:
        return
    closing = next((each for each in range(comma + 1, len(tokens) - 1) if tokens[each].form == ","), None)
    if closing is not None and tokens[closing + 1].upos in ("CCONJ", "DET"):  # one of a list
        return
    meaning = rest_from(tree, comma + 1)
    head = head_of(tree, meaning)
    if _explains(tree, term, head):
        yield Candidate(tree, "apposition", _with_article(tree, term), meaning, head, closed=True)


def _explains(tree: Tree, term: tuple[int, ...], head: int) -> bool:
    """Return whether a noun beside a term explains it alone: not so in "the discovery of silver, the cause of …"."""
    whole = _with_article(tree, term)
    inside = whole[0] > 0 and tree.tokens[whole[0] - 1].form == "of"
    fits = tree.tokens[head].upos == "NOUN" and are_of_one_number(tree, head, term[-1])
    return fits and (not inside or defined_by(tree, whole, head) == whole)


def _meaning_so(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "a commons, meaning land that all may use", ", which means that …" and "scarcity means that …"."""
    forms = [token.form for token in tree.tokens[term[-1] + 1 : term[-1] + 5]]
    lead = next((lead for lead in _LEADS if forms[: len(lead)] == lead), [])
    start = term[-1] + 1 + len(lead)
    clause = start < len(tree.tokens) and tree.tokens[start].form == "that"
    if not lead or (lead == ["means"] and not clause):
        return
    if meaning := rest_from(tree, start + clause):
        frame = "the fact that" if clause else ""
        yield Candidate(tree, "means", _with_article(tree, term), meaning, head_of(tree, meaning), frame=frame)


def _which_is(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "encoding, which is the input of information into memory"."""
    start = term[-1] + 4
    forms = [token.form for token in tree.tokens[term[-1] + 1 : start + 1]]
    if forms[:3] in ([",", "which", "is"], [",", "which", "are"]) and forms[3:]:
        opens = forms[3] in _OPENS_A_MEANING or forms[2] == "are"
        meaning = rest_from(tree, start)
        if opens and meaning:
            yield Candidate(tree, "which is", _with_article(tree, term), meaning, head_of(tree, meaning), closed=True)


def _behind_an_aside(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "mutual aid, on the other hand, is an exchange of work between neighbors"."""
    tokens, opens = tree.tokens, term[-1] + 1
    within = tokens[opens + 1 : opens + 2 + _LONGEST_ASIDE]
    closes = next((each for each, token in enumerate(within, opens + 1) if token.form == ","), 0)
    short = closes and all(token.upos not in ("VERB", "AUX") for token in tokens[opens + 1 : closes])
    if not short or tokens[opens].form != "," or _with_article(tree, term)[0] or closes + 2 >= len(tokens):
        return
    verb, first = tokens[closes + 1].form, tokens[closes + 2]
    if verb in ("is", "are") and (first.form in _OPENS_A_MEANING or (verb == "are" and first.upos in NAMING)):
        meaning = rest_from(tree, closes + 2)
        yield Candidate(tree, "is", _with_article(tree, term), meaning, head_of(tree, meaning))


def _is_without_article(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "discrimination is unequal treatment of people because of a group to which they belong"."""
    tokens, verb = tree.tokens, term[-1] + 1
    if term[0] or verb + 2 >= len(tokens) or tokens[verb].form != "is" or tokens[verb + 1].upos not in ("ADJ", "NOUN"):
        return
    meaning = rest_from(tree, verb + 1)
    yield Candidate(tree, "is", term, meaning, head_of(tree, meaning))


def _refers_to(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "named after a baker, the Holm effect refers to the rise of prices after a feast"."""
    start = term[-1] + 3
    forms = [token.form for token in tree.tokens[term[-1] + 1 : start]]
    if forms in (["refers", "to"], ["refer", "to"]) and not is_renamed(tree, start - 1) and start < len(tree.tokens):
        meaning = rest_from(tree, start)
        yield Candidate(tree, "means", _with_article(tree, term), meaning, head_of(tree, meaning))


def _people_call_it(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "economists call the value of the next best choice the opportunity cost"."""
    tokens, whole = tree.tokens, _with_article(tree, term)
    call = next((each for each in range(1, whole[0]) if tokens[each].form == "call"), None)
    if call is None or tokens[call].xpos not in PRESENT or not is_namer(tokens[call - 1]):
        return
    meaning = tuple(range(call + 1, whole[0]))
    opens = bool(meaning) and (tokens[meaning[0]].form in _OPENS_A_MEANING or tokens[meaning[0]].xpos == "NNS")
    if opens and _ends_at(tree, term) and all(tokens[each].upos != "PUNCT" for each in meaning):
        yield Candidate(tree, "is called", whole, meaning, head_of(tree, meaning))


def _is_the_term(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "the price at which supply equals demand is the equilibrium price"."""
    tokens, whole = tree.tokens, _with_article(tree, term)
    verb = whole[0] - 1
    if tokens[whole[0]].xpos not in ("DT", "PRP$") or verb < 3 or tokens[verb].form != "is" or not _ends_at(tree, term):
        return
    small = tokens[term[-1]].form[:1].islower()
    meaning = tuple(range(verb))
    if small and tokens[0].form in ("The", "A", "An") and all(tokens[each].upos != "PUNCT" for each in meaning):
        head = head_of(tree, meaning)
        one_clause = (
            sum(tokens[each].xpos in TENSED for each in meaning) <= 1
        )  # that of "at which supply equals demand"
        if tokens[head].upos == "NOUN" and one_clause:
            yield Candidate(tree, "is called", whole, meaning, head)


def _in_one(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "in a command economy, the government decides what is produced"."""
    tokens, comma = tree.tokens, term[-1] + 1
    noun, before = tokens[term[-1]].form, [token.form.lower() for token in tokens[: term[0]]]
    counted = before in (["in", "a"], ["in", "an"])
    opens = len(term) > 1 and (counted or (before == ["in"] and noun.endswith("ing")))
    if not opens or comma >= len(tokens) or tokens[comma].form != ",":
        return
    root = tree.root
    if root > comma and (tokens[root].xpos in PRESENT or _is_passive(tree, root)):
        article = ("an " if noun[0] in "aeiou" else "a ") if counted else ""
        frame = f"{article}{noun} in which"
        yield Candidate(tree, "in a state", _with_article(tree, term), rest_from(tree, comma + 1), root, frame=frame)


def _is_passive(tree: Tree, root: int) -> bool:
    return any(tree.tokens[each].xpos in PRESENT for each in tree.dependents(root, "aux", "cop"))


def _before_a_colon(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "delta: a fan of mud that a river builds", if several paragraphs of an article begin so."""
    sentence, colon = tree.sentence.span, term[-1] + 1
    paragraphs = paragraphs_of_terms(sentence.article)
    if term[0] or sentence.start not in paragraphs or len(paragraphs) < _FEWEST_PARAGRAPHS:
        return
    meaning = rest_from(tree, colon + 1)
    if meaning and tree.tokens[colon].form == ":" and tree.tokens[meaning[0]].upos != "NUM":
        yield Candidate(tree, "entry", term, meaning, head_of(tree, meaning))


def _is_one_that(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "a **tidal** mill is one that stands by the sea", where "one" is a mill."""
    tokens, last = tree.tokens, term[-1]
    while last + 1 < len(tokens) and tokens[last + 1].upos == "NOUN":
        last += 1
    verb = last + 1
    if verb < len(tokens) and tokens[verb].form == "(":
        verb = next((each + 1 for each in range(verb, len(tokens)) if tokens[each].form == ")"), verb)
    forms = [token.form for token in tokens[verb : verb + 4]]
    relative = next((each for each in _RELATIVES if forms[: 2 + len(each)] == ["is", "one", *each]), ())
    whole = _with_article(tree, tuple(range(term[0], last + 1)))
    start = verb + 2 + len(relative)
    if not relative or tokens[last].xpos != "NN" or tokens[whole[0]].form.lower() not in ("a", "an"):
        return
    noun = tokens[last].form
    frame = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun} {' '.join(relative)}"
    yield Candidate(tree, "is", whole, rest_from(tree, start), start, frame=frame)


def _view_that(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "she defended **gradualism**, which held that rocks form slowly"."""
    tokens, verb = tree.tokens, term[-1] + 3
    forms = [token.form for token in tokens[term[-1] + 1 : verb]]
    if verb + 2 >= len(tokens) or forms != [",", "which"] or tokens[verb + 1].form != "that":
        return
    if tokens[term[-1]].form.endswith("ism") and tokens[verb].lemma in _HOLDING | verbs_of("asserts", "finds"):
        past = tokens[verb].xpos == "VBD"
        meaning = rest_from(tree, verb + 2)
        yield Candidate(tree, "means", term, meaning, verb, past=past, frame="the view that")


def _kind_before_which(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "it was followed by a labor system, the corvée, which bound peasants to build roads"."""
    tokens, whole, verb = tree.tokens, _with_article(tree, term), term[-1] + 3
    kind = noun_phrase_before(tree, whole[0] - 1) if whole[0] > 1 and tokens[whole[0] - 1].form == "," else ()
    forms = [token.form for token in tokens[term[-1] + 1 : verb]]
    if len(kind) <= 1 or forms != [",", "which"] or verb + 1 >= len(tokens) or tokens[verb].xpos not in TENSED:
        return
    opens = tokens[kind[0]].form.lower() in ("a", "an", "another") and tokens[whole[0]].form == "the"
    small = tokens[term[-1]].form.islower() and are_of_one_number(tree, kind[-1], term[-1])
    if opens and small and all(token.form != "," for token in tokens[verb:]):
        noun = surface_text(tree, kind[1:])
        frame = f"{'an' if noun[0] in 'aeiou' else 'a'} {noun} that"
        past = tokens[verb].xpos == "VBD"
        yield Candidate(tree, "which is", whole, rest_from(tree, verb), kind[-1], past=past, frame=frame)


def _behind_a_colon(tree: Tree, term: tuple[int, ...]) -> Iterator[Candidate]:
    """Yield from "sounds reach the cochlea: a coiled tube that turns them into signals"."""
    tokens, colon = tree.tokens, term[-1] + 1
    forms = [token.form for token in tokens[colon : colon + 2]]
    if term[0] and forms in ([":", "a"], [":", "an"]) and colon + 2 < len(tokens):
        meaning = rest_from(tree, colon + 1)
        head = head_of(tree, meaning)
        if _explains(tree, term, head):
            yield Candidate(tree, "apposition", _with_article(tree, term), meaning, head)


def _with_article(tree: Tree, term: tuple[int, ...]) -> tuple[int, ...]:
    """A term with the article before it."""
    own = term[0] and (tree.tokens[term[0] - 1].upos == "DET" or tree.tokens[term[0] - 1].form == "its")
    return (term[0] - 1, *term) if own else term


def _ends_at(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a mark is behind a term, or nothing."""
    return all(token.upos == "PUNCT" for token in tree.tokens[term[-1] + 1 : term[-1] + 2])


_PATTERNS: tuple[Callable[[Tree, tuple[int, ...]], Iterator[Candidate]], ...] = (
    _beside_a_mark,
    _behind_a_comma,
    _meaning_so,
    _which_is,
    _behind_an_aside,
    _is_without_article,
    _refers_to,
    _people_call_it,
    _is_the_term,
    _in_one,
    _is_one_that,
    _view_that,
    _kind_before_which,
    _before_a_colon,
    _behind_a_colon,
)
