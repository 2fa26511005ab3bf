"""Who stands as the subject of a verb of saying: names, pronouns and descriptions, by their place in the clause."""

import re

from quizengine import Article, Span
from quizengine.language.names import Name, mentioned_from
from quizengine.language.names.titles import is_role_noun
from quizengine_quote_attribution.cue_words import AFTER_A_SPEAKER, BETWEEN, PRONOUNS, STOPS, WORD

_BREAK = re.compile(r"[,;(—–]| - |\bwho\b")
_OFFICE_OF = re.compile(
    r"(?i)\b(secretary|minister|director|chief|head) of (?:the )?"
    r"(?:state|defen[cs]e|staff|treasury|interior|justice|war)\b"
)
_BOUNDARY = re.compile(r"(?:[,;:—–]|\b(?:[Bb]ut|[Aa]nd|[Tt]hat|[Ww]hen|[Aa]s|[Ww]hile))\s*\Z")
_COMMA = re.compile(r"[,;:—–]\s*\Z")
_BOUNDARY = re.compile(r"(?:[,;:—–]|\b(?:[Bb]ut|[Aa]nd|[Tt]hat|[Ww]hen|[Aa]s|[Ww]hile))\s*\Z")
_LAST_WORD = re.compile(r"([^\W\d_][\w.’'-]*)\s\Z")
_APPOSITION = re.compile(
    r"(?:\s\([^()]{1,40}\),?|,\s(?:an?|the|who|whose|now|then|one|his|her|their|its|another|also|[A-Z]\S+[’']s?|\d\d,|[a-z’'-]+)\s?[^“”\"]*,|,?\s[—–]\s[^“”\"—–]*[—–]|,)\s*\Z"
)
_DESCRIBES = frozenset(
    [
        "the",
        "a",
        "an",
        "former",
        "his",
        "her",
        "their",
        "its",
        "one",
        "another",
        "fellow",
        "then",
        "current",
        "new",
        "top",
        "senior",
        "longtime",
        "veteran",
    ]
)
_BLOCKS = frozenset(["of", "for", "with", "by", "to", "from", "against", "about", "behind"])


def mentions_between(article: Article, start: int, end: int) -> list[tuple[Span, Name]]:
    """The names mentioned wholly between two offsets, in order."""
    return [(span, name) for span, name in mentioned_from(article, start, end) if span.end <= end]


def subject_from(article: Article, start: int, end: int) -> Span | None:
    """The subject that fills the text between two offsets, up to a verb: “…,” [Ruth Abel, her manager,] said."""
    end = start + len(_without_adverbs(article.text[start:end]))
    phrase = article.text[start:end]
    if not phrase.strip():
        return None
    if phrase.casefold() in PRONOUNS:
        return article.span(start, end)
    found = _BREAK.search(phrase)
    first_end = start + len(phrase[: found.start()].rstrip()) if found else end
    head = _head(article, start, first_end)
    if head is not None:
        return head
    if found and found[0] == ",":
        second = _whole_name(article, start + found.end(), end)
        if second is not None:
            return second
    return article.span(start, first_end) if first_end > start else None


def subject_after(article: Article, start: int, end: int) -> Span | None:
    """The subject right after an inverted verb: “…,” said [board chairman Tomas Lindqvist]."""
    phrase = article.text[start:end]
    opening = len(phrase) - len(phrase.lstrip())
    start += opening
    found = re.search(
        r"[,;:(—–“\"]|[.!?](?=\s|\Z)(?<!\b[A-Z]\.)(?<!Mr\.)(?<!Ms\.)(?<!Dr\.)(?<!Sen\.)(?<!Rep\.)(?<!Gov\.)(?<!Mrs\.)",
        article.text[start:end],
    )
    first_end = start + len(article.text[start : start + found.start() if found else end].rstrip())
    for span, _ in mentions_between(article, start, first_end):
        if not _leads_to(article, start, span):
            break
        following = WORD.match(article.text, span.end + 1) if article.text[span.end : span.end + 1].isspace() else None
        if following and following[0] == "and" and article.text[following.end() + 1 : following.end() + 2].isupper():
            return None
        if span.end >= first_end or (following and (following[0].casefold() in AFTER_A_SPEAKER)):
            return span
        if article.text[span.end : span.end + 1] in "’'":
            continue
    word = WORD.match(article.text, start)
    if word and word[0].casefold() in PRONOUNS:
        return article.span(*word.span())
    if found and found[0] == ",":
        rest = re.match(
            r"\s[^,;:(—–“\".]*(?:\b(?:Mr|Ms|Dr|[A-Z])\.[^,;:(—–“\".]*)*", article.text[start + found.end() : end]
        )
        if rest:
            second = _whole_name(article, start + found.end(), start + found.end() + rest.end())
            if second is not None:
                return second
    return article.span(start, first_end) if first_end > start else None


