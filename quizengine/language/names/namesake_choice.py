"""The choice among those who bear a short form: by the title, by what is before it, or nobody.

Next: `quizengine.language.names.bearers`, which gives each short form to the one whom it means.
"""

import re
from bisect import bisect_left, bisect_right

from quizengine.language.names.bearer_index import Bearer
from quizengine.language.names.given_names import pronoun_for
from quizengine.language.names.mentions import Mention
from quizengine.language.names.name_forms import form_key, plain_core
from quizengine.language.names.titles import FEMALE_TITLES, MALE_TITLES
from quizengine.language.word_lists import plain_form
from quizengine.text.article import Article, cache_per_article

_NEAR = 300
"""Characters: about two sentences, in which a surname may be that of a relative named there."""


def narrowed(article: Article, mention: Mention, candidates: list[Bearer], unclear: bool) -> list[Bearer]:
    """Those of several namesakes whom a short form means: no other than the article's own person, where it has one."""
    meant = [] if unclear else _meant(mention, candidates)  # "John" is nobody's beside John Hammond and Tom John
    owner = _titled_by(article, mention, candidates)
    if not owner:
        return meant
    return owner if meant == owner or _is_first_here(mention, candidates, owner[0]) else []


def goes_by_surname(mention: Mention, owner: Bearer, candidates: list[Bearer]) -> bool:
    """Return whether a name that is somebody's surname and others' given name means the former.

    It does where that one was named last, or where all others have been called by their own surnames.
    """
    here = mention.span.start

    def latest(bearer: Bearer) -> int:
        at = bisect_left(bearer.starts, here)
        return bearer.starts[at - 1] if at else -1

    def is_called_by_surname(bearer: Bearer) -> bool:
        surname = plain_core(bearer.tokens)[-1:]
        return any(plain_core(one.tokens) == surname and one.span.start < here for one in bearer.mentions)

    others = [one for one in candidates if one is not owner]
    named = latest(owner)
    return named >= 0 and (named > max(map(latest, others), default=-1) or all(map(is_called_by_surname, others)))


def _meant(mention: Mention, candidates: list[Bearer]) -> list[Bearer]:
    """Those of several namesakes whom this short form can mean."""
    titles = {plain_form(word) for word in mention.titles.split()}
    if titles & (FEMALE_TITLES | MALE_TITLES):
        pronoun = "she" if titles & FEMALE_TITLES else "he"
        return [b for b in candidates if pronoun_for(b.tokens[0]) in (pronoun, "")]
    named = [bearer for bearer in candidates if bearer.starts and bearer.starts[0] < mention.span.start]
    if len(named) < 2:
        return named
    owner = min(candidates, key=lambda bearer: bearer.starts[0] if bearer.starts else float("inf"))
    return [owner] if _clear_of(mention, candidates, owner) else []


def _titled_by(article: Article, mention: Mention, candidates: list[Bearer]) -> list[Bearer]:
    """The one of several namesakes whom the whole article is about."""
    title = title_words(article)
    if plain_core(mention.tokens)[-1] not in title or mention.titles:
        return []
    found = [one for one in candidates if {plain_core(one.tokens)[0], plain_core(one.tokens)[-1]} <= title]
    people = [one for one in found if one.kind == "person"]
    whole = [one for one in people if set(plain_core(one.tokens)) <= title]
    return people if len(people) == 1 else whole if len(whole) == 1 else []


@cache_per_article
def title_words(article: Article) -> frozenset[str]:
    """The words of the title, in one spelling."""
    return frozenset(form_key(re.findall(r"\w[\w’'-]*", article.title.text)).split() if article.title else ())


def _is_first_here(mention: Mention, candidates: list[Bearer], owner: Bearer) -> bool:
    """Return whether no namesake but the owner is shortly before a short form."""
    here = mention.span.start
    others = (one.starts for one in candidates if one is not owner)
    return not any(bisect_left(one, here - _NEAR) < bisect_left(one, here) for one in others)


def _clear_of(mention: Mention, candidates: list[Bearer], owner: Bearer) -> bool:
    """True if the short form was the owner's before, and no namesake is in this paragraph or the one before it."""
    here, paragraphs = mention.span.start, mention.span.article.paragraphs
    at = max(bisect_right(paragraphs, here, key=lambda one: one.start) - 1, 0)
    start = paragraphs[max(0, at - 1)].start
    rivals = (bearer.starts for bearer in candidates if bearer is not owner)
    return owner.first_short < here and not any(bisect_left(one, start) < bisect_left(one, here) for one in rivals)
