"""The mentions of names in an article: capitalised words that belong together, by offsets.

Next: `name_index`, which decides who is meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizengine.language.function_words import ALSO_NAMES, FUNCTION_WORDS, NEVER_NAMES
from quizengine.language.names.given_names import is_given_name
from quizengine.language.names.kinds import (
    CALENDAR,
    KEEP_PEOPLES,
    NOT_PEOPLE,
    OF_HEADS,
    PEOPLES,
    THINGS_OF,
    WORK_NOUNS,
    is_organisation_head,
)
from quizengine.language.names.name_words import NameWord, words_of_names
from quizengine.language.names.party_labels import words_of_party
from quizengine.language.names.places import is_place, place_type
from quizengine.language.names.titles import COURTESY, HONOURS, NAME_SUFFIXES, is_role_noun, is_title
from quizengine.language.verbatim import is_verbatim
from quizengine.language.word_lists import plain_form, word_set
from quizengine.text.article import Article, Span, cache_per_article

_SENTENCE_START = re.compile(r"(?:\A|[.!?…:;][)\]\"”’'»]*\s+|[\"“‘«]|''|``|[•*]\s*|\n\s*)\Z")
_LIFE = re.compile(r" \((?:born |b\. |c\. )?[^()]{0,40}\d{4}")
_INITIAL = re.compile(r"[A-Z]\.")
_SPACES = (" ", "\u00a0", "\n", "\r\n")
PARTICLES = word_set("de da di del della dos das du des la le van von der den ter ten bin ibn al el af zu y abu")
_ARABIC = re.compile(r"(?:al|el|as|ash|ul|an|ad|d[’'])-?(?=[A-Z])")
_MOST_WORDS = 25
"""The most words of a name; more capitalised words in a row are a line in capitals, a list or no prose."""
_IN_TITLES = (["of"], ["of", "the"], ["and", "the"])
"""Small words that go on with the title of a work."""
_BEFORE_TITLES = (" ", " “", ' "', " ‘")
_ARTICLES = word_set("a an the")
_DETERMINERS = _ARTICLES | word_set("his her its their this that")
_SOMETIMES_NAMES = word_set("may april june march august jan")


@dataclass(frozen=True)
class Mention:
    """One place where an article uses a name: the name's own words, apart from the titles before it."""

    span: Span
    tokens: tuple[str, ...]
    titles: str
    """The words before the name that say what its bearer is, as they stand ("Defense Secretary", "Mr."); or empty."""
    starts_sentence: bool
    possessive: bool


@cache_per_article
def mentions(article: Article) -> tuple[Mention, ...]:
    """Every mention in the body that may be a name, in order; `bearers` decides whose it is."""
    return tuple(mention for paragraph in article.paragraphs for mention in _in_paragraph(paragraph))


def _in_paragraph(paragraph: Span) -> Iterator[Mention]:
    text = paragraph.article.text
    tokens = words_of_names(text, paragraph.start, paragraph.end)
    at = 0
    while at < len(tokens):
        if not _begins_name(text, tokens, at):
            at += 1
            continue
        end = _end_of_name(text, tokens, at)
        mention = _mention(paragraph.article, tokens, at, end) if end - at <= _MOST_WORDS else None
        if mention:
            yield mention
        at = end


def _capital(token: NameWord) -> bool:
    return token.text[0].isupper() or bool(_ARABIC.match(token.text))


def _is_function_word(token: NameWord) -> bool:
    return token.text.casefold().replace("’", "'") in FUNCTION_WORDS and not (
        token.text.isupper() and len(token.text) > 1
    )


def _is_date(tokens: list[NameWord], at: int) -> bool:
    """Return whether a word is one of the calendar: "Jan" only where a figure is after it, as in "Jan. 29"."""
    word = plain_form(tokens[at].text)
    dated = word not in _SOMETIMES_NAMES or (at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit())
    return word in CALENDAR and dated


def _begins_name(text: str, tokens: list[NameWord], at: int) -> bool:
    token = tokens[at]
    if token.text in NEVER_NAMES:
        return False
    if not _capital(token) or _is_date(tokens, at) or text[token.start - 1 : token.start] in ("@", "#"):
        return False
    inside = not _starts_sentence(text, token.start)
    if _is_function_word(token) and inside and plain_form(token.text) in ALSO_NAMES:
        return True
    if _follows_a_work(text, tokens, at):
        return plain_form(token.text) not in _ARTICLES
    return not _is_function_word(token) or (token.text == "New" and at + 1 < len(tokens) and _capital(tokens[at + 1]))


def _end_of_name(text: str, tokens: list[NameWord], at: int) -> int:
    """The index after the last token of the name that begins at `at`."""
    end = at + 1
    while end < len(tokens) and not tokens[end - 1].possessive:
        step = _step(text, tokens, at, end)
        if not step:
            break
        end += step
    return end


