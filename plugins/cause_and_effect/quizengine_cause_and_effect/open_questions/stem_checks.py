"""Conditions that every open question has to meet: it is stated, matters, is clear and is English.

Next: `wordings`.
"""

import re
from collections.abc import Sequence

from quizengine.language import (
    PLURAL_PRONOUNS,
    THIRD_PERSON,
    Clause,
    Realised,
    Token,
    Tree,
    content_words,
    is_a,
    is_mostly_small,
    name_at,
    name_by_full_form,
    salience,
    word_set,
)
from quizengine_cause_and_effect.open_references import what_is_open
from quizengine_cause_and_effect.relation_sentences import CannotBe, has_known_subject, is_claimed

_TELLING = 5
"""Content words of a question that says enough without a name."""
_YEAR_IN_BRACKETS = re.compile(r"\w \([^()]*\b(?:1[89]|20)\d\d[a-z]?\)")
_DECIMAL = re.compile(r"\d+\.\d+")
_REFERENCE = re.compile(r"\A\W*(?:Figure|Fig|Table|Photo|Image|Source|Credit|By )|\bdoi\b|\bpp?\. \d|\bet al\b")
_SINGULAR = frozenset({"is", "was", "has", "does"})
_PLURAL = frozenset({"are", "were", "have", "do"})
_GROUPS = word_set("people police team party government staff family majority number group couple band public half lot")
_JOINING = word_set(
    "so but and or yet nor then thus hence therefore instead rather otherwise besides although though while whereas"
    " despite unlike if unless"
)
_WHEN_OR_WHERE = word_set(
    "further elsewhere meanwhile earlier later now sometimes often usually here there once afterwards"
)


def must_matter(tree: Tree) -> None:
    """Raise CannotBe if a sentence is an aside, a caption or a reference; one that only names its source is none."""
    text = tree.sentence.span.text
    sourced = _YEAR_IN_BRACKETS.search(text) is not None and not _REFERENCE.search(text)
    if salience(tree) == 0 and not sourced:
        raise CannotBe("the sentence is an aside, a caption or a citation")


def must_be_asserted(clause: Clause) -> None:
    """Raise CannotBe unless the article itself states what a clause tells, as a fact or as what can be."""
    verb, tree = clause.verb, clause.tree
    supposed = verb.modal and verb.modal not in ("can", "must") and not (verb.modal == "could" and verb.negated)
    markers = {tree.tokens[each].form.lower() for each in tree.dependents(clause.head, "mark")}
    asks = tree.sentence.span.text.rstrip("”\"’')").endswith("?")
    if supposed or asks or clause.said or is_claimed(clause) or markers & {"if", "unless", "whether"}:
        raise CannotBe("it is not stated as a fact")


def must_be_clear(said: Realised) -> None:
    """Raise CannotBe if a whole sentence needs what is around it, or its subject may be anything."""
    clause, tree = said.clause, said.clause.tree
    if clause.subject is None:
        raise CannotBe("who or what it is about has no name of its own")
    head = tree.tokens[clause.subject.head]
    empty = head.form.lower() == "it" and is_a(head.relation, "expl") and clause.verb.copular
    if (reason := what_is_open(clause, said, whole=True)) and not empty:
        raise CannotBe(reason)
    several = tree.tokens[clause.subject.tokens[0]].form.lower() in ("some", "many", "most") and head.xpos == "NNS"
    general = several and clause.verb.tense == "present" and not clause.verb.progressive
    if not (empty or general or has_known_subject(tree, clause)):
        raise CannotBe("who or what it is about has no name of its own")


def must_begin_well(said: Realised) -> None:
    """Raise CannotBe if what opens a sentence is cut, joins it to another or tells an aim."""
    tree = said.clause.tree
    words = [tree.tokens[each].form.lower() for each in said.opening]
    joins = bool(words) and (tree.tokens[said.opening[0]].upos in ("CCONJ", "PUNCT") or words[0] in _JOINING)
    if joins or (len(words) == 1 and words[0] in _WHEN_OR_WHERE):
        raise CannotBe("its opening joins it to another sentence")
    if words[:1] == ["to"] or words[:2] == ["in", "order"]:
        raise CannotBe("its sentence tells another reason")
    first = tree.tokens[said.subject[0]] if said.subject else None
    if any(tree.tokens[each].form == "," and tree.tokens[each + 1].upos == "ADP" for each in said.subject[:-1]):
        raise CannotBe("how the sentence is built is not certain")  # "running low on funds, in 1862 Lee"
    misread = first is not None and (first.upos in ("ADP", "SCONJ") or first.form.lower() in _WHEN_OR_WHERE)
    if misread or (first is not None and said.subject[0] == 0 and _is_no_name(first)):
        raise CannotBe("how the sentence is built is not certain")


def _is_no_name(token: Token) -> bool:
    """Return whether a word was read as a name for its capital alone, which it owes to its place: "High tides"."""
    return token.upos == "PROPN" and name_at(token.span) is None and is_mostly_small(token.form)


def must_hold_whole_words(said: Realised) -> None:
    """Raise CannotBe if a part of the subject was taken for something else: the hyphen of "B-cell", say."""
    tree, subject = said.clause.tree, said.subject
    several = sum(is_a(tree.tokens[each].relation, "nsubj") for each in tree.children[said.clause.head]) > 1
    if several:
        raise CannotBe("how the sentence is built is not certain")  # "the mill, the town's largest, closed"
    if subject and any(subject[0] < index < subject[-1] and index not in subject for index in said.said):
        raise CannotBe("how the sentence is built is not certain")


