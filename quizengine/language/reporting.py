"""Verbs of saying, thinking and wanting, and whether what follows them is stated as a fact.

This is the only such list: everything that asks for a source, or for whether it states a fact, uses it. The classes are
the usual ones for attribution (assertion, belief, fact, eventuality): Prasad et al., "Attribution and its annotation in
the Penn Discourse TreeBank", 2007.
"""

from functools import cache
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

Trait = Literal["seldom speech", "deed", "spoken to", "of documents"]
_TRAITS: dict[Trait, frozenset[str]] = {
    # verbs that report words only at times, or whose words only add to others'
    "seldom speech": word_set("write add see show point signal post expect hope plan read dispute question"),
    # acts of speech that are deeds where they have an object or an infinitive: "promised a plan", "agreed to leave"
    "deed": word_set(
        """
        write announce confirm admit acknowledge reveal deny question reject refute claim swear vow pledge promise
        allege agree plan urge demand propose recommend call disagree debate advise order request examine post project
        """
    ),
    # verbs whose object is whoever listens: "told the jury of five men that Orra had sold 40 boats"
    "spoken to": word_set(
        """
        tell inform assure reassure remind warn persuade convince notify advise show teach promise ask thank
        congratulate beg
        """
    ),
    "of documents": word_set("show reveal suggest indicate"),
}

Use = Literal["before the speaker", "beside a quotation", "of a person", "before that", "in writing"]
_BEFORE_THE_SPEAKER = "say write add ask explain reply tweet"
_BEFORE_THAT = """
    say argue insist note claim warn explain predict suggest acknowledge admit declare complain maintain contend assert
    stress emphasize emphasise confirm deny
"""
_IRREGULAR = {"say": "said", "tell": "told", "write": "wrote", "think": "thought", "admit": "admitted"}
_CRIES = word_set("shouted cried exclaimed yelled")
"""Said of somebody who is quoted, too, but nobody shouts or cries that something is so."""


def stance_of(lemma: str) -> Stance:
    """Return what a verb makes of the clause that follows it; empty for a verb of another kind."""
    return STANCES.get(lemma.lower().partition(" ")[0], "")


@cache
def verbs_of(*kinds: Stance | Trait) -> frozenset[str]:
    """Return the lemmas of the verbs with one of these stances or traits."""
    by_stance = frozenset(verb for verb, stance in STANCES.items() if stance in kinds)
    return by_stance.union(*(verbs for trait, verbs in _TRAITS.items() if trait in kinds))


@cache
def verb_forms(use: Use) -> frozenset[str]:
    """Return the forms with a tense ("says", "said") of the verbs that are used in one way.

    They are often before the speaker ("said Ruth Abel") or anywhere beside a quotation; their subject is more often a
    person than anything else; "that" may follow, with nobody spoken to before it; or they tell of words in writing.
    """
    match use:
        case "before the speaker":
            return _forms(_BEFORE_THE_SPEAKER)
        case "beside a quotation":
            return _forms(f"{_BEFORE_THE_SPEAKER} tell wonder") | _CRIES
        case "of a person":
            return _forms(f"{_BEFORE_THE_SPEAKER} tell argue insist note believe think")
        case "before that":
            return _forms(_BEFORE_THAT)
        case "in writing":
            return _forms("write tweet email") | {"writing", "tweeting"}


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in (_third_person(verb), _past(verb)))


def _third_person(verb: str) -> str:
    return f"{verb[:-1]}ies" if verb[-2:] in ("ly", "ny") else f"{verb}es" if verb.endswith("ss") else f"{verb}s"


def _past(verb: str) -> str:
    regular = f"{verb[:-1]}ied" if verb[-2:] in ("ly", "ny") else f"{verb.removesuffix('e')}ed"
    return _IRREGULAR.get(verb, regular)
