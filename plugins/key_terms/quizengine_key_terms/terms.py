"""Decides which words are a term: a short noun phrase that names a concept, not a person, a pronoun or an idiom.

Next: `endings`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine.language import Tree, content_words, name_at, surface_text, uncapitalised, word_set
from quizengine_key_terms.in_bold import is_in_bold, part_in_bold
from quizengine_key_terms.patterns.candidate import LISTED, Candidate
from quizengine_key_terms.patterns.noun_phrases import CLOSING_QUOTES, OPENING_QUOTES, comes_small, is_in_a_set_phrase
from quizengine_key_terms.patterns.phrases import WORDS_FOR_WORDS
from quizengine_key_terms.short_forms import ABBREVIATION, short_forms, written_out
from quizengine_key_terms.synonyms import other_name, two_names
from quizengine_key_terms.term_kinds import MASS

_LONGEST, _LONGEST_NAME = 4, 7
"""Words of a term, and of one that is a name, hyphens not counted."""
_NO_TERMS = word_set(
    """
    result purpose aim goal problem heart key answer idea beginning end question reason example difference importance
    cause effect point issue way thing fact truth case need challenge focus basis source matter author study report
    article book chapter section table figure part rest majority number lot kind type form sort one other others
    another same such step task subject object choice response alternative people person man woman world day time year
    place name word term phrase expression meaning definition role job function trick secret advantage disadvantage
    today something anything nothing everything everyone event change move decision concern solution comparison addition
    """
)
"""Nouns that name nothing by themselves: what is said of "the result" or "the purpose" defines no term."""
_EXAMPLES = word_set("example instance illustration exception reason consequence aim goal primary secondary companion")
"""Nouns that name nothing in a phrase either: "a simple example is …", "the optical companion is …"."""
_VERDICTS = word_set(
    "myth mistake failure success disaster tragedy miracle fraud hoax lie joke shame insult triumph folly"
)
"""Nouns by which something is judged: "the idea that trade helps is known as a myth"."""
_VAGUE = word_set("certain various different several other only first second third next last few many more most less")
_POINTS_BACK = word_set("this that these those such same latter former some many every each another no any all")
"""Words before a noun that point to what was told before, or leave open which one it is."""
MARKED = frozenset({"called", "is called", "coined", "act called", "entry", LISTED})
"""Patterns that say of a term that it is one."""
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ"})
_JOINED = frozenset({"of", "in", "or", "and", "to", "the"})
_QUOTES = OPENING_QUOTES | CLOSING_QUOTES
ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ness|ism|ity|ship|logy|graphy|nomy|pathy|therapy|cracy|archy|metry|phobia|osis|esis|asis|ics"
    r"|ance|ence|ture|ing)s?\Z"
)
"""Endings of nouns that name concepts; a word with one that opens a sentence is not a name."""
_MEASURED = word_set(
    """
    number value quantity organ gland muscle bone tissue layer membrane hormone enzyme protein molecule vein artery
    """
)
"""Nouns of what there is one of in every set of data or body."""
_ADJECTIVE = re.compile(r"(?:al|ial|ic|ous|ive|able|ible|ed|less|ful)\Z")
"""Endings of adjectives; other words are sometimes taken for one."""


@dataclass(frozen=True)
class Term:
    """A term as it is shown."""

    tokens: tuple[int, ...]
    words: str
    noun: str
    """Its last word, or the one before a preposition: "rate" in "rate of change"."""
    plural: bool
    proper: bool
    """True if it is written with a capital inside a sentence."""
    accepted: tuple[str, ...] = ()
    """Other ways to write it: an abbreviation written out."""
    other_number: tuple[str, ...] = ()
    """The singular of a plural term, and the plural of one that can be counted."""
    nouns: tuple[str, ...] = ()
    """Its nouns before any preposition: "media" and "consolidation" in "media consolidation"."""


def term_of(candidate: Candidate, explained: bool = False) -> Term | str:
    """The term of a candidate, or what it lacks, in words; with `explained`, it may be a name."""
    tree = candidate.tree
    tokens, quoted = _bare(tree, candidate.term)
    tokens, second = two_names(tree, part_in_bold(tree, tokens))
    capitals = all(tree.tokens[each].form[:1].isupper() or tree.tokens[each].form in _JOINED for each in tokens)
    named = explained and (capitals or _is_the_topic(tree, tokens))
    longest = _LONGEST_NAME if named else _LONGEST
    if not tokens or len([each for each in tokens if tree.tokens[each].form != "-"]) > longest:
        return "the term is a phrase of many words, or of none"
    marked = quoted or candidate.rule in MARKED
    head = _head(tree, tokens)
    fault = _fault(candidate, tokens, head, marked or named)
    if fault:
        return fault
    words = surface_text(tree, tokens).replace(" - ", "-")
    plural = _is_plural(candidate, head)
    proper = any(_is_capital(tree, each) for each in tokens if tree.tokens[each].form not in _JOINED)
    proper = proper and not (len(tokens) == 1 and _is_common(candidate, tokens[0], plural))
    proper = proper or bool(re.search(r"[a-z][A-Z]", words))
    if candidate.rule == "apposition" and plural != (tree.tokens[candidate.head].xpos in ("NNS", "NNPS")):
        return "what stands beside it is of another number"
    abbreviated = ABBREVIATION.fullmatch(words) is not None
    opens = proper and _only_opens(tree, tokens)
    proper = proper and not opens
    if proper and not (marked or explained) and not (abbreviated and candidate.rule != "apposition"):
        return "it is a name"
    article = tree.sentence.span.article
    short = (*written_out(article, words), *short_forms(article, words))
    accepted = (*short, *_other_names(candidate, tokens[-1]), *second)
    if not proper and not opens and not words[1:2].isupper():  # "REM sleep"
        words = uncapitalised(words)
    countable = any(tree.tokens[each].form.lower() in ("a", "an") for each in candidate.term[:2])
    other = _other_number(tree, tokens, words) if (plural or countable) and head == tokens[-1] else ()
    nouns = tuple(
        tree.tokens[each].form for each in tokens if each <= head and tree.tokens[each].upos in ("NOUN", "PROPN")
    )
    return Term(tokens, words, surface_text(tree, [head]), plural, proper, accepted, other, nouns)


def _is_the_topic(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a term is the title of its article, without what is in brackets there: "Leo (stars)"."""
    title = tree.sentence.span.article.title
    words = surface_text(tree, tokens).casefold()
    return title is not None and re.sub(r" \(.*\)", "", title.text.strip()).casefold() == words


