"""Model answers: the words of the article that tell a reason, understood after the question alone.

Next: `rival_reasons`.
"""

from collections.abc import Iterator, Sequence

from quizengine.language import (
    PLURAL_PRONOUNS,
    PRONOUNS,
    THING_PRONOUNS,
    Entity,
    Pointer,
    Tree,
    capitalised,
    clauses_of,
    content_words,
    entity_at,
    is_a,
    main_clause,
    name_at,
    pointers,
    surface_text,
    word_set,
)
from quizengine_cause_and_effect.clear_pronouns import clear_pronouns
from quizengine_cause_and_effect.open_questions.clear_nouns import is_a_clear_noun
from quizengine_cause_and_effect.open_questions.full_naming import must_be_named_nearby, named_in_full
from quizengine_cause_and_effect.open_questions.stems import MARKS, Stem, is_well_formed
from quizengine_cause_and_effect.relation_sentences import CannotBe
from quizengine_cause_and_effect.signals import DOERS
from quizengine_cause_and_effect.source_sentences import plain_tokens

MOST_WORDS = 30
_FEWEST_NEW = 2
"""Content words of an answer that its question does not tell; one less is enough with so many words around it."""
_FEWEST_WORDS = 4
_FEWEST_IN_ALL = 3


def model_answer(tree: Tree, opening: str, tokens: Sequence[int], stem: Stem) -> str:
    """The answer in the words of some tokens, after "because" or the like; raises CannotBe.

    A pronoun in it may stand for what the question names.
    """
    tokens = _without_links(tree, tokens)
    own = set(tokens)
    asked = [each for each in stem.tokens if each not in own]
    every = sorted({*asked, *own})
    names = named_in_full(tree, every if min(own) > min(asked) else tokens)
    names = clear_pronouns(tree, every, {each: words for each, words in names.items() if each in own})
    names |= _meaning_the_person(tree, own, names, stem) | _meaning_the_subject(tree, own, names, stem)
    must_be_named_nearby(tree, tokens, names)
    for pointer in pointers(tree, every, {**names, **stem.replaced}):
        clear = _is_clear(tree, pointer, stem) or _is_owned_inside(tree, pointer.token, own)
        if pointer.token in own and not clear:
            form = tree.tokens[pointer.token].form
            raise CannotBe(f"the answer points to what is told elsewhere: “{form}”")
    behind = tree.tokens[tokens[-1] + 1 : tokens[-1] + 2]
    if tree.tokens[tokens[-1]].upos == "ADP" and any(token.upos != "PUNCT" for token in behind):
        raise CannotBe("the answer is cut off")  # "had 40 members by" 1902
    text = surface_text(tree, tokens, names)
    return worded_answer(f"{opening} {text}", stem)


def _meaning_the_person(tree: Tree, own: set[int], names: dict[int, str], stem: Stem) -> dict[int, str]:
    """The "his" and "she" of an answer that stand for the only person of its question; raises CannotBe if one may not.

    Such a pronoun stays as it is. One that is read as somebody else may still mean the person whom the question names.
    """
    found: dict[int, str] = {}
    named = _people(stem, tree)
    for index in own:
        form = tree.tokens[index].form.lower()
        if form not in PRONOUNS or names.get(index, form).lower() == form:
            continue
        if _is_the_person(tree, index, stem):
            found |= {index: tree.tokens[index].form} if index > min(own) else {}
        elif any(person.pronoun in ("", PRONOUNS[form]) for person in named.values()) or _may_be_somebody(tree, stem):
            raise CannotBe(f"whom the answer means is not certain: “{form}”")
    return found


def _meaning_the_subject(tree: Tree, own: set[int], names: dict[int, str], stem: Stem) -> dict[int, str]:
    """The "it" of an answer that is read as the last word of a question's subject: it stays, for that is a longer name.

    "Because it assumes a circle" of "Why does Lee's Law hold?" is clear; "because Law assumes" is not.
    """
    heads = {tree.tokens[each].form for each in stem.subject if tree.tokens[each].upos == "PROPN"}
    read = {each: names[each] for each in own if tree.tokens[each].form.lower() in THING_PRONOUNS and each in names}
    return {each: tree.tokens[each].form for each, words in read.items() if words in heads}


def _may_be_somebody(tree: Tree, stem: Stem) -> bool:
    """Return whether the subject of a question is a name of which the kind is not known."""
    heads = [each for each in stem.subject if is_a(tree.tokens[each].relation, "nsubj")]
    found = [(tree.tokens[each].upos, entity_at(tree.tokens[each].span)) for each in heads]
    return any(upos == "PROPN" and (entity is None or entity.kind == "other") for upos, entity in found)


