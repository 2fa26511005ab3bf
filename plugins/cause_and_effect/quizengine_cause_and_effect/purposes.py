"""Asks what somebody did something for: an infinitive as the key, and other aims that the article tells of as options.

Next: `asking`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quizengine import Article, ChoiceQuestion, Evidence, Origin, per_article
from quizengine.language import (
    Clause,
    Tree,
    clauses_of,
    entity_at,
    full_names,
    pointers,
    question,
    trees,
    wording,
)
from quizengine.language.content_words import content_words
from quizengine.language.realise import capitalised
from quizengine.language.word_lists import listed
from quizengine_cause_and_effect.relations import NAME, CausalRelation
from quizengine_cause_and_effect.signals import COMPLETED
from quizengine_cause_and_effect.telling import CannotBe, alone, clause_of, evidence, rationale, tags

AIM_RULES = frozenset({"to do", "in order to", "in an attempt to", "in an effort to", "in a bid to"})
_OPTIONS = 3
_FEWEST, _MOST = 4, 14
"""Words of an aim, with its "to"."""
_APART = 7
"""Words by which an option may be longer or shorter than the key."""
_LONGEST_STEM = 24
_STATES = listed("be have seem become feel know get do help make go see live remain stay")
"""Verbs that tell no aim by themselves."""
_PURSUED = listed(
    """
    try attempt seek want wish hope plan intend aim decide promise pledge propose vow agree offer prepare struggle work
    attempt effort bid plan promise pledge campaign proposal decision desire hope wish mission permission move ambition
    """
)
"""Verbs and nouns whose infinitive is what somebody has in mind."""
_CLAUSES = frozenset({"VBD", "VBZ", "VBP", "MD", "WDT", "WP", "WP$", "WRB", "PRP"})
_MARKS = frozenset('“”"‘();:—–[]…')


@dataclass(frozen=True)
class Aim:
    """An infinitive of an article that is understood without its sentence."""

    text: str
    """From "to" on."""
    sentence: int
    actor: str
    """The full name of whoever has the aim; empty where none is certain."""
    verb: str


def why(relation: CausalRelation) -> ChoiceQuestion:
    """“Why did Lee found the school?”, with other aims that the article tells of; raises CannotBe."""
    if relation.rule not in AIM_RULES:
        raise CannotBe("it tells of no aim")
    upper = clause_of(relation)
    tree = upper.tree
    head = next((each for each in tree.tokens_in(relation.cause) if tree.tokens[each].xpos == "VB"), -1)
    lower = next((each for each in clauses_of(tree) if each.head == head), None)
    if lower is None or upper.subject is None:
        raise CannotBe("the aim cannot be told apart")
    key = _infinitive(tree, lower, upper)
    said = alone(upper, None, tree.tokens_in(relation.cause))
    part = next((each for each in upper.parts if lower.head in each.tokens), None)
    stem = question(said, part, "why") if part and part.role != "subject" else None
    if stem is None or len(stem.split()) > _LONGEST_STEM or any(mark in stem for mark in _MARKS):
        raise CannotBe("it makes no plain question")
    if not any(tree.tokens[each].upos == "PROPN" for each in said.subject):
        raise CannotBe("nobody is named who has that aim")
    if len(said.said) < _FEWEST - 1:
        raise CannotBe("what is done for it is told by too few words")  # "Why did Lee take steps?"
    sentence = trees(evidence(relation).article).index(tree)
    options = _others(relation, _Asked(key, stem, sentence, _actor(upper), tree.tokens[head].lemma))
    return ChoiceQuestion(
        stem=stem,
        answer=capitalised(key),
        distractors=tuple(capitalised(each.text) for each in options),
        rationale=rationale(relation),
        evidence=Evidence.of(evidence(relation)),
        origin=Origin(NAME, "aim"),
        tags=tags(),
    )


@dataclass(frozen=True)
class _Asked:
    key: str
    stem: str
    sentence: int
    actor: str
    verb: str


def _infinitive(tree: Tree, lower: Clause, upper: Clause) -> str:
    """The aim from "to" on, understood together with its clause; raises CannotBe."""
    tokens = _tokens_of(tree, lower)
    every = sorted({*upper.tokens, *tokens})
    names = full_names(tree, every)
    if any(each.token in tokens for each in pointers(tree, every, names)):
        raise CannotBe("the aim points to what is told elsewhere")
    own = {each: words for each, words in full_names(tree, tokens).items() if not _is_subject_s(tree, each, upper)}
    return _worded(tree, tokens, own)


def _is_subject_s(tree: Tree, index: int, upper: Clause) -> bool:
    """Whether a pronoun of an aim stands for whoever has it, so that it is clear behind the question."""
    if tree.tokens[index].upos not in ("PRON", "DET") or upper.subject is None:
        return False
    one, other = entity_at(tree.tokens[index].span), entity_at(tree.tokens[upper.subject.head].span)
    return one is not None and one is other


def _tokens_of(tree: Tree, lower: Clause) -> tuple[int, ...]:
    """The tokens of an infinitive from "to" on; raises CannotBe."""
    tokens = tree.trimmed(each for each in lower.tokens if each >= lower.head)
    to = lower.head - 1
    if to < 0 or tree.tokens[to].form.lower() != "to" or not tokens or tokens[-1] - tokens[0] + 1 != len(tokens):
        raise CannotBe("the infinitive is parted")
    return (to, *tokens)


def _worded(tree: Tree, tokens: tuple[int, ...], names: dict[int, str]) -> str:
    text = wording(tree, tokens, names)
    if not _FEWEST <= len(text.split()) <= _MOST or any(mark in text for mark in _MARKS):
        raise CannotBe("the aim is too short, too long or has marks that need their sentence")
    if any(tree.tokens[each].xpos in _CLAUSES for each in tokens) or tree.tokens[tokens[1]].lemma.lower() in _STATES:
        raise CannotBe("the aim tells of no deed")
    if tree.tokens[tokens[-1]].upos in ("ADP", "DET", "CCONJ", "PART"):
        raise CannotBe("the aim is cut off")
    return text


def _actor(clause: Clause) -> str:
    entity = entity_at(clause.tree.tokens[clause.subject.head].span) if clause.subject else None
    return entity.full if entity else ""


@per_article
def _aims(article: Article) -> tuple[Aim, ...]:
    """What somebody does, or has in mind to do, in order."""
    return tuple(aim for at, tree in enumerate(trees(article)) for aim in _aims_in(tree, at))


def _aims_in(tree: Tree, at: int) -> Iterator[Aim]:
    clauses = clauses_of(tree)
    above = {each.head: each for each in clauses}
    for clause in clauses:
        token = tree.tokens[clause.head]
        if token.xpos != "VB" or clause.marker.split()[-1:] != ["to"] or token.head < 0 or clause.verb.negated:
            continue
        over = tree.tokens[token.head]
        pursued = over.lemma.lower() in _PURSUED
        aimed = clause.relation == "advcl" and over.lemma not in COMPLETED and over.upos == "VERB"
        parent = next((above[each] for each in tree.ancestors(clause.head) if each in above), None)
        if not (pursued or aimed) or parent is None or parent.verb.negated:
            continue
        try:
            tokens = _tokens_of(tree, clause)
            names = full_names(tree, tokens)
            if pointers(tree, tokens, names):
                continue
            yield Aim(_worded(tree, tokens, names), at, _actor(parent), token.lemma)
        except CannotBe:
            continue


def _others(relation: CausalRelation, asked: _Asked) -> tuple[Aim, ...]:
    """Three other aims, those of the same actor first; raises CannotBe."""
    own = frozenset(content_words(asked.key))
    length = len(asked.key.split())
    fitting: list[Aim] = []
    for aim in _aims(evidence(relation).article):
        near = abs(aim.sentence - asked.sentence) <= 1
        alike = own & frozenset(content_words(aim.text)) or aim.verb == asked.verb
        long = abs(len(aim.text.split()) - length) > _APART
        names_actor = bool(asked.actor) and asked.actor in aim.text
        if not (near or alike or long or names_actor) and all(aim.text != each.text for each in fitting):
            fitting.append(aim)
    fitting.sort(key=lambda aim: (aim.actor != asked.actor, not aim.actor, abs(aim.sentence - asked.sentence)))
    if len(fitting) < _OPTIONS:
        raise CannotBe("the article tells of fewer than three other aims")
    return tuple(fitting[:_OPTIONS])