def _other_names(candidate: Candidate, last: int) -> tuple[str, ...]:
    """The other name of a term beside its last token, if it is no part of the meaning."""
    tokens = other_name(candidate.tree, last)
    return (surface_text(candidate.tree, tokens),) if tokens and not {*tokens} & {*candidate.meaning} else ()


def _is_plural(candidate: Candidate, head: int) -> bool:
    """Return whether a term is a plural: by its verb where it has one, else by its noun."""
    tree = candidate.tree
    verb = tree.tokens[candidate.meaning[0] - 1].form if candidate.meaning[0] else ""
    if candidate.rule == "is" and verb in ("is", "was", "are", "were"):
        return verb in ("are", "were")
    return tree.tokens[head].xpos in ("NNS", "NNPS") and not tree.tokens[head].form.endswith(("itis", "osis", "esis"))


def _is_common(candidate: Candidate, index: int, plural: bool) -> bool:
    """True if a word that only ever opens sentences is no name: a name is no plural and no act, and means nothing."""
    tree = candidate.tree
    if any(token.form[:1].isalnum() for token in tree.tokens[:index]):
        return False
    if tree.tokens[index].form in tree.sentence.span.article.text[tree.tokens[index].span.end :].split():
        return False
    head, before = tree.tokens[candidate.head], tree.tokens[candidate.meaning[0]]
    if candidate.rule == "means":
        return True
    return plural or head.lemma.lower() in MASS or head.xpos == "VBG" or (head.xpos == "NN" and before is head)


