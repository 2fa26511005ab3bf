"""The organisation that a short form of a name means: "Acme" for "Acme Inc.", "FBI" by its initials.

Next: `quizengine.language.names.bearers`, which asks for one where no person bears the short form.
"""

import re

from quizengine.language.names.bearer_index import Bearer, BearerIndex
from quizengine.language.names.kinds import LEGAL_FORMS, is_acronym, kind_by_words
from quizengine.language.names.kinds_from_use import KindOrNone
from quizengine.language.names.mentions import Mention, mentions
from quizengine.language.names.name_forms import form_key
from quizengine.language.word_lists import plain_form, word_set
from quizengine.text.article import Article, cache_per_article

_OF_A_COMPANY = LEGAL_FORMS | word_set(
    """
    airlines airways brothers communications company enterprises group holdings industries laboratories motors party
    pharmaceuticals technologies
    """
)
"""Words that a company's or a party's name has behind the one that everybody calls it by."""
_NOTE = re.compile(r"\s\([^()]*\)\Z")
"""A note in brackets after a title, to tell it from others: "Orra (constellation)"."""


def organisation_for(mention: Mention, kind: KindOrNone, roll: BearerIndex) -> Bearer | None:
    """Return the organisation that a short form or an acronym means.

    A place is none that is named after it: "Ghana" is not "Ghana Rail". Neither is what the article names alone
    before: "Kestrel" is not the "Kestrel Software Foundation", though "Tavra" is "Tavra Airlines".
    """
    if is_acronym(" ".join(mention.tokens)):
        return roll.by_initials(form_key(mention.tokens))
    if kind == "place" or kind_by_words(mention.tokens):
        return None
    found = roll.organisations_beginning(form_key(mention.tokens))
    return found[0] if len(found) == 1 and _goes_by_first_word(found[0], mention) else None


def _goes_by_first_word(bearer: Bearer, mention: Mention) -> bool:
    """Return whether the first word of a name may stand for all of it."""
    if all(plain_form(word) in _OF_A_COMPANY for word in bearer.tokens[1:]):
        return True
    short, article = form_key(mention.tokens), mention.span.article
    return short != topic_key(article) and bearer.starts[0] < _first_uses(article).get(short, mention.span.start)


def topic_key(article: Article) -> str:
    """The title without a note in brackets, in one spelling; empty without a title."""
    return form_key(_NOTE.sub("", article.title.text).split()) if article.title else ""


@cache_per_article
def _first_uses(article: Article) -> dict[str, int]:
    """The offset of the first mention that has each form."""
    return {form_key(mention.tokens): mention.span.start for mention in reversed(mentions(article))}
