"""The ways in which a whole clause bears the name behind it: "the cost of one more loaf is the marginal cost".

Next: `namers`.
"""

import re
from collections.abc import Iterator

from quizengine import is_news_report
from quizengine.language import TENSED, WH_WORDS, Tree, word_set
from quizengine_key_terms.patterns.attachment import is_plural
from quizengine_key_terms.patterns.candidate import Candidate, TokenPattern
from quizengine_key_terms.patterns.clauses import NAMING_VERBS
from quizengine_key_terms.patterns.naming import clause_behind_a_noun, is_unbroken
from quizengine_key_terms.patterns.noun_phrases import NAMING, head_of, noun_phrase_from
from quizengine_key_terms.patterns.states import PRESENT
from quizengine_key_terms.term_kinds import CONCEPT, meaning_kind

_LEADS = frozenset({"a", "an", "the", "its", "their"})
_SAYS_WHICH = frozenset(
    {"of", "that", "which", "who", "needed", "required", "for", "between", "at", "in", "on", "inside"}
)
_SUPERLATIVES = frozenset({"JJS", "RBS"})
_JUDGING = word_set(
    """
    main major key only same best new old real true whole big great important common typical usual ideal right wrong
    good bad other first second third last next different special particular
    """
)
"""Words by which a sentence says what it thinks of a thing, and names nothing: "the tax on bread is the main tax"."""
_PAIR = 2
_ABSTRACT = re.compile(r"(?:[ts]ion|ism|ment|ance|ence|ness|osis|asis)\Z")
"""Endings of nouns that name concepts without an article."""
_NAMED = (("is", "called"), ("is", "known", "as"), ("is", "termed"), ("is", "referred", "to", "as"))
_POINTS = frozenset({"this", "it", "that"})


def _is_the(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "the cost of one more loaf is the marginal cost" and "the disc that closes a pipe is the valve"."""
    tokens, last = tree.tokens, len(tree.tokens) - 1
    if tokens[index].form not in ("is", "are") or index < 4 or tokens[last].form != ".":
        return
    start = index + 1 + (tokens[index + 1].form in _LEADS)
    term = tuple(range(start, last))
    inside = all(tokens[each].upos in NAMING or tokens[each].xpos in ("VBN", "VBG") for each in term)
    inside = inside and tokens[start].lemma not in NAMING_VERBS
    head = head_of(tree, tuple(range(index)))
    if not term or not inside or head + 2 >= index:
        return
    again = len(term) > 1 and tokens[term[-1]].lemma == tokens[head].lemma
    named = start > index + 1 or (len(term) == 1 and _ABSTRACT.search(tokens[start].form) is not None)
    if not again and not (named and _is_told_of_now(tree, head, index) and _is_common(tree, term)):
        return
    described = tokens[head + 1].form in _SAYS_WHICH or tokens[head + 1].xpos in ("VBN", "WDT")
    ranked = any(token.xpos in _SUPERLATIVES for token in tokens[:index])
    ranked = ranked or any(tokens[each].xpos == "JJS" or tokens[each].form in _JUDGING for each in term)
    general = tokens[0].form in ("The", "A", "An") or is_plural(tree, head)
    article = tree.sentence.span.article
    in_news = is_news_report(article) and not article.marked_terms
    if described and general and not ranked and not in_news and is_unbroken(tree, range(index)):
        rule = "is called" if again else "is the"
        yield Candidate(tree, rule, tuple(range(index + 1, last)), tuple(range(index)), head)


def _is_told_of_now(tree: Tree, head: int, end: int) -> bool:
    """Return whether a clause in the present tense says which thing is meant: "the muscle that closes a shell"."""
    clause = [tree.tokens[each].xpos for each in range(head + 1, end)]
    present = any(tag in PRESENT for tag in clause) and "VBD" not in clause
    return present and any(tag in WH_WORDS for tag in clause) and meaning_kind(tree, head) in ("thing", CONCEPT)


def _is_common(tree: Tree, term: tuple[int, ...]) -> bool:
    """Return whether a term of one or two words has no capital, and is no adjective."""
    words = [tree.tokens[each] for each in term]
    return len(words) <= _PAIR and words[-1].upos == "NOUN" and all(word.form.islower() for word in words)


def _called_between_commas(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "boats that carry coal, called colliers, sail by night" which no other noun can be."""
    tokens = tree.tokens
    comma = index - 1
    if comma < 3 or tokens[comma].form != "," or tokens[index].form not in ("called", "termed"):
        return
    term = noun_phrase_from(tree, index + 1)
    noun = clause_behind_a_noun(tree, comma)
    if not term or noun < 0 or tokens[noun].xpos != "NNS" or not is_plural(tree, term[-1]):
        return
    closing = tokens[term[-1] + 1] if term[-1] + 1 < len(tokens) else tokens[comma]
    another = tokens[comma - 1].upos in NAMING and tokens[comma - 1].xpos == "NNS"
    if not another and closing.form in (",", ".") and is_unbroken(tree, range(comma)):
        yield Candidate(tree, "is called", term, tuple(range(comma)), noun)


def _when_it_happens(tree: Tree, index: int) -> Iterator[Candidate]:
    """Yield from "when wind carries fine grains away, this is called deflation"."""
    tokens = tree.tokens
    if index < 5 or tokens[index].form not in _POINTS or tokens[index - 1].form != "," or tokens[0].form != "When":
        return
    named = next((each for each in _NAMED if _has(tree, index + 1, each)), ())
    term = noun_phrase_from(tree, index + 1 + len(named)) if named else ()
    clause = tuple(range(1, index - 1))
    told = any(tokens[each].xpos in PRESENT for each in clause)
    once = any(tokens[each].xpos in TENSED - PRESENT for each in clause)
    ends = bool(term) and term[-1] + 2 == len(tokens)
    if ends and told and not once and is_unbroken(tree, clause):
        yield Candidate(tree, "act called", term, clause, clause[0], frame="what happens when")


def _has(tree: Tree, index: int, words: tuple[str, ...]) -> bool:
    return tuple(token.form for token in tree.tokens[index : index + len(words)]) == words


NAMES_AT_THE_END = (
    TokenPattern(("is", "are"), _is_the),
    TokenPattern(("called", "termed"), _called_between_commas),
    TokenPattern(_POINTS, _when_it_happens),
)
