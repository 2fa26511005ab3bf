"""Parts of clauses that open questions ask for: what somebody founded, decided to do or found out, what something does.

They are told in so many words that nobody types them: "What did Maria Lopes discover in 1952?". Next:
`open_part_rivals`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from quizengine import Article, Fact, Span
from quizengine.language import Clause, Constituent, clauses_of, content_words, trees, word_set
from quizengine_fact_recall.certainty import is_sure_of
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.lists import FEWEST_ITEMS, items_of

Form = Literal["object", "infinitive", "clause", "phrase", "attribute"]
"""The kinds of parts.

What a verb of achieving concerns, what somebody decides to do, what somebody finds, what is behind a preposition that
the verb needs, or what the purpose of something is.
"""

_ACHIEVING = word_set(
    """
    found establish create build invent discover introduce develop design launch abolish ban forbid prohibit outlaw
    guarantee grant require demand propose recommend restrict repeal protect regulate control measure produce contain
    define describe explain reveal demonstrate oppose support advocate limit reduce replace promise enact adopt pioneer
    organise organize form construct compose annex conquer invade seize capture acquire purchase inherit donate destroy
    dissolve nationalise nationalize patent formulate devise criticise criticize condemn reject challenge transform
    extend expand lose gain win receive carry store transport absorb release secrete convert break remove prevent
    detect monitor maintain represent symbolise symbolize address settle ratify sign study publish promote fund
    finance install erect restore codify standardise standardize calculate determine provide offer pass issue obtain
    earn unveil abandon draft outline possess conduct accept endorse present explore involve champion commission show
    violate banish import export
    """
)
"""Verbs whose object is what a textbook asks for: achievements, laws, findings and functions."""
_DECIDING = word_set(
    """
    decide agree promise vow pledge refuse propose threaten offer plan attempt seek resolve undertake swear decline
    force allow order require persuade urge encourage permit forbid authorise authorize command instruct compel enable
    convince invite empower oblige advise teach help lead aim choose strive commit serve use
    """
)
"""Verbs before an infinitive that tells what somebody did, or was to do."""
_FINDING = word_set(
    """
    rule conclude discover find show prove demonstrate establish argue teach believe propose recommend decide declare
    warn predict hold reveal suggest claim demand agree learn promise contend maintain assert insist observe realise
    realize announce state determine emphasise emphasize stress recognise recognize hypothesise hypothesize theorise
    theorize postulate assume fear hope complain acknowledge admit
    """
)
"""Verbs before a clause that tells what was found, held or decided."""
_PREPOSITIONS: tuple[tuple[str, str], ...] = (
    ("of", "consist compose accuse convict suspect die cure deprive capable make"),
    ("on", "depend rely focus base concentrate centre center insist rest build elaborate dependent"),
    ("upon", "depend rely base build"),
    ("into", "divide develop evolve transform convert turn translate split organise organize"),
    ("for", "know remember criticise criticize praise blame condemn arrest award honour honor nominate call campaign "
            "apologise apologize fight lobby advocate use famous responsible credit punish fine celebrate notable "
            "execute imprison prosecute account search"),
    ("with", "charge credit associate deal begin concern replace struggle equip"),
    ("in", "specialise specialize believe"),
    ("to", "sentence devote dedicate contribute limit object respond adapt subject lead compare"),
    ("from", "suffer derive protect originate stem range prevent exclude ban prohibit benefit profit make"),
    ("against", "protest campaign fight argue vote warn guard protect rebel discriminate"),
    ("at", "aim"),
    ("by", "inspire influence replace govern protect surround form determine trigger power drive threaten"),
    ("as", "function use"),
)  # fmt: skip
"""Verbs and adjectives by the preposition behind them that leads to what is asked for."""
_OF_SOME = word_set("include have involve encompass like see meet say tell feature")
"""Verbs before a list that may hold only some of what there is, or that tells little."""
_PURPOSES = word_set(
    """
    purpose goal aim function role task job mission objective result outcome consequence effect advantage disadvantage
    benefit drawback cause motto platform significance importance difference theme focus principle thesis argument
    message problem challenge feature strength weakness source solution assumption belief criticism concern
    responsibility duty achievement contribution strategy method
    """
)
"""Nouns that a textbook asks for by what they belong to: "the purpose of the mill"."""
_OF = frozenset({"of", "for", "to", "in", "toward", "towards"})
_ADDING = word_set("of for on about against between among within throughout beyond over into to from")
"""Prepositions of phrases that tell more of the noun before them, whatever a parser hangs them on."""
_PASSIVE = word_set("base compose divide know remember make use think concern involve")
"""Those of them that go with it in the passive only: "is made of"."""
_WITH_PREPOSITION = frozenset((verb, preposition) for preposition, verbs in _PREPOSITIONS for verb in word_set(verbs))
_SPOKEN = _FINDING - word_set("rule conclude discover find show prove demonstrate establish decide learn determine")
"""Those of them that in news tell what somebody says, which `quote_attribution` asks about."""
_FEWEST_OF_NOUNS = 3
"""Content words of a question about what holds in general: "What does the nervous system control?"."""
_FEWEST = 5
"""The same for a single event."""


@dataclass(frozen=True, kw_only=True)
class OpenPart(Fact):
    """A part of a clause that an open question asks for."""

    kind: str = "told part"
    predicate: Span
    answer: Span
    """The words that are asked for."""
    form: Form
    clause: Clause = field(compare=False, repr=False)
    part: Constituent = field(compare=False, repr=False)

    def values(self) -> dict[str, Any]:
        """The predicate and the words that are asked for."""
        return {"predicate": self.predicate, "answer": self.answer}

    @property
    def word(self) -> str:
        """The first word of a question for it."""
        return "what"

    @property
    def rest(self) -> tuple[int, ...]:
        """No tokens behind that word."""
        return ()

    @cached_property
    def stranded(self) -> tuple[int, ...]:
        """The preposition, or the infinitive with its "to" in place of which a question has "to do"."""
        if self.form == "phrase":
            return self.part.marker
        if self.form != "infinitive":
            return ()
        head, tree = self.part.head, self.clause.tree
        return (*(each for each in tree.children[head] if tree.tokens[each].xpos == "TO"), head)

    @cached_property
    def replaced(self) -> Mapping[int, str]:
        """The "do" of "what did they decide to do"."""
        return MappingProxyType({self.part.head: "do"} if self.form == "infinitive" else {})

    @cached_property
    def gone(self) -> frozenset[int]:
        """The tokens that a question leaves out."""
        return frozenset(self.part.tokens)

    @property
    def names(self) -> tuple[str, ...]:
        """No names that would give the answer away."""
        return ()

    @property
    def holds_in_general(self) -> bool:
        """True if it tells what something does as a rule: "the nervous system controls the organs"."""
        return self.clause.verb.tense == "present"

    @property
    def fewest_anchors(self) -> int:
        """The content words that make clear what a question without a name or a year is about."""
        return _FEWEST_OF_NOUNS if self.holds_in_general else _FEWEST


def open_parts(article: Article) -> Iterator[OpenPart]:
    """Yield the parts of an article's clauses that open questions may ask for, in order."""
    news = is_news(article)
    for tree in trees(article):
        for clause in clauses_of(tree):
            if _states_a_fact(clause, news):
                made = _part_of(clause, news)
                if made is not None and is_sure_of(clause, made.part):
                    yield made


