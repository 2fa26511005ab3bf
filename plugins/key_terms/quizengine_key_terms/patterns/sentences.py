"""The ways in which a whole sentence defines a term: "erosion occurs when …", "by erosion we mean …", "Erosion: …".

What is said is not a noun phrase in some of them: then a candidate's frame says what is before it in a question, as in
"what happens when …".
Next: `key_term_lists`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from quizengine import Article, cache_per_article
from quizengine.language import Tree, phrase_set, word_set
from quizengine_key_terms.in_bold import is_in_bold
from quizengine_key_terms.patterns.attachment import defined_by
from quizengine_key_terms.patterns.candidate import LISTED, Candidate, TokenPattern
from quizengine_key_terms.patterns.key_term_lists import listed_terms
from quizengine_key_terms.patterns.noun_phrases import (
    CLOSING_QUOTES,
    NAMING,
    OPENING_QUOTES,
    head_of,
    noun_phrase_before,
    noun_phrase_from,
    rest_from,
)
from quizengine_key_terms.patterns.openings import end_before_a_remark
from quizengine_key_terms.patterns.states import PRESENT


def _by_first(known: Iterable[str]) -> dict[str, list[str]]:
    """Phrases by their first words, as most tokens begin none of them."""
    found: dict[str, list[str]] = {}
    for one in sorted(known):
        found.setdefault(one.split()[0], []).append(one)
    return found


_MADE_UP = _by_first(
    phrase_set(
        """
    consists of | consist of | is made up of | are made up of | is composed of | are composed of | is comprised of
    | are comprised of
    """
    )
)
ACTS = word_set(
    """
    process practice phenomenon condition tendency strategy technique procedure behavior behaviour situation arrangement
    tactic custom response reaction mechanism pattern effect event method cycle policy
    """
)
"""Nouns that sum up what a sentence tells: "plants turn light into sugar, a process called photosynthesis"."""
_CALLED = _by_first(phrase_set("called | known as | referred to as | termed | named"))
_WORDS_FOR = _by_first(
    phrase_set(
        """
    is the term for | is the word for | is a term for | is the term used to describe | is a term used to describe
    | is a general term for | is a generic term for | is an umbrella term for | is a collective term for
    | is the scientific term for | is the technical term for | is the name for | is the name given to | is a word for
    | can be thought of as | may be thought of as
    """
    )
)
_WHO_MEANS = word_set(
    "we i they economists scientists psychologists sociologists historians scholars biologists experts"
)
_IN_A = ("In", "a")
_HAPPENS = frozenset({"occurs", "happens", "occur"})
_COMES_ABOUT = frozenset({"arises", "results", "develops", "takes"})
"""Verbs with which one also tells when something that everybody knows comes about, unless it is in bold."""
CONDITIONS = frozenset({"When", "If", "Where"})
"""Words that open a sentence of two clauses: "when wind carries grains away, a desert sinks"."""
_THAT_IS = frozenset({"i.e.", "i.e", "ie.", "ie"})
_OPENING_MARKS = frozenset({"—", "–", "(", ","})
_LONGEST = 4
_ENTRY_MARKS = frozenset({":", "–", "—", "-"})
_ENTRY = re.compile(r"(?m)^[ \t]*[A-Z][\w’' -]{2,40}(?::| [–—-]) +[\w“(].{20,}$")
"""A line of a glossary: a term, a colon or a dash, and what it means."""
_FEWEST_ENTRIES = 3


def _words(tree: Tree, start: int, count: int) -> str:
    return " ".join(token.form.lower() for token in tree.tokens[start : start + count])


def _phrase_at(tree: Tree, index: int, known: Mapping[str, Sequence[str]]) -> int:
    """Return how many tokens the longest of some phrases has that begins at a token; 0 if none does."""
    own = known.get(tree.tokens[index].form.lower(), ()) if index < len(tree.tokens) else ()
    lengths = (len(one.split()) for one in own if _words(tree, index, len(one.split())) == one)
    return max(lengths, default=0)


def made_up_at(tree: Tree, index: int) -> int:
    """Return how many tokens "consists of" or a phrase like it has at a token; 0 if there is none."""
    return _phrase_at(tree, index, _MADE_UP)


def _opening_term(tree: Tree, end: int) -> tuple[int, ...]:
    """The tokens before a verb that opens with a term: a short noun phrase, and nothing else but an abbreviation."""
    if [token.form for token in tree.tokens[max(0, end - 3) : end : 2]] == ["(", ")"]:
        end -= 3
    end = end_before_a_remark(tree, end) if end else end
    words = tree.tokens[:end]
    inside = all(word.upos in NAMING | {"DET"} or word.xpos == "VBG" or word.form == "-" for word in words)
    named = inside and len([word for word in words if word.upos != "DET"]) <= _LONGEST
    return tuple(range(end)) if end and named and tree.sentence.span.text.rstrip()[-1:] not in '?”"' else ()


def _occurs_when(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "erosion occurs when water carries soil away"."""
    tokens = tree.tokens
    place = tokens[index].form == "takes"  # "takes place when"
    if [token.form for token in tokens[index + 1 : index + 2 + place]] != ["place", "when"][not place :]:
        return
    term = _opening_term(tree, index)
    certain = bool(term) and (tokens[index].form not in _COMES_ABOUT or is_in_bold(tree, term))
    if certain and tokens[0].form.lower() not in ("the", "this"):
        yield Candidate(tree, "occurs when", term, rest_from(tree, index + 2 + place), index, frame="what happens when")


