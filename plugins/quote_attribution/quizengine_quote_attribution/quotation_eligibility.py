"""Decides whether a quotation may be asked about: its words stand alone, and its speaker is certain."""

import re

from quizengine import Article, cache_per_article
from quizengine.language import Name, also_called, content_words, name_at
from quizengine_quote_attribution.candidates import speaker_name
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.persons import is_played
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.spellings import is_surname_of_another, twin_of
from quizengine_quote_attribution.typed_speakers import is_in_full

_MOST_IN_TITLE = 2
_REAL_NAME = re.compile(r"\b(?:real|birth|full|legal) name(?: is| was|,|:)? \Z|(?<![\w-])born \Z")
"""Words before the name of somebody who is known by another: "Stormbird, whose real name is Ruth Abel"."""
_ALIAS = re.compile(
    r"\b(?:(?:goes|going|went|go) by(?: the)?(?: (?:name|alias|nickname|username|handle))?|aka|a\.k\.a\.|alias"
    r"|under the (?:name|pseudonym|alias|username)|(?:screen|user|pen|stage) ?name|pseudonym)"
    r"(?: (?:is|was|of))? [“\"‘']?(?=[A-Z])"
)
"""Words before a name that is not somebody's own: "a user who goes by the name Stormbird"."""
_NEAR = 30
_INTRODUCING = 3
"""Mentions of somebody of which one gives the real name: it is told early, and this bounds the work."""


def quotation_exclusion(quotation: Quotation) -> str:
    """Return why nothing may be asked about a quotation; empty if it may."""
    name = speaker_name(quotation)
    if reason := excerpt(quotation).reason:
        return reason
    if name is None or name.kind not in ("person", "organisation"):
        return f"what kind of source {quotation.name} is, a person or an organisation, is not certain"
    if name.kind == "person" and not is_in_full(name):
        return f"the article has no full name of {name.full}"
    if is_played(name):
        return f"{name.full} is somebody in a film or a play"
    if _is_told_by_the_title(quotation, name):
        return f"the title tells that {name.full} said so"
    if _is_a_portrait(quotation, name):
        return f"the whole article is about {name.full}"
    if goes_by_another_name(name):
        return f"the article calls {name.full} by another name"
    if is_surname_of_another(name):
        return f"“{name.full}” may be somebody else's surname with another word before it"
    if twin := twin_of(name):
        return f"“{twin}” may be another spelling of “{name.full}”"
    return ""


def goes_by_another_name(name: Name) -> bool:
    """Return whether the article gives a name as the real one of somebody whom it calls by another, or as an alias.

    An alias may be the key where the own name is accepted as well.
    """
    article = name.mentions[0].article
    if name.full in _aliases(article) and not also_called(article, name.full):
        return True
    return any(
        _REAL_NAME.search(mention.article.text, max(0, mention.start - _NEAR), mention.start)
        for mention in name.mentions[:_INTRODUCING]
    )


@cache_per_article
def _aliases(article: Article) -> frozenset[str]:
    """The names of an article that it says somebody goes by."""
    ends = [found.end() for found in _ALIAS.finditer(article.text)]
    named = [name_at(article.span(end, end + 1)) for end in ends]
    return frozenset(name.full for name in named if name)


def _is_a_portrait(quotation: Quotation, name: Name) -> bool:
    """Return whether the title is the speaker's name and nothing else."""
    title = quotation.speaker.article.title
    words = content_words(title.text) if title else []
    return bool(words) and set(words) <= set(content_words(name.full))


def _is_told_by_the_title(quotation: Quotation, name: Name) -> bool:
    """Return whether the title names the speaker and has words that carry sense in common with what is shown.

    Two, or one if the title begins with the speaker: "Abel Warns Against Plan for Harbour".
    """
    title = quotation.speaker.article.title
    if title is None or not spoken_by_name(title.text, name.surname):
        return False
    own = set(content_words(name.full))
    shared = (set(content_words(title.text)) & set(content_words(excerpt(quotation).words))) - own
    opens = re.match(rf"(?:{re.escape(name.full)}|{re.escape(name.surname)})\b", title.text, re.IGNORECASE)
    return len(shared) >= (1 if opens else _MOST_IN_TITLE)
