"""The team that somebody plays for, is drafted by or moves to: "He began the season with the Orra Owls".

Next: `participants`, which asks for it.
"""

from quizengine import Article, cache_per_article
from quizengine.language import Clause, Constituent, Name, word_set
from quizengine_fact_recall.named_phrases import named_by

_WITH = {
    "for": word_set("play debut appear pitch bat score compete coach"),
    "by": word_set("draft select sign acquire recruit hire pick"),
    "with": word_set("begin start open end finish sign play"),
    "to": word_set("trade promote loan transfer demote assign"),
}
"""Verbs that have a team behind each preposition."""
_TERMS = word_set("season career")
"""Times that somebody begins or ends with a team."""
_IN_SPORT = word_set(
    "season league match game team baseball football basketball hockey soccer cricket rugby inning coach"
)
_FEWEST = 5
"""Words of sport in an article on somebody who plays."""


def team_in(part: Constituent, clause: Clause) -> Name | None:
    """The team that a phrase names; None if it need not be one."""
    if part.role != "adjunct" or clause.verb.lemma not in _WITH.get(part.marker_text, frozenset()):
        return None
    passive = part.marker_text in ("by", "to")
    terms = clause.object is not None and clause.tree.tokens[clause.object.head].lemma.lower() in _TERMS
    if clause.verb.passive != passive or (part.marker_text == "with" and not terms):
        return None
    names = named_by(part)
    if len(names) != 1 or not names[0].certain or not _is_on_sport(clause.span.article):
        return None
    several = "the" in part.text.split() and names[0].full.endswith("s")  # "the Orra Owls"
    return names[0] if names[0].kind == "organisation" or (several and names[0].kind != "person") else None


@cache_per_article
def _is_on_sport(article: Article) -> bool:
    words = article.text.casefold().split()
    return sum(word.strip(".,;:") in _IN_SPORT for word in words) >= _FEWEST