def _without_links(tree: Tree, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens without "however", "for example" and the like, which join a sentence to others."""
    some = main_clause(tree) or next(iter(clauses_of(tree)), None)
    plain = set(plain_tokens(tree, some)) if some else set(tokens)
    inside = set(range(min(tokens), max(tokens)))
    joining = {
        each for each in inside if tree.tokens[each].upos == "CCONJ" and each - 1 in tokens and each + 1 in tokens
    }
    kept = tree.trimmed(sorted(joining | {each for each in tokens if each in plain}))
    if not kept:
        raise CannotBe("the answer says hardly more than the question")
    return kept


def worded_answer(words: str, stem: Stem) -> str:
    """Some words as a sentence that answers a question; raises CannotBe."""
    answer = capitalised(words.strip()).rstrip(" ,;:.") + "."
    if len(answer.split()) > MOST_WORDS:
        raise CannotBe("the answer is too long")
    if len(answer.split()) - answer.startswith(("The ", "A ", "An ")) < _FEWEST_IN_ALL:
        raise CannotBe("the answer is a name or a term, which can be typed")
    if not is_well_formed(answer) or any(mark in answer for mark in MARKS):
        raise CannotBe("the answer has marks that need their sentence")
    new = len(frozenset(content_words(words)) - frozenset(content_words(stem.text)))
    if new < _FEWEST_NEW - (len(answer.split()) >= _FEWEST_WORDS):
        raise CannotBe("the answer says hardly more than the question")
    return answer


def _is_clear(tree: Tree, pointer: Pointer, stem: Stem) -> bool:
    """Return whether whoever has read the article understands a word of an answer to a question about it.

    A noun such as "the embargo" is clear to them; a pronoun only if the question names what it stands for.
    """
    lemma = tree.tokens[pointer.token].lemma
    if _is_when_it_was_so(tree, pointer.token):
        return True
    another = any(tree.tokens[each].lemma == lemma for each in stem.tokens if each != pointer.token)
    return (is_a_clear_noun(tree, pointer) and not another) or _is_told_by_the_question(tree, pointer.token, stem)


def _is_owned_inside(tree: Tree, index: int, own: set[int]) -> bool:
    """Return whether a "their" or "its" follows the only noun of an answer that it can mean: "weavers and their"."""
    form = tree.tokens[index].form.lower()
    if tree.tokens[index].xpos != "PRP$" or form not in PLURAL_PRONOUNS | THING_PRONOUNS:
        return False
    nouns = [each for each in own if each < index and tree.tokens[each].upos in ("NOUN", "PROPN")]
    heads = [each for each in nouns if not is_a(tree.tokens[each].relation, "compound", "flat")]
    if form in PLURAL_PRONOUNS:
        return sum(tree.tokens[each].xpos in ("NNS", "NNPS") for each in heads) == 1
    return sum(_agrees(tree, each, form) for each in heads) == 1


def _is_when_it_was_so(tree: Tree, index: int) -> bool:
    """Return whether a word only says that a reason held when the rest did: "already", or "at the time" at the end."""
    forms = [token.form.lower() for token in tree.tokens[index : index + 4] if token.upos != "PUNCT"]
    return forms[:1] == ["already"] or forms in (["at", "the", "time"], ["at", "that", "time"])


def _is_told_by_the_question(tree: Tree, index: int, stem: Stem) -> bool:
    """Return whether a pronoun can only stand for what a question names: its subject, or its only person."""
    token = tree.tokens[index]
    form = token.form.lower()
    if token.upos not in ("PRON", "DET"):
        return False
    if form in PRONOUNS:
        return _is_the_person(tree, index, stem)
    if form not in PLURAL_PRONOUNS | THING_PRONOUNS:
        return False
    agreeing = [each for each in _arguments(tree, stem) if _agrees(tree, each, form)]
    subject = next((each for each in _arguments(tree, stem) if each in stem.subject), -1)
    acts = is_a(token.relation, "nsubj") or (form == "them" and subject in agreeing)
    return (acts and subject in agreeing) or (len(agreeing) == 1 and (acts or token.xpos == "PRP$"))


def _arguments(tree: Tree, stem: Stem) -> Iterator[int]:
    """The nouns of a question that are its subject and its objects."""
    shown = set(stem.tokens)
    for each in sorted(shown):
        if tree.tokens[each].upos in ("NOUN", "PROPN") and is_a(tree.tokens[each].relation, "nsubj", "obj", "obl"):
            yield each


def _agrees(tree: Tree, noun: int, pronoun: str) -> bool:
    token = tree.tokens[noun]
    name = name_at(token.span)
    plural = token.xpos in ("NNS", "NNPS") or tree.dependent(noun, "conj") is not None
    if pronoun in PLURAL_PRONOUNS:
        return plural or token.lemma.lower() == "people"
    person = (name is not None and name.kind == "person") or token.lemma.lower() in DOERS - _BODIES
    return not plural and not person


_BODIES = word_set(
    """
    party group council court government company agency army congress senate ministry department administration
    business firm school nation guard mob crowd union team
    """
)


def _people(stem: Stem, tree: Tree) -> dict[str, Entity]:
    """The people whom a question names, by their full names."""
    shown = (each for each in stem.tokens if stem.replaced.get(each, "-"))
    entities = (entity_at(tree.tokens[each].span) for each in shown)
    return {each.full: each for each in entities if each is not None and each.kind == "person"}


def _is_the_person(tree: Tree, index: int, stem: Stem) -> bool:
    """Return whether a "he" or "her" is the one person that a question names, as far as is known."""
    named = _people(stem, tree)
    if len(named) != 1:
        return False
    [person] = named.values()
    own = entity_at(tree.tokens[index].span)
    pronoun = PRONOUNS[tree.tokens[index].form.lower()]
    return (own is None or own is person) and person.pronoun in ("", pronoun)