def subject_before(article: Article, start: int, verb: int) -> Span | None:
    """The subject that ends right before a verb, wherever in the clause it begins: When asked, [Wi] said: “…”."""
    end = start + len(_without_adverbs(article.text[start:verb]))
    word = re.search(r"[^\W\d_]+\Z", article.text[start:end])
    if word and word[0].casefold() in PRONOUNS:
        return article.span(start + word.start(), end)
    inside = mentions_between(article, start, end)
    for span, _ in reversed(inside):
        if span.end == end:
            return span if _stands_alone(article, start, span) else None
    if article.text[start:end].endswith((",", ")", "—", "–")):
        return _with_apposition(article, start, end, inside)
    return article.span(max(start, end - 1), end) if end > start else None


def _without_adverbs(text: str) -> str:
    found = BETWEEN.search(text.rstrip() + " ")
    return text[: found.start()].rstrip() if found else text.rstrip()


def _head(article: Article, start: int, end: int) -> Span | None:
    """The name that a noun phrase is about: the last one, or the first that "of …" follows."""
    inside = mentions_between(article, start, end)
    for span, _ in inside:
        following = re.match(r"\s(of|from|at|in|with|for)\b", article.text[span.end : end])
        if span.end == end or following:
            return span if _leads_to(article, start, span) else None
    return None


def _leads_to(article: Article, start: int, name: Span) -> bool:
    """Whether all between the phrase's start and the name describes it: no verb, no "for", no second person."""
    prefix = article.text[start : name.start]
    words = [word[0] for word in WORD.finditer(_OFFICE_OF.sub(r"\1", prefix))]
    stops = [word for word in words if word in STOPS]
    if re.search(r"[,;:()“”\"]", prefix) or len(words) > 14:
        return False
    if not stops:
        return True
    titled = bool(words) and is_role_noun(words[-1])
    people = [n for _, n in mentions_between(article, start, name.start) if n.kind == "person"]
    return titled and not people and all(stop in ("of", "and") for stop in stops) and words[-1][0].isupper()


def _whole_name(article: Article, start: int, end: int) -> Span | None:
    """The person whose name, with titles at most, is all that stands between two offsets."""
    text = article.text[start:end]
    end -= len(text) - len(text.rstrip(" ,"))
    for span, name in mentions_between(article, start, end):
        if span.end == end and name.kind in ("person", "other"):
            words = WORD.findall(article.text[start : span.start])
            return span if all(is_role_noun(word) or word[0].isupper() for word in words) else None
    return None


def _stands_alone(article: Article, start: int, name: Span) -> bool:
    """Whether the name is the subject itself, not the end of "a spokesman for …" or "Smith and …"."""
    at = name.start
    while (found := _LAST_WORD.search(article.text[start:at])) and _describes(found[1]):
        at = start + found.start()
    before = _LAST_WORD.search(article.text[start:at])
    if before is None:
        return True
    word = before[1].casefold()
    if word == "and":
        joined = start + before.start()
        return not any(
            span.end == len(article.text[:joined].rstrip()) for span, _ in mentions_between(article, start, joined)
        )
    return word not in _BLOCKS


def _begins_phrase(article: Article, start: int, name: Span, boundary: re.Pattern[str] = _BOUNDARY) -> bool:
    """Whether nothing but titles stands between the name and a boundary, or the start, before it."""
    before = article.text[start : name.start]
    while (found := _LAST_WORD.search(before)) and _describes(found[1]):
        before = before[: found.start()]
    return not before.strip() or bool(boundary.search(before))


def _describes(word: str) -> bool:
    return word[0].isupper() or is_role_noun(word) or word in _DESCRIBES


def _with_apposition(article: Article, start: int, end: int, inside: list[tuple[Span, Name]]) -> Span | None:
    """The person before an apposition that ends right before the verb: "[Ruth Abel], her manager, said"."""
    text = article.text
    people = [span for span, name in inside if name.kind in ("person", "other", "organisation")]
    for span in reversed(people):
        if text[span.end : end] in (",", ", ") and _begins_phrase(article, start, span, _COMMA):
            return span
    fitting = [
        span for span in people if text[span.end : span.end + 1] in ", (" and _APPOSITION.match(text, span.end, end)
    ]
    heads = [span for span in fitting if _begins_phrase(article, start, span)]
    return heads[0] if heads else None