def _states_a_fact(clause: Clause, news: bool) -> bool:
    verb = clause.verb
    told = verb.tense == "past" or (verb.tense == "present" and (verb.copular or not news))
    return clause.is_fact and told and not (verb.perfect or verb.progressive or verb.modal)


def _part_of(clause: Clause, news: bool) -> OpenPart | None:
    lemma = clause.verb.lemma.partition(" ")[0].lower()
    opened, told, thing = clause.of_role("open complement"), clause.of_role("clausal complement"), clause.object
    phrases = [part for part in clause.of_role("adjunct") if _is_led_to(part, clause)]
    if len(phrases) == 1 and not told and not opened:
        return _of_part(clause, phrases[0], "phrase")
    if clause.verb.copular:
        return _purpose(clause)
    if len(opened) == 1 and not told:
        fits = lemma in _DECIDING and _is_an_infinitive(opened[0], clause)
        return _of_part(clause, opened[0], "infinitive") if fits else None
    if len(told) == 1 and not opened and not thing:
        fits = lemma in (_FINDING - _SPOKEN if news else _FINDING) and _is_a_statement(told[0], clause)
        return _of_part(clause, told[0], "clause") if fits else None
    if thing and not (told or opened or clause.verb.passive) and (lemma in _ACHIEVING or _is_a_list(thing, lemma)):
        return _of_part(clause, _with_what_adds(thing, clause), "object") if content_words(thing.text) else None
    return None