def _other_number(tree: Tree, tokens: Sequence[int], words: str) -> tuple[str, ...]:
    """The singular of a plural term, or the plural of a singular one, where its last word is its noun."""
    last = tree.tokens[tokens[-1]]
    if last.upos != "NOUN" or ABBREVIATION.fullmatch(last.form):
        return ()
    if last.xpos == "NNS":
        singular = last.lemma.lower()
        return (f"{words[: len(words) - len(last.form)]}{singular}",) if content_words(singular) else ()
    if re.search(r"[^aeiou]y\Z", words):
        return (f"{words[:-1]}ies",)
    return (f"{words}es" if words.endswith(("s", "x", "ch", "sh")) else f"{words}s",)


def _bare(tree: Tree, term: Sequence[int]) -> tuple[tuple[int, ...], bool]:
    """The tokens without article, quotation marks, brackets and "the term"; and whether they are quoted."""
    inside, depth, quoted = [], 0, False
    for index in term:
        form = tree.tokens[index].form
        depth += form in "([" if form else 0
        quoted = quoted or form in _QUOTES
        if not depth and form not in _QUOTES and form != ",":
            inside.append(index)
        depth -= form in ")]" if form else 0
    while inside and (tree.tokens[inside[0]].upos == "DET" or tree.tokens[inside[0]].form == "its"):
        inside.pop(0)
    if len(inside) > 1 and tree.tokens[inside[0]].lemma.lower() in WORDS_FOR_WORDS:
        return tuple(inside[1:]), True
    return tuple(inside), quoted


def _head(tree: Tree, tokens: Sequence[int]) -> int:
    """The noun of a term: the last word before a preposition."""
    for at, index in enumerate(tokens):
        if tree.tokens[index].form.lower() in ("of", "in", "to") and at:
            return tokens[at - 1]
    return tokens[-1]


def _fault(candidate: Candidate, tokens: Sequence[int], head: int, marked: bool) -> str:
    tree = candidate.tree
    words = [tree.tokens[each] for each in tokens]
    if not all(
        word.upos in _INSIDE
        or word.xpos in ("VBG", "VBN")
        or (len(words) == 1 and (word.xpos in ("VB", "VBP") or word.upos == "ADV") and candidate.rule == "means")
        or (at and (word.form.lower() in _JOINED or word.form == "-"))
        or marked
        for at, word in enumerate(words)
    ) or not re.search(r"[^\W\d_]{2}", words[-1].form):
        return "the term is no noun phrase"
    if any(re.search(r"\d", word.form) or word.upos == "PRON" for word in words):
        return "the term holds a number or a pronoun"
    plain = len(tokens) == 1 or head != tokens[-1]
    lemma = tree.tokens[head].lemma.lower()
    named = candidate.rule == "is called" or is_in_bold(tree, tokens)
    if lemma in _EXAMPLES or (plain and lemma in _NO_TERMS and not named):
        return "it is a word that names nothing by itself"
    if candidate.rule == "apposition" and is_in_a_set_phrase(tree, tokens[0]):
        return "a preposition makes it a set phrase"
    name = name_at(tree.span(tokens))
    common = len(words) > 1 and words[-1].form.islower() and is_in_bold(tree, tokens)  # "the Holm effect"
    if name is not None and name.kind in ("person", "place") and not common:
        return "it is the name of a person or a place"
    if any(word.form.lower() in ("v.", "vs.", "v", "vs") for word in words):
        return "it is the name of a case in court"
    if tokens[0] and tree.tokens[tokens[0] - 1].upos == "NUM":
        return "it is what a figure counts"
    if words[0].form.lower() in _VAGUE or (words[0].xpos == "JJS" and not marked):
        return "it is one of several"
    article = next((tree.tokens[each].form.lower() for each in candidate.term if tree.tokens[each].upos == "DET"), "")
    if {article, words[0].form.lower()} & _POINTS_BACK:
        return "it is one of those told before"
    if fault := _fault_of_the_last_word(candidate, tokens):
        return fault
    if (
        article == "the"
        and not (marked or is_in_bold(tree, tokens) or _is_one_of_a_kind(candidate, tokens))
        and _is_told_before(tree, tokens)
    ):
        return "it is one thing, told before"
    return ""