def _step(text: str, tokens: list[NameWord], at: int, end: int) -> int:
    """Return how many tokens from `end` on belong to the name that began at `at`: 0 if it is over."""
    before, token = tokens[end - 1], tokens[end]
    gap = text[before.end : token.start]
    if gap == ", " and plain_form(token.text) in ("jr", "sr"):
        return 1
    if gap not in _SPACES and gap != " & ":
        return 0
    if _capital(token):
        begun = is_given_name(before.text) or (end - at > 1 and _INITIAL.fullmatch(before.text) is not None)
        surname = plain_form(token.text) in ALSO_NAMES and begun
        return 0 if (_is_function_word(token) and not surname) or _is_date(tokens, end) else 1
    return _joined(text, tokens, at, end)


def _joined(text: str, tokens: list[NameWord], at: int, end: int) -> int:
    """Return how many tokens a particle (de, van, of, of the) and the capitalised word after it take up."""
    word = tokens[end].text
    size = next((n for n in (1, 2) if end + n < len(tokens) and _capital(tokens[end + n])), 0)
    if not size or any(
        text[a.end : b.start] not in _SPACES
        for a, b in zip(tokens[end : end + size], tokens[end + 1 : end + size + 1], strict=True)
    ):
        return 0
    if _is_function_word(tokens[end + size]) or _is_date(tokens, end + size):
        return 0
    particles = [token.text for token in tokens[end : end + size]]
    if all(particle in PARTICLES for particle in particles):
        return size + 1
    if particles in _IN_TITLES and _follows_a_work(text, tokens, at) and not is_given_name(tokens[end + size].text):
        return size + 1
    head = plain_form(tokens[end - 1].text)
    if word in ("of", "for") and head in OF_HEADS | THINGS_OF and particles[1:] in ([], ["the"]):
        return 0 if _tells_the_country(tokens[at:end], tokens[end + size : end + size + 2]) else size + 1
    joins = (
        any(token.text in ("of", "for") for token in tokens[max(at, end - _MOST_WORDS) : end])
        and plain_form(tokens[at].text) in OF_HEADS
    )
    return 2 if word == "and" and joins and size == 1 and not is_given_name(tokens[end + 1].text) else 0


def _follows_a_work(text: str, tokens: Sequence[NameWord], at: int) -> bool:
    """Return whether the noun of a work is right before a name, which is its title: "the film The Old Boats"."""
    noun = at - 2 if at > 1 and tokens[at - 1].text in ("A", "An", "The") else at - 1
    if noun < 1 or tokens[noun].text not in WORK_NOUNS:
        return False
    determined = any(each.possessive or each.text.lower() in _DETERMINERS for each in tokens[max(0, noun - 3) : noun])
    return determined and text[tokens[noun].end : tokens[noun + 1].start] in _BEFORE_TITLES


def _tells_the_country(words: Sequence[NameWord], more: Sequence[NameWord]) -> bool:
    """Return whether a country comes after the name of what is in one of its places: "Orra State University of …"."""
    country = any(place_type(" ".join(word.text for word in more[:size])) == "country" for size in (1, 2))
    return country and any(is_place(" ".join(word.text for word in words[:size])) for size in (1, 2))


def _mention(article: Article, tokens: list[NameWord], at: int, end: int) -> Mention | None:
    """The mention that these tokens make, once titles and what describes are set apart; None if no name is left."""
    first = at
    at += words_of_party(article, [token.text for token in tokens[at:end]])
    at = _after_titles(article, tokens, at, end)
    at = _after_what_describes(article.text, tokens, at, end)
    while at < end and (tokens[at].text in ("of", "for", "and", "the") or tokens[at].text in PARTICLES):
        at += 1
    end = _before_honours(tokens, at, end)
    words = _with_ampersands(article.text, tokens[at:end])
    if not words or (_is_a_description(words) and not (at and plain_form(tokens[at - 1].text) in COURTESY)):
        return None
    while 0 < at <= first and tokens[at - 1].text in PARTICLES and article.text[tokens[at].start - 1] == " ":
        at, words = at - 1, (tokens[at - 1].text, *words)
    span = article.span(tokens[at].start, tokens[end - 1].end)
    start = tokens[min(first, at)].start
    titles = article.text[start : span.start].strip() or _role_before(article.text, tokens, min(first, at))
    return Mention(span, words, titles, _starts_sentence(article.text, start), tokens[end - 1].possessive)


def _with_ampersands(text: str, tokens: Sequence[NameWord]) -> tuple[str, ...]:
    """The words of a name with the "&" that stands between two of them: "Orra Tide & Harbour Trust"."""
    words: list[str] = []
    for at, token in enumerate(tokens):
        if at and text[tokens[at - 1].end : token.start] == " & ":
            words.append("&")
        words.append(token.text)
    return tuple(words)