def _with_what_adds(thing: Constituent, clause: Clause) -> Constituent:
    """An object with the phrases right behind it that may belong to it: "a school for millers"."""
    tokens = thing.tokens
    for part in clause.adjuncts(""):
        noun = part.tree.tokens[part.head].upos in ("NOUN", "PROPN")
        if noun and part.marker_text in _ADDING and part.tokens[0] == tokens[-1] + 1:
            tokens = (*tokens, *part.tokens)
    return replace(thing, tokens=tokens)


def _purpose(clause: Clause) -> OpenPart | None:
    """Return what a clause says is the purpose, the main effect or the like of something."""
    subject, said = clause.subject, clause.of_role("attribute")
    if subject is None or len(said) != 1 or clause.tree.tokens[subject.head].lemma.lower() not in _PURPOSES:
        return None
    tree = clause.tree
    of = any(tree.tokens[each].form.lower() in _OF for each in subject.tokens if each > subject.head)
    owned = tree.dependent(subject.head, "nmod:poss") is not None
    telling = tree.tokens[said[0].head].upos in ("NOUN", "PROPN", "VERB")
    return _of_part(clause, said[0], "attribute") if (of or owned) and telling else None


def _is_a_list(thing: Constituent, lemma: str) -> bool:
    """Return whether an object is three things or more, all that somebody did something with."""
    return len(items_of(thing)) >= FEWEST_ITEMS and lemma not in _OF_SOME


def _of_part(clause: Clause, part: Constituent, form: Form) -> OpenPart:
    return OpenPart(
        predicate=clause.tree.span(clause.verb.tokens), answer=part.span, form=form, clause=clause, part=part
    )


def _is_led_to(part: Constituent, clause: Clause) -> bool:
    """Return whether a phrase is behind the preposition that the verb or adjective of a clause goes with."""
    word = clause.tree.tokens[clause.head].lemma.lower()
    passive_only = word in _PASSIVE and not clause.verb.passive
    return part.head > clause.head and (word, part.marker_text) in _WITH_PREPOSITION and not passive_only


def _is_an_infinitive(part: Constituent, clause: Clause) -> bool:
    """Return whether a complement is "to" and a verb, with nothing between them."""
    tree = part.tree
    return part.head > clause.head and tree.tokens[part.head].xpos == "VB" and tree.tokens[part.head - 1].xpos == "TO"


def _is_a_statement(part: Constituent, clause: Clause) -> bool:
    """Return whether a complement after the verb is a statement: "that it rained", not "how it rained"."""
    tree, first = part.tree, part.tree.tokens[part.tokens[0]]
    stated = first.form.lower() == "that" or tree.dependent(part.head, "nsubj", "expl") is not None
    return part.head > clause.head and stated and not first.xpos.startswith("W")
