"""Asks for the order of a chain: what led to what, and that to what."""

from itertools import combinations

from quizengine import Evidence, OrderingQuestion, Origin, Refusal, Span
from quizengine.language.content_words import content_words
from quizengine.language.sentences import sentence_of
from quizengine_cause_and_effect.borders import ends_amid
from quizengine_cause_and_effect.naming import stands_alone
from quizengine_cause_and_effect.plain_clauses import short
from quizengine_cause_and_effect.relations import NAME, CausalChain
from quizengine_cause_and_effect.wording import capitalised

_RULE = "chain, order"
_MOST_WORDS = 20
"""Of a text to order; longer ones are hard to hold beside each other."""
_MOST_LINKS = 12
"""Of a chain to order; nobody keeps more apart."""
_STEM = "In what order did one thing lead to another, according to the article? Begin with the first cause."


def order_of(chain: CausalChain) -> OrderingQuestion | Refusal:
    """The question for the order of a chain, or why it is not asked."""
    if len(chain.links) > _MOST_LINKS:
        return Refusal(chain.links[0], _RULE, f"the chain has more than {_MOST_LINKS} links")
    reason = next(filter(None, map(_fault, chain.links)), "") or _alike(chain.links)
    if reason:
        return Refusal(chain.links[0], _RULE, reason)
    proof = sentence_of(chain.links[0])
    for link in chain.links:
        proof = proof.to(sentence_of(link))
    told = " ".join(proof.text.split())
    return OrderingQuestion(
        stem=_STEM,
        answer=tuple(capitalised(" ".join(link.text.split())).rstrip(" ,;:.") for link in chain.links),
        rationale=f"The article says: “{told}”",
        evidence=Evidence.of(proof),
        origin=Origin(NAME, _RULE),
        tags=("cause and effect",),
    )


def _fault(link: Span) -> str:
    """What keeps a link from being read by itself, or nothing."""
    if not stands_alone(link):
        return f"“{short(link)}” points to what is named elsewhere"
    if ends_amid(link):
        return f"where “{short(link)}” ends is not certain"
    return f"“{short(link)}” is too long to put in order" if len(link.text.split()) > _MOST_WORDS else ""


def _alike(links: tuple[Span, ...]) -> str:
    """Say so when a word that two links share would tell that they are neighbours, or that they are the same."""
    for one, other in combinations(links, 2):
        if shared := set(content_words(one.text)) & set(content_words(other.text)):
            return f"two of the links share “{min(shared)}”"
    return ""