def _made_up_of(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "a compound consists of atoms of two or more elements"."""
    if not (length := made_up_at(tree, index)) or not (term := _opening_term(tree, index)):
        return
    definite = tree.tokens[0].form.lower() == "the"
    if definite and not re.fullmatch(r"[A-Z]{2,6}", tree.tokens[term[-1]].form):
        return
    yield Candidate(
        tree, "consists of", term, rest_from(tree, index + length), index, frame="something that consists of"
    )


def _act_called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "plants turn light into sugar, a process called photosynthesis"."""
    tokens = tree.tokens
    sums_up = tokens[index].lemma.lower() in ACTS and index > 3 and tokens[index - 1].form.lower() in ("a", "the")
    length = _phrase_at(tree, index + 1, _CALLED)
    if not sums_up or not length or tokens[index - 2].form not in (",", "—", "–"):
        return
    term, before = noun_phrase_from(tree, index + 1 + length), range(index - 2)
    verb = tree.root
    present = 0 < verb < index - 2 and tokens[verb].xpos in PRESENT
    marks = [each for each in before if tokens[each].form in (",", ";", ":")]
    listed_verbs = all(tokens[each].form == "," and tokens[each + 1].xpos in PRESENT for each in marks[1:])
    conditional = bool(marks) and tokens[marks[0]].form == "," and listed_verbs and tokens[0].form in CONDITIONS
    if term and present and (not marks or conditional):
        frame = f"the {tokens[index].form.lower()} in which{',' if conditional else ''}"
        yield Candidate(tree, "act called", term, tree.trimmed(before), verb, frame=frame)


def _in_an_act_called(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "through a process known as leaching, rain washes salts out of the soil"."""
    tokens = tree.tokens
    opens = index == len(_IN_A) and tokens[0].form in ("In", "Through", "By") and tokens[1].form == "a"
    length = _phrase_at(tree, index + 1, _CALLED) if opens else 0
    comma = next((each for each in range(index, len(tokens)) if tokens[each].form == ","), 0)
    term = tuple(range(index + 1 + length, comma)) if length else ()
    named = bool(term) and all(tokens[each].upos in NAMING or tokens[each].xpos == "VBG" for each in term)
    clause, verb = rest_from(tree, comma + 1), tree.root
    helpers = [verb, *tree.dependents(verb, "aux", "cop")]
    if named and len(term) <= _LONGEST and verb > comma and any(tokens[each].xpos in PRESENT for each in helpers):
        yield Candidate(tree, "act called", term, clause, verb, frame=f"the {tokens[index].form} in which")


def _by_it_we_mean(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "by inflation we mean a general rise in prices"."""
    tokens = tree.tokens
    if index or tokens[0].form != "By" or len(tokens) < 6:
        return
    mean = next((each for each in range(2, min(9, len(tokens) - 2)) if tokens[each].form.lower() == "mean"), None)
    if mean is None or tokens[mean - 1].form.lower() not in _WHO_MEANS:
        return
    term = tree.trimmed(each for each in range(1, mean - 1))
    if any(tokens[each].form in CLOSING_QUOTES for each in term[1:-1]):  # “…” of course
        return
    meaning = rest_from(tree, mean + 1)
    yield Candidate(tree, "means", term, meaning, head_of(tree, meaning))


def _that_is(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "enculturation (i.e., the process by which …)"."""
    tokens = tree.tokens
    if index < 2 or tokens[index - 1].form != "(" or tokens[index].form.lower() not in _THAT_IS:
        return
    start = index + 1
    while start < len(tokens) and tokens[start].form in (",", "."):
        start += 1
    end = next((each for each in range(start, len(tokens)) if tokens[each].form == ")"), 0)
    term = noun_phrase_before(tree, index - 1)
    if end > start and term and tokens[term[0]].form.lower() != "the":
        meaning = tuple(range(start, end))
        head = head_of(tree, meaning)
        yield Candidate(tree, "i.e.", defined_by(tree, term, head), meaning, head)


def _that_is_between_marks(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "innate behaviors—that is, behaviors that animals are born with—need no teacher".

    A participle before the term is a part of it that is not read: "acquired behaviors—that is, …".
    """
    tokens = tree.tokens
    if index < 2 or index + 4 >= len(tokens) or tokens[index - 1].form not in _OPENING_MARKS:
        return
    if [token.form for token in tokens[index : index + 3]] != ["that", "is", ","]:
        return
    closing = ")" if tokens[index - 1].form == "(" else tokens[index - 1].form
    end = next((each for each in range(index + 3, len(tokens)) if tokens[each].form == closing), len(tokens))
    term, meaning = noun_phrase_before(tree, index - 1), tree.trimmed(range(index + 3, end))
    head = head_of(tree, meaning)
    before = tokens[term[0] - 1] if term and term[0] else None
    cut_short = before is not None and (before.xpos in ("VBN", "VBG") or (term[0] == 1 and before.upos == "VERB"))
    if term and not cut_short and tokens[term[0]].form.lower() not in ("the", "this", "these"):
        yield Candidate(tree, "i.e.", defined_by(tree, term, head), meaning, head)


def _means_in_brackets(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "(efferent means “moving away from”)"."""
    tokens = tree.tokens
    if tokens[index].form != "(" or index + 4 >= len(tokens) or tokens[index + 2].form != "means":
        return
    end = next((each for each in range(index, len(tokens)) if tokens[each].form == ")"), 0)
    if end > index + 4 and tokens[index + 3].form in OPENING_QUOTES:
        meaning = tuple(range(index + 3, end))
        yield Candidate(tree, "means", (index + 1,), meaning, head_of(tree, meaning))


def _word_for(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "osmosis is the term for the movement of water across a membrane"."""
    length = _phrase_at(tree, index, _WORDS_FOR)
    meaning = rest_from(tree, index + length) if length else ()
    if meaning and (term := _opening_term(tree, index)):
        yield Candidate(tree, "means", term, meaning, head_of(tree, meaning))


def _entry(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "Erosion: the wearing away of rock" where the article holds several such lines."""
    tokens = tree.tokens
    if tokens[index].form not in _ENTRY_MARKS or not 0 < index <= _LONGEST or index + 3 >= len(tokens):
        return
    span = tree.sentence.span
    lines = _entries(span.article)
    if len(lines) < _FEWEST_ENTRIES or span.start not in lines or not _opening_term(tree, index):
        return
    counts = tokens[index + 1].upos == "NUM"  # "Orran: 3 languages of the coast"
    if tokens[index].span.start not in listed_terms(span.article) and not counts:
        meaning = rest_from(tree, index + 1)
        yield Candidate(tree, "entry", tuple(range(index)), meaning, head_of(tree, meaning))


def _listed(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "erosion: wearing away of rock" in a list of key terms; a sentence may hold several of its lines."""
    tokens, article = tree.tokens, tree.sentence.span.article
    start = listed_terms(article).get(tokens[index].span.start)
    if start is None:
        return
    end = article.text.find("\n", start)
    term = tuple(each for each in range(index) if tokens[each].span.start >= start)
    behind = range(index + 1, len(tokens))
    meaning = tree.trimmed(each for each in behind if end < 0 or tokens[each].span.end <= end)
    if term and meaning:
        yield Candidate(tree, LISTED, term, meaning, head_of(tree, meaning))


@cache_per_article
def _entries(article: Article) -> frozenset[int]:
    """Return where the lines of a glossary begin."""
    found = _ENTRY.finditer(article.text)
    return frozenset(match.start() + len(match[0]) - len(match[0].lstrip()) for match in found)


SENTENCE_PATTERNS = (
    TokenPattern(_HAPPENS | _COMES_ABOUT, _occurs_when),
    TokenPattern(_MADE_UP, _made_up_of),
    TokenPattern(ACTS, _act_called),
    TokenPattern(ACTS, _in_an_act_called),
    TokenPattern(("by",), _by_it_we_mean),
    TokenPattern(_THAT_IS, _that_is),
    TokenPattern(("that",), _that_is_between_marks),
    TokenPattern(("(",), _means_in_brackets),
    TokenPattern(_WORDS_FOR, _word_for),
    TokenPattern(_ENTRY_MARKS, _entry),
    TokenPattern(_ENTRY_MARKS, _listed),
)
