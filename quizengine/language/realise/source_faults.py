"""Signs that made words were cut wrongly out of their sentence, which show only beside that sentence.

Next: `soundness`, for what shows in the words alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from quizengine.language.names import name_at
from quizengine.language.names.given_names import is_given_name
from quizengine.language.syntax import Tree, is_a
from quizengine.text.article import Article, Span, cache_per_article

_WIDE = re.compile(r"([\w’'%]+) {2,}(?=([£$€]?[\w’'%]+))")
"""Two words and more than one blank: a dash was between them before the text was made plain."""
_NAME_RUN = r"(?:[A-Z][\w’'.-]*)(?: (?:(?:of|the|and|de|in|for|&) )*[A-Z][\w’'.-]*)*"
_TITLE_GOES_ON = re.compile(
    rf"({_NAME_RUN}): ((?:(?:The|An?) )?[A-Z][\w’'-]*(?: (?:(?:of|the|and|in|for) )*[A-Z][\w’'-]*)+)"
)
"""A name, a colon and at least two more words of a title: “Northern Lights: The Long Night”."""
_SMALL_THE = re.compile(rf"\bthe ({_NAME_RUN})")
_THE_WITHIN = re.compile(rf"(?<=[a-z]) The ({_NAME_RUN})")
_THE_QUOTED = re.compile(rf"[“\"]The ({_NAME_RUN})[”\",]")
_JOINS_VERBS = frozenset({"and", "or"})
_TAKES_PART = ("nsubj", "obj", "nmod:poss")
_PAST = frozenset({"VBD", "VBN"})
_JOINED_BEFORE = re.compile(r"[A-Z][\w’'.-]* (?:for|of|and|&) \Z")
_MARKS = re.compile("[“”]")
_RANKS = "Earl|Duke|Count|Baron|Marquess|Viscount|Prince|Lord|Bishop|Countess|Duchess|Baroness|Princess|Lady"
_OF_A_WHOLE_NAME = re.compile(rf"\b((?:{_RANKS}) of )(?:[A-Z][\w’'.-]* )+([A-Z][\w’'-]*)")
_BYNAME = re.compile(r"\b([A-Z][\w’'-]*) the ([A-Z][\w’'-]*)")
_TWO_MODELS = re.compile(r"\b([A-Z][\w’'-]* \d+) (?:and|or|&) (\d+)\b")
_STANDS_OUT = re.compile(r"\b(?:first|second|third|last|only|next|[a-z]{3,}est) (?:[^\s,;:()]+ ){1,9}(?=to [a-z])")
"""The words before the infinitive that says in what something was the first: "the first ship to reach Cork"."""
_ENDS_IN_A_LIST = re.compile(r"[A-Z][\w’'-]*(?:, [A-Z][\w’'-]*){2,}\?")


def source_faults(words: Article, source: Tree) -> Iterator[str]:
    """Yield what was cut out of a sentence that the words need, each in a clause; nothing if no fault is found.

    `words` are a question with its key, or a statement with its gap filled; `source` is the sentence they were made of.
    """
    text = " ".join(_MARKS.sub("", words.text).split())
    yield from (fault for fault, holds in _BESIDE_THE_SOURCE if holds(text, source))
    if _loses_a_shared_object(words, source):
        yield "it leaves out what its verb shares with another"


def leaves_a_given_name_alone(words: Article, source: Tree) -> bool:
    """Return whether words tell of somebody by a given name that the article neither completes nor has in its title."""
    title = source.sentence.span.article.title
    return any(
        token.upos == "PROPN"
        and is_a(token.relation, *_TAKES_PART)
        and is_given_name(token.form)
        and (title is None or token.form not in title.text)
        and _is_all_of_a_person(token.span)
        and re.search(rf"(?<!\w){token.form}(?![\w-]| (?:the )?[A-Z])", words.text) is not None
        and re.search(rf"\b[A-Z][\w’.-]+ {token.form}\b", words.text) is None
        for token in source.tokens
    )


def _is_all_of_a_person(span: Span) -> bool:
    """Return whether a word is all that the article has of somebody's name."""
    name = name_at(span)
    return name is not None and name.kind == "person" and name.full == span.text


def begins_within_a_name(quoted: str, source: Tree) -> bool:
    """Return whether a description begins within a name: “Public Works chairman”, of "Office for Public Works"."""
    before, found, _ = source.sentence.span.text.partition(quoted)
    return bool(found) and quoted[:1].isupper() and _JOINED_BEFORE.search(before) is not None


def ends_before_its_clause(quoted: str, source: Tree) -> bool:
    """Return whether a description ends before a "that": “the head of the team”, of "the team that dug the mill"."""
    _, found, behind = source.sentence.span.text.partition(quoted)
    return bool(found) and re.match(r"\s+that\b", behind) is not None


def _runs_over_a_lost_mark(text: str, source: Tree) -> bool:
    """Return whether words stand side by side that a mark parted before the article was made plain text."""
    return any(
        re.search(rf"(?<!\w){re.escape(found[1])} {re.escape(found[2])}(?!\w)", text)
        for found in _WIDE.finditer(source.sentence.span.text)
    )


def _cuts_a_title_at_its_colon(text: str, source: Tree) -> bool:
    """Return whether words name only what a title has before its colon."""
    return any(
        re.search(rf"\b{re.escape(found[1])}\b", text) is not None
        and found[2] not in text
        and _is_one_name(found, source)
        for found in _TITLE_GOES_ON.finditer(source.sentence.span.text)
    )


