"""Verbs of saying, thinking and wanting, and whether what follows them is stated as a fact.

This is the only such list: everything that asks for a source, or for whether it states a fact, uses it. The classes are
the usual ones for attribution (assertion, belief, fact, eventuality): Prasad et al., "Attribution and its annotation in
the Penn Discourse TreeBank", 2007.
"""

from typing import Literal

from quizengine.language.word_lists import word_set

Stance = Literal["asserts", "accuses", "finds", "believes", "doubts", "predicts", "wants", "asks", ""]

_VERBS: tuple[tuple[Stance, str], ...] = (
    (
        "asserts",
        """
        say tell state write add note report announce declare explain remark comment mention respond reply answer
        argue claim contend assert insist maintain stress emphasise emphasize acknowledge admit concede confirm affirm
        testify reiterate repeat recall reveal disclose describe suggest indicate imply quip joke observe tweet post
        caution warn complain lament brag boast assure remind inform notify swear vow pledge promise allege counter
        recount relate narrate proclaim pronounce signal point
        """,
    ),
    ("accuses", "accuse blame charge condemn criticise criticize denounce"),
    (
        "finds",
        "find show conclude discover learn prove demonstrate establish determine calculate estimate document see",
    ),
    (
        "believes",
        """
        believe think feel consider suppose suspect assume reckon understand imagine know realise realize agree fear
        worry
        """,
    ),
    ("doubts", "doubt deny dispute question reject refute disagree"),
    ("predicts", "predict forecast expect project anticipate hope foresee"),
    ("wants", "want wish demand propose urge recommend request order ask plan intend aim call advise"),
    ("asks", "wonder inquire enquire debate discuss examine"),
)
STANCES: dict[str, Stance] = {verb: stance for stance, verbs in _VERBS for verb in word_set(verbs)}
"""Stance by the verb's lemma; names are unique."""

VOUCHED: frozenset[Stance] = frozenset({"asserts", "accuses", "finds", "believes"})
"""Stances that hold what follows to be so, for whoever says it."""

CLAUSE_VERBS: frozenset[str] = word_set("say claim state tell argue suggest know think believe")
"""Those among them that mean little without a clause; what somebody "adds" or "reports" can be a thing."""

_BESIDE_QUOTATIONS = {
    "say": "says said", "tell": "tells told", "write": "writes wrote", "add": "adds added", "ask": "asks asked",
    "reply": "replies replied", "explain": "explains explained", "tweet": "tweets tweeted",
    "wonder": "wonders wondered",
}  # fmt: skip
_CRIES = "shouted cried exclaimed yelled"
"""Told of who is quoted, too, but nobody shouts or cries that something is so."""
QUOTING_FORMS: frozenset[str] = word_set(" ".join((*_BESIDE_QUOTATIONS.values(), _CRIES)))
"""Forms of the verbs that most often stand beside a quotation."""


def stance_of(lemma: str) -> Stance:
    """Return what a verb makes of the clause that follows it; empty for a verb of another kind."""
    return STANCES.get(lemma.lower().partition(" ")[0], "")