def _fault_of_the_last_word(candidate: Candidate, tokens: Sequence[int]) -> str:
    """Return why the last word of what something is called names nothing; empty if it does."""
    word = candidate.tree.tokens[tokens[-1]]
    adjective = word.xpos == "JJ" and (not is_in_bold(candidate.tree, tokens) or _ADJECTIVE.search(word.form))
    if candidate.rule == "is" and _opens_an_inversion(candidate, tokens):
        return "it is an adjective before its verb, and no name of a thing"
    if candidate.rule == "is called" and adjective:
        return "it is an adjective, and no name of a thing"
    return "it judges, and names nothing" if word.lemma.lower() in _VERDICTS else ""


def _opens_an_inversion(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether an adjective opens a sentence whose subject is behind: "vital to it is the lens that …"."""
    tree, first = candidate.tree, tokens[0]
    behind = tree.tokens[first + 1] if first + 1 < len(tree.tokens) else tree.tokens[first]
    opening, linked = tree.tokens[first], behind.upos == "ADP"
    if candidate.term[0] != first or not (linked or behind.lemma == "be") or is_in_bold(tree, tokens):
        return False
    formed = opening.upos in ("ADJ", "ADV", "VERB") and _ADJECTIVE.search(opening.form) is not None
    return formed or (linked and opening.upos == "ADJ")


def _is_one_of_a_kind(candidate: Candidate, tokens: Sequence[int]) -> bool:
    """Return whether "the" tells of all there are, and points to none told before: "the median is a number that …".

    A measure or a part of a body is meant so where the article never speaks of "a median".
    """
    tree, head = candidate.tree, candidate.head
    before = tree.tokens[candidate.meaning[0]].form.lower()
    if candidate.rule != "is" or candidate.past or before not in ("a", "an"):
        return False
    words = re.escape(surface_text(tree, tokens).lower())
    text = tree.sentence.span.article.text.lower()
    return tree.tokens[head].lemma.lower() in _MEASURED and re.search(rf"\b(?:an?|this|that) {words}\b", text) is None


def _is_told_before(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether "the" can point back: the word came before, or it is one of something ("the rate of change")."""
    if any(tree.tokens[each].form.lower() in ("of", "in", "to") for each in tokens):
        return True
    token = tree.tokens[tokens[-1]]
    article = token.span.article
    before = article.text[: token.span.start].casefold()
    return len(tokens) == 1 and not ABBREVIATION.fullmatch(token.form) and token.lemma.casefold() in before


def _is_capital(tree: Tree, index: int) -> bool:
    """Return whether a word has a capital that is not only that of a sentence's start."""
    word = surface_text(tree, [index])
    if not word[:1].isupper():
        return False
    opens = not any(re.search(r"\w", tree.tokens[each].form) for each in range(index))
    if not opens or ABBREVIATION.fullmatch(word):
        return True
    return tree.tokens[index].upos == "PROPN" and not comes_small(tree, index) and not ABSTRACT.search(word)


def _only_opens(tree: Tree, tokens: Sequence[int]) -> bool:
    """Return whether a term in bold opens its sentence, and none of its words but the first has a capital."""
    first = not any(token.form[:1].isalnum() for token in tree.tokens[: tokens[0]])
    rest = [tree.tokens[each].form for each in tokens[1:]]
    return first and bool(rest) and is_in_bold(tree, tokens) and all(form == form.lower() for form in rest)