def _is_one_name(found: re.Match[str], source: Tree) -> bool:
    """Return whether what is on both sides of a colon is one name: a subject, or written twice."""
    span = source.sentence.span
    before = source.tokens_in(span.article.span(span.start + found.start(1), span.start + found.end(1)))
    behind = source.tokens_in(span.article.span(span.start + found.start(2), span.start + found.end(2)))
    acts = any(
        each.relation.startswith("nsubj") and each.head > behind[-1] for each in map(source.tokens.__getitem__, before)
    )
    return acts or found[0] in _repeated_titles(span.article)


def _takes_the_capital_of_a_title(text: str, source: Tree) -> bool:
    """Return whether "the" is small in a title that the article writes with "The" within its sentences."""
    titles = _titles_with_the(source.sentence.span.article)
    return any(found[1] in titles for found in _SMALL_THE.finditer(text))


@cache_per_article
def _titles_with_the(article: Article) -> frozenset[str]:
    """All names behind a "The" that follows a small word or is quoted with its name alone, and none behind "the"."""
    within, quoted, small = (set(each.findall(article.text)) for each in (_THE_WITHIN, _THE_QUOTED, _SMALL_THE))
    return frozenset((within | quoted) - small)


@cache_per_article
def _repeated_titles(article: Article) -> frozenset[str]:
    """All titles with a colon inside that the article writes more than once."""
    counted = Counter(found[0] for found in _TITLE_GOES_ON.finditer(article.text))
    return frozenset(title for title, count in counted.items() if count > 1)


def _puts_a_whole_name_into_a_title(text: str, source: Tree) -> bool:
    """Return whether "Ada Moss" was put in for a part of another name: "Earl of Ada Moss", "Ada Moss the Elder"."""
    said = " ".join(source.sentence.span.text.split())
    ranked = any(found[0] not in said and found[1] + found[2] in said for found in _OF_A_WHOLE_NAME.finditer(text))
    return ranked or any(
        found[0] not in said and re.search(rf"\b[A-Z][\w’'-]* the {re.escape(found[2])}\b", said) is not None
        for found in _BYNAME.finditer(text)
    )


def _completes_the_end_of_a_name(text: str, source: Tree) -> bool:
    """Return whether "Cushitic" of "Western Cushitic" was taken for a short name: "Western East Cushitic"."""
    for before, token in pairwise(source.tokens):
        name = name_at(token.span) if before.upos in ("ADJ", "PROPN") and before.form[:1].isupper() else None
        if name is None or not name.full.endswith(f" {token.form}"):
            continue
        alone = any(each.start == token.span.start for each in name.mentions)
        titled = before.upos == "PROPN" and name.kind == "person"  # "President Moss"
        if alone and not titled and re.search(rf"\b{re.escape(f'{before.form} {name.full}')}\b", text):
            return True
    return False


def _cuts_what_one_name_shares(text: str, source: Tree) -> bool:
    """Return whether of "Ferry 12 and 30 boats" only "Ferry 12" is told."""
    return any(
        found[1] in text and re.search(rf"\b{found[2]}\b", text) is None
        for found in _TWO_MODELS.finditer(source.sentence.span.text)
    )


def _cuts_a_title_in_its_list(text: str, source: Tree) -> bool:
    """Return whether words end within a list of capitalised words that has no "and" yet: "Rye, Oats, Barley?"."""
    said = source.sentence.span.text
    return any(
        re.search(rf"{re.escape(found[0][:-1])},? (?:and |& )?[A-Z][\w’'-]*,? (?:and|&|of) ", said) is not None
        for found in _ENDS_IN_A_LIST.finditer(text)
    )


def _cuts_what_it_was_first_in(text: str, source: Tree) -> bool:
    """Return whether of "the first ship of Cork to cross the sea" only "the first ship of Cork" is told."""
    span = source.sentence.span
    for found in _STANDS_OUT.finditer(span.text):
        after = source.tokens_in(span.article.span(span.start + found.end(), span.end))
        infinitive = len(after) > 1 and source.tokens[after[1]].xpos == "VB"
        told = " ".join(found[0].split())
        if infinitive and re.search(rf"\b{re.escape(told)}(?! to {re.escape(source.tokens[after[1]].form)}\b)", text):
            return True
    return False


def _loses_a_shared_object(words: Article, source: Tree) -> bool:
    """Return whether of "has revised and reprinted her novels" only "has revised" is asked."""
    tokens = source.tokens
    said = {match[0].lower() for match in re.finditer(r"[\w’'-]+", words.text)}
    for at, token in enumerate(tokens[:-1]):
        joined = source.dependent(at, "conj")
        if joined is None or tokens[at + 1].form.lower() not in _JOINS_VERBS or token.form.lower() not in said:
            continue
        shared = [each for verb in (at, joined) for each in source.dependents(verb, "obj") if each > joined]
        verbs = {token.xpos, tokens[joined].xpos} <= _PAST and source.dependent(at, "aux:pass") is None
        left_out = shared and not {tokens[each].form.lower() for each in (joined, *shared)} & said
        if verbs and left_out and source.dependent(joined, "nsubj", "aux:pass") is None:
            return True
    return False


_BESIDE_THE_SOURCE: tuple[tuple[str, Callable[[str, Tree], bool]], ...] = (
    ("a mark is lost between two of its words", _runs_over_a_lost_mark),
    ("a title is cut at its colon", _cuts_a_title_at_its_colon),
    ("a title has lost the capital of its “The”", _takes_the_capital_of_a_title),
    ("a whole name stands where a part of another belongs", _puts_a_whole_name_into_a_title),
    ("the end of a name was taken for a short name", _completes_the_end_of_a_name),
    ("a name has lost the second of two numbers", _cuts_what_one_name_shares),
    ("a title is cut in its list", _cuts_a_title_in_its_list),
    ("it leaves out in what something is the first or only one", _cuts_what_it_was_first_in),
)