def _is_a_description(words: tuple[str, ...]) -> bool:
    """Return whether words are titles or a people, and no name, except after "Mr.": "British", "Prime Minister"."""
    return (plain_form(words[-1]) in PEOPLES and not is_given_name(words[0])) or all(
        is_title(word) or plain_form(word) in PEOPLES or plain_form(word) in NAME_SUFFIXES for word in words
    )


def _before_honours(tokens: list[NameWord], at: int, end: int) -> int:
    """The index before the letters that are after a name in full for an honour: "Zaha Hadid DBE"."""
    while end - at > 2 and tokens[end - 1].text in HONOURS:
        end -= 1
    return end


def _after_what_describes(text: str, tokens: list[NameWord], at: int, end: int) -> int:
    """The index after the people, the place or the participle that a name begins with: "Republican", "Addressing"."""
    if is_organisation_head(tokens[end - 1].text) or any(token.text in ("of", "for") for token in tokens[at:end]):
        return at
    if plain_form(tokens[end - 1].text) in KEEP_PEOPLES:
        return at
    if end - at > 1 and tokens[at].text.endswith("ing") and _starts_sentence(text, tokens[at].start):
        at += 1
    if end - at > 1 and tokens[at].text == "New" and tokens[at + 1].text.isupper():
        at += 1  # "New EU rules"
    people = at
    while at < end - 1 and plain_form(tokens[at].text) in PEOPLES:
        at += 1
    if at > people and end - at > 2 and text[tokens[people].start - 3 : tokens[people].start] in (" - ", " – "):
        at += 1  # "the Council on Danish - German Relations Ada Moss"
    for size in (2, 1):
        if end - at >= size + 2 and is_place(" ".join(token.text for token in tokens[at : at + size])):
            return at if plain_form(tokens[end - 1].text) in NOT_PEOPLE else at + size
    return at


def _after_titles(article: Article, tokens: list[NameWord], at: int, end: int) -> int:
    """The index of the first token after the titles: 3 in "U.S. Defense Secretary Lloyd J. Austin III"."""
    if is_organisation_head(tokens[end - 1].text):
        return at
    last = next((n for n in range(end - 2, at - 1, -1) if _says_role(tokens[n].text, end - n - 1)), None)
    led = end - at > 2 and is_given_name(tokens[at + 1].text) and not _begins_person(article, tokens[at:end])
    if last is None and led and not is_place(f"{tokens[at].text} {tokens[at + 1].text}"):
        return at + 1
    if last is None or plain_form(tokens[last + 1].text) in NAME_SUFFIXES:
        return at
    if last > at and is_given_name(tokens[last - 1].text) and last + 1 == end:
        return at  # "Martin King Smith": a title word between names is a name
    if tokens[last + 1].text not in ("of", "for"):
        return last + 1
    named = next((n for n in range(last + 3, end) if is_given_name(tokens[n].text)), last + 3)
    return min(named, end)


def _says_role(word: str, more: int) -> bool:
    """True if the word describes the name after it; a plain noun does so before a full name only ("Star Wars")."""
    role = is_title(word) or (more > 1 and is_role_noun(word.split("-")[-1]))
    return role and not is_given_name(word)


def _begins_person(article: Article, words: Sequence[NameWord]) -> bool:
    """True if the first word belongs to the person's name.

    It is a given name or an initial, or the article calls the person by it and the last word ("Zelda Moss", for "Zelda
    Rose Moss"), or has the dates of a life after it, as encyclopaedias do.
    """
    first, last = words[0].text, words[-1]
    if is_given_name(first) or "." in first or len(first) == 1:
        return True
    return is_verbatim(article, f"{first} {last.text}") or bool(_LIFE.match(article.text, last.end))


def _role_before(text: str, tokens: list[NameWord], at: int) -> str:
    """The lower-case role before a name ("campaign manager", "Clinton spokesman"), as it stands; or empty."""
    start = at
    if not at or not is_role_noun(tokens[at - 1].text) or text[tokens[at - 1].end : tokens[at].start] != " ":
        return ""
    while start and at - start < 5 and _goes_with_role(text, tokens[start - 1], tokens[start]):
        start -= 1
    return text[tokens[start].start : tokens[at - 1].end]


def _goes_with_role(text: str, token: NameWord, following: NameWord) -> bool:
    if text[token.end : following.start] not in (" ", "’s ", "'s "):
        return False
    word, lower = token.text, token.text.casefold()
    if word == "New" and _capital(following):
        return True
    return lower not in FUNCTION_WORDS and (
        _capital(token) or is_role_noun(word) or not lower.endswith(("ed", "ing", "ly"))
    )


def _starts_sentence(text: str, start: int) -> bool:
    return bool(_SENTENCE_START.search(text[max(0, start - 6) : start]))
