"""A thousand clauses in words: the statement is the clause, and each question says the same words in its own order."""

from dataclasses import dataclass
from itertools import product

import pytest

from quizengine.language.realise import question, realised, statement
from quizengine.language.syntax import Tree, main_clause


@dataclass(frozen=True)
class Phrase:
    """A noun phrase as rows without heads; its last word is the head."""

    rows: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Verb:
    """A verb group, and how a question turns it: what goes before the subject, and what stays behind it."""

    rows: tuple[str, ...]
    words: str
    helper: str
    behind: str


SUBJECTS = (
    Phrase(("The/the/DET/DT", "town/town/NOUN/NN"), "the town"),
    Phrase(("Ada/Ada/PROPN/NNP",), "Ada"),
    Phrase(("Some/some/DET/DT", "old/old/ADJ/JJ", "farmers/farmer/NOUN/NNS"), "some old farmers"),
    Phrase(("German/german/PROPN/NNP", "Engineers/engineer/PROPN/NNPS"), "German Engineers"),
    Phrase(("It/it/PRON/PRP",), "it"),
)
VERBS = (
    Verb(("built/build/VERB/VBD",), "built", "did", "build"),
    Verb(("sells/sell/VERB/VBZ",), "sells", "does", "sell"),
    Verb(("sell/sell/VERB/VBP",), "sell", "do", "sell"),
    Verb(("has/have/AUX/VBZ", "sold/sell/VERB/VBN"), "has sold", "has", "sold"),
    Verb(("will/will/AUX/MD", "sell/sell/VERB/VB"), "will sell", "will", "sell"),
    Verb(("had/have/AUX/VBD", "not/not/PART/RB", "seen/see/VERB/VBN"), "had not seen", "had", "not seen"),
    Verb(("is/be/AUX/VBZ", "selling/sell/VERB/VBG"), "is selling", "is", "selling"),
    Verb(("did/do/AUX/VBD", "n't/not/PART/RB", "buy/buy/VERB/VB"), "did n't buy", "did", "not buy"),
)
OBJECTS = (
    Phrase(("a/a/DET/DT", "bridge/bridge/NOUN/NN"), "a bridge"),
    Phrase(("Bread/bread/NOUN/NN",), "Bread"),
    Phrase(("three/three/NUM/CD", "boats/boat/NOUN/NNS"), "three boats"),
    Phrase(("the/the/DET/DT", "Orra/Orra/PROPN/NNP", "Bakery/Bakery/PROPN/NNP"), "the Orra Bakery"),
    Phrase(("Cork/Cork/PROPN/NNP",), "Cork"),
)
ADJUNCTS = (
    ((), ""),
    (("in/in/ADP/IN", "May/May/PROPN/NNP"), "in May"),
    (("near/near/ADP/IN", "the/the/DET/DT", "sea/sea/NOUN/NN"), "near the sea"),
    (("for/for/ADP/IN", "two/two/NUM/CD", "years/year/NOUN/NNS"), "for two years"),
    (("yesterday/yesterday/NOUN/NN",), "yesterday"),
)
CLAUSES = tuple(product(SUBJECTS, VERBS, OBJECTS, ADJUNCTS))


def rows_of(subject: Phrase, verb: Verb, thing: Phrase, adjunct: tuple[str, ...]) -> list[str]:
    """The words with their heads: the last of each phrase hangs on the last of the verb."""
    head = len(subject.rows) + len(verb.rows)
    found: list[str] = []

    def add(rows: tuple[str, ...], relation: str) -> None:
        last = len(found) + len(rows)
        for row in rows[:-1]:
            kind = {"DET": "det", "ADP": "case", "NUM": "nummod", "ADJ": "amod"}.get(row.split("/")[2], "compound")
            found.append(f"{row}/{last}/{kind}")
        found.extend(f"{row}/{head}/{relation}" for row in rows[-1:])

    add(subject.rows, "nsubj")
    found += [f"{row}/{head}/{'advmod' if row.split('/')[2] == 'PART' else 'aux'}" for row in verb.rows[:-1]]
    found.append(f"{verb.rows[-1]}/0/root")
    add(thing.rows, "obj")
    add(adjunct, "obl")
    return found


def one_line(*words: str) -> str:
    line = " ".join(filter(None, words)).replace(" n't", "n't")
    return line[0].upper() + line[1:]


def test_there_are_a_thousand() -> None:
    assert len(CLAUSES) == 1000


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda phrase: phrase.words)
@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)
def test_statement_and_questions_say_the_words_of_the_clause(build_tree, subject: Phrase, verb: Verb) -> None:
    for thing, (adjunct, when) in product(OBJECTS, ADJUNCTS):
        tree: Tree = build_tree(*rows_of(subject, verb, thing, adjunct))
        clause = main_clause(tree)
        assert clause is not None and clause.subject is not None and clause.object is not None
        said = realised(clause)
        assert said is not None
        assert (statement(said) or "").replace(" n't", "n't") == one_line(
            subject.words, verb.words, thing.words, when
        ) + "."
        asked = question(said, clause.object, "what") or ""
        assert asked == one_line("what", verb.helper, subject.words, verb.behind, when) + "?"
        for part in clause.adjuncts():
            asked = question(said, part, "when") or ""
            assert asked == one_line("when", verb.helper, subject.words, verb.behind, thing.words) + "?"


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.words)
def test_who_takes_a_verb_in_the_singular_or_is_not_asked(build_tree, verb: Verb) -> None:
    clause = main_clause(build_tree(*rows_of(SUBJECTS[1], verb, OBJECTS[0], ())))
    assert clause is not None and clause.subject is not None
    said = realised(clause)
    asked = question(said, clause.subject, "who") if said else None
    if verb.words == "sell":
        assert asked is None
    else:
        assert (asked or "").replace(" n't", "n't") == one_line("who", verb.words, "a bridge") + "?"
