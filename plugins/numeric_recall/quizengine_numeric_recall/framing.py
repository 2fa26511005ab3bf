"""What is put before a question so that it stands alone: who says so, or the article that it is about."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from quizengine import Article, per_article
from quizengine.language import Clause, Pointer, Tree, attributed, lead_in, pointers, weight
from quizengine.language.discourse.pronouns import PRONOUNS
from quizengine.language.names import mentioned_from
from quizengine.language.word_lists import listed

_TITLE_WORDS = 16
_ITS_OWN_HEDGE = listed("allegedly reportedly supposedly apparently")
_LEAD = 5
_NEAR = 6
"""Tokens behind a noun in which a name may say which."""
_SEASONS = listed("spring summer autumn fall winter weekend")
_NOT_IN_A_TITLE = re.compile(r"[“”\"]")
_CUTS = re.compile(r"\s[–—-]\s|[:;—]\s|,\s(?=[A-Z])(?!And|Or|But|Who|Which)")
_LEADS_ON = re.compile(r"(?:How|Why|What|When|Where|As|After|Before|If|While|With|Despite|In|On)\b")
_NUMBERED = re.compile(r"\A\d[\d.]*\s+")
_FEWEST = 4
_ASKS_AT_ONCE = re.compile(r"(?!(?:In|On|At|As|By|After|Since) (?!which|how|what))")
"""No other phrase goes before the question word: one is enough."""
_MOST = 2
"""So many nouns of a question may lean on the title."""
_WEIGHTY = 0.75
"""What a sentence must weigh to lean on the title: readers took such questions only of what the article is about."""
_SAME = 2
"""A noun with "the" that the article uses so often is what it keeps coming back to."""


def framed(
    clause: Clause,
    shown: Sequence[int],
    replaced: Mapping[int, str],
    text: str | None,
    *,
    answer: Sequence[str] = (),
    lean: bool = False,
    whole: bool = False,
) -> str | None:
    """A question or statement with its source before it, and with what its open words lean on before that.

    That is the title of the article or a short sentence from before it; None where neither makes it clear. `shown` are
    the tokens that the text shows, `answer` what no sentence may give away. `lean` says that the words say too little
    without the title; in a `whole` sentence only words of the title lean on it.
    """
    if text is None:
        return None
    tree = clause.tree
    alone = only_person(tree, shown)
    open_words = [
        each
        for each in pointers(tree, shown, replaced)
        if not _is_told_behind(tree, each.token, shown)
        and not _is_compared(tree, each.token)
        and not (tree.tokens[each.token].form.lower() in alone and each.token > first_named(tree, shown))
    ]
    if clause.said and clause.said[0].source is not None:
        text = _lead_last(text)
        if _names_itself(clause, text):
            return None
    if clause.said and open_words and [each.token for each in open_words] == _subject_of_a_report(clause):
        return attributed(clause, text)
    nobody = bool(clause.said) and all(said.source is None for said in clause.said)
    if not open_words and not nobody and not lean:
        return attributed(clause, text)
    title = short_title(tree.sentence.span.article)
    clear = all(
        is_in_the_title(tree, each.token) or (not whole and _is_clear_with_the_title(tree, each)) for each in open_words
    )
    if not title or len(open_words) > _MOST or not clear or weight(tree) < _WEIGHTY:
        lead = None if nobody else lead_in(tree, shown, replaced, answer)
        told = attributed(clause, text) if lead else None
        return f"{lead} {told}" if lead and told and lead.split()[:2] != told.split()[:2] else None
    text = _lead_last(text)
    hedged = any(tree.tokens[each].form.lower() in _ITS_OWN_HEDGE for each in shown)
    told = text if nobody or hedged else attributed(clause, text)
    if told is None or not _ASKS_AT_ONCE.match(told):
        return None
    return f"In the article “{title}”, {_lowered(tree, told, replaced)}"


def _lead_last(text: str) -> str:
    """The question with a phrase that opens it behind it, where something else goes first: "In 2012, how much …?"."""
    lead, comma, rest = text.partition(", ")
    if (
        not comma
        or not text.endswith("?")
        or len(lead.split()) > _LEAD
        or not re.match(r"(?:In|On|At|By|Since) ", lead)
    ):
        return text
    if not re.match(r"(?:how|what|which|in which|about|at least|up to|by)\b", rest):
        return text
    return f"{rest[0].upper()}{rest[1:-1]} {lead[0].lower()}{lead[1:]}?"


def _names_itself(clause: Clause, text: str) -> bool:
    """Whether whoever says so is named in what they say: "According to Lee, Lee sells shoes"."""
    source = clause.said[0].source
    article = clause.tree.sentence.span.article
    if source is None:
        return False
    people = {name.full for _, name in mentioned_from(article, source.span.start, source.span.end)}
    return any(name in text for name in people)


def only_person(tree: Tree, shown: Sequence[int]) -> tuple[str, ...]:
    """The pronouns that stand for the one person whom the words name, so that nobody asks who that is; or none."""
    span = tree.span(shown)
    people = {
        name.full: name
        for mention, name in mentioned_from(span.article, span.start, span.end)
        if name.kind == "person" and set(tree.tokens_in(mention)) & set(shown)
    }
    if len(people) != 1:
        return ()
    pronoun = next(iter(people.values())).pronoun
    return tuple(form for form, subject in PRONOUNS.items() if subject == pronoun or not pronoun)


def first_named(tree: Tree, shown: Sequence[int]) -> int:
    """The first token of a name among the words: no pronoun before it stands for whoever bears it."""
    return next((each for each in shown if tree.tokens[each].upos == "PROPN"), len(tree.tokens))


def _subject_of_a_report(clause: Clause) -> list[int]:
    """The "it" or "they" that stands for whoever says so: "According to Ford, how many cars did it sell?"."""
    subject, source = clause.subject, clause.said[0].source
    if subject is None or source is None or clause.relation != "ccomp" or len(clause.said) > 1 or clause.verb.copular:
        return []
    token, named = clause.tree.tokens[subject.head], clause.tree.tokens[source.head]
    alike = token.form.lower() == ("they" if named.xpos in ("NNS", "NNPS") else "it")
    return [subject.head] if alike and named.upos == "PROPN" else []


def short_title(article: Article) -> str:
    """The title up to its first colon, dash or new clause; empty where it is too long or cannot be quoted."""
    title = article.title
    words = _NUMBERED.sub("", " ".join(title.text.split())).rstrip(".") if title else ""
    first = _CUTS.split(words)[0]
    chosen = first if len(first.split()) > _FEWEST and not _LEADS_ON.match(first) else words
    return "" if len(chosen.split()) > _TITLE_WORDS or _NOT_IN_A_TITLE.search(chosen) else chosen


def _is_compared(tree: Tree, index: int) -> bool:
    """Whether what "the same" is the same as stands right behind it: "the same pay as White soldiers"."""
    behind = [token.form.lower() for token in tree.tokens[index + 1 : index + 5]]
    return tree.tokens[index].form.lower() == "same" and "as" in behind


def _is_told_behind(tree: Tree, index: int, shown: Sequence[int]) -> bool:
    """Whether a place or a name right behind a noun with "the" says which: "the strike at Leeds Hospital".

    Seasons need none: "the winter" is that of the article.
    """
    if tree.tokens[index].upos != "NOUN":
        return False
    if tree.tokens[index].lemma.lower() in _SEASONS:
        return True
    behind = [each for each in shown if index < each <= index + _NEAR]
    forms = [tree.tokens[each].form.lower() for each in behind]
    named = next((at for at, each in enumerate(behind) if tree.tokens[each].upos == "PROPN"), None)
    if named is None or not forms or not (tree.tokens[behind[0]].upos == "ADP" or "of" in forms[:named]):
        return False
    return not any(tree.tokens[each].upos in ("VERB", "PUNCT", "SCONJ") for each in behind[:named])


def is_in_the_title(tree: Tree, index: int) -> bool:
    """Whether a noun with "the" stands in the title of the article."""
    token = tree.tokens[index]
    title = token.span.article.title
    if token.upos != "NOUN" or title is None:
        return False
    return bool(re.search(rf"\b{re.escape(token.lemma)}\b", title.text, re.IGNORECASE))


def _is_clear_with_the_title(tree: Tree, pointer: Pointer) -> bool:
    """Whether a noun with "the" is one that the whole article is about, or that some other word describes.

    One that the article also tells others of ("arrangements", "another poll") is none.
    """
    token = tree.tokens[pointer.token]
    if is_in_the_title(tree, pointer.token):
        return True
    if pointer.kind != "which" or token.upos != "NOUN":
        return False
    counts = _counts(token.span.article)
    lemma = token.lemma.lower()
    described = any(tree.tokens[each].upos == "NOUN" for each in tree.dependents(pointer.token, "compound"))
    if token.xpos == "NNS":
        return counts.get(token.form.lower(), 0) >= _SAME or described
    others = counts.get(f"{lemma}s", 0) + counts.get(f"another {lemma}", 0) + counts.get(f"one {lemma}", 0)
    return not others and (described or counts.get(lemma, 0) >= _SAME)


@per_article
def _counts(article: Article) -> dict[str, int]:
    """How often each word stands in the article in small letters, also with "another" or "one" before it."""
    found = re.findall(r"(?:another |one )?[^\W\d_]+", article.text.lower())
    return Counter([*found, *(words.split()[-1] for words in found if " " in words)])


def _lowered(tree: Tree, text: str, replaced: Mapping[int, str]) -> str:
    """The text with the small letter that it begins with inside a sentence; a name keeps its capital."""
    first = text.split()[0]
    named = first == "I" or any(name.split()[:1] == [first] for name in replaced.values())
    named = named or any(token.form == first and token.upos == "PROPN" for token in tree.tokens)
    return text if named else text[0].lower() + text[1:]