def must_name_nobody_twice(said: Realised) -> None:
    """Raise CannotBe if a "his" is said to be that of somebody who is named beside it: "Lee’s talks with Lee"."""
    tokens = said.clause.tree.tokens
    owners = {words for index, words in said.replaced.items() if tokens[index].xpos == "PRP$" and words[:1].isupper()}
    names = {word for words in owners for word in words.removesuffix("’s").split()}
    if any(tokens[each].form in names for each in said.tokens):
        raise CannotBe("whose it is is not certain")


def must_have_its_object(clause: Clause, text: str) -> None:
    """Raise CannotBe if a question ends with a verb that shares the object of the one after it.

    "Lee has repainted and sold the boats" tells what was repainted.
    """
    tree, verb = clause.tree, clause.tree.tokens[clause.head]
    joined = any(token.upos == "CCONJ" for token in tree.tokens[clause.head + 1 : clause.head + 2])
    shares = any(tree.dependent(each, "obj") is not None for each in tree.dependents(clause.head, "conj"))
    ends = text.endswith((f" {verb.form}?", f" {verb.lemma}?"))
    if joined and shares and ends and clause.object is None and not clause.verb.passive:
        raise CannotBe("what it is done to is told only after another verb")


def must_name_its_sums(said: Realised) -> None:
    """Raise CannotBe if a sum of money has a "the" and no noun that tells which sum it is: "the $5"."""
    tokens = said.clause.tree.tokens
    definite = (tokens[each] for each in said.tokens if tokens[each].form.lower() == "the" and tokens[each].head >= 0)
    if any(tokens[each.head].upos == "SYM" for each in definite):
        raise CannotBe("which sum of money is meant is told elsewhere")


def must_agree(said: Realised) -> None:
    """Raise CannotBe unless verb and subject agree in number: else a parser took something else for one of them."""
    clause, tokens = said.clause, said.clause.tree.tokens
    if clause.subject is None or not said.subject:
        return
    head, verb = tokens[clause.subject.head], tokens[clause.verb.first]
    form = verb.form.lower()
    one = verb.xpos == "VBZ" or form in _SINGULAR
    many = verb.xpos == "VBP" or form in _PLURAL
    joined = clause.tree.dependent(clause.subject.head, "conj") is not None
    alone = head.xpos == "NN" and not joined and head.lemma.lower() not in _GROUPS
    if (one and head.xpos == "NNS") or (many and alone):
        raise CannotBe("how the sentence is built is not certain")


def must_hold_its_antecedents(said: Realised) -> None:
    """Raise CannotBe if a pronoun stands for something that is only in the reason: "large ships cannot enter it"."""
    tree = said.clause.tree
    nouns = [each for each in said.tokens if tree.tokens[each].upos in ("NOUN", "PROPN")]
    named = [each for each, words in said.replaced.items() if words[:1].isupper() and each in said.tokens]
    for index in said.tokens:
        form = tree.tokens[index].form.lower()
        empty = is_a(tree.tokens[index].relation, "expl") or said.replaced.get(index, form).lower() != form
        if form not in THIRD_PERSON or empty:
            continue
        many = form in PLURAL_PRONOUNS
        before = [each for each in nouns if each < index]
        told = [each for each in before if (tree.tokens[each].xpos in ("NNS", "NNPS")) == many]
        joined = many and any(tree.dependent(each, "conj") is not None for each in before)
        if not (told or joined or (many and before and _is_a_group(tree, before)) or any(e < index for e in named)):
            raise CannotBe("it points to what the reason tells")


def _is_a_group(tree: Tree, nouns: Sequence[int]) -> bool:
    return any(tree.tokens[each].lemma.lower() in _GROUPS for each in nouns)


def must_say_where(said: Realised, lead: str) -> None:
    """Raise CannotBe if what happened once is told of nobody and nothing with a name, and of no time."""
    clause, tokens = said.clause, said.clause.tree.tokens
    once = clause.verb.tense == "past" or (clause.verb.perfect and not said.subject)
    shown = [tokens[each] for each in said.tokens]
    named = any(token.upos == "PROPN" or (token.upos == "NUM" and token.form.isdigit()) for token in shown)
    named = named or bool(lead) or any(word[:1].isupper() for text in said.replaced.values() for word in text.split())
    compares = any(token.xpos in ("JJR", "RBR") for token in shown)
    if sum(_DECIMAL.fullmatch(token.form) is not None for token in shown) > 1:
        raise CannotBe("it is about the figures of an example")
    if once and not named and (compares or len(content_words(said.words(said.tokens))) < _TELLING):
        raise CannotBe("it does not tell where or of whom that was so")


def named_once(said: Realised, text: str) -> str:
    """A question with its source before it, in which a pronoun stands for a source that it is about."""
    source, comma, rest = text.removeprefix("According to ").partition(", ")
    if not comma or not text.startswith("According to ") or source not in rest:
        return text
    name = name_by_full_form(said.clause.tree.sentence.span.article, source)
    if name is None or name.pronoun not in ("he", "she") or f"{source}’s" in rest or f"{source}'s" in rest:
        raise CannotBe("it names its source twice")
    return f"According to {source}, " + rest.replace(source, name.pronoun)
