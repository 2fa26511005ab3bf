"""Asks what somebody said about something, for an answer in sentences: "What did Ruth Abel say about the ferry?"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizengine import Evidence, Fact, OpenQuestion, Origin, Refusal, Span, article_says
from quizengine.language import (
    Name,
    capitalised,
    content_words,
    name_by_full_form,
    tree_at,
    tree_index,
    uncapitalised,
    with_article,
    word_set,
)
from quizengine_quote_attribution.asking_reported import in_full, reporting_verb
from quizengine_quote_attribution.candidates import speaker_name
from quizengine_quote_attribution.clause_boundaries import MARKS
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.excerpts import excerpt
from quizengine_quote_attribution.phrasing import infinitive_for, verb_for
from quizengine_quote_attribution.proof import proof, reported_proof
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.reported_statements import Statement
from quizengine_quote_attribution.speaker_groups import is_of_the_media, is_principal
from quizengine_quote_attribution.statement_topics import topics_of
from quizengine_quote_attribution.substance import is_minor_remark, says_too_little

RULE = "said-about"
_ACCORDING = "reported-according-to"
_FEWEST_NEW = 4
"""Words that carry sense in an answer, beside the topic."""
_FEWEST_WORDS, _MOST_WORDS = 6, 36
"""Words of what is said."""
_CUT = re.compile(r" (?:-|–|/) ")
"""A dash or a slash with spaces around it, behind which something else is told."""
_FEW = 4
"""Words from which on a "that" belongs to what is said."""
_NEAR = 2
"""Sentences around a statement in which somebody may say more about its topic."""
_POINTING = word_set("it they them this that these those he she him her his its their such")


def ask_openly(fact: Statement | Quotation, others: Sequence[Fact]) -> OpenQuestion | Refusal:
    """The open question about what somebody said, or why there is none."""
    told = _told(fact)
    made = told if isinstance(told, str) else _worded(told, others)
    if isinstance(told, str) or isinstance(made, str):
        return Refusal(_words_of(fact)[0], RULE, str(made))
    stem, answer = made
    proved = proof(fact) if isinstance(fact, Quotation) else reported_proof(fact, told.speaker)
    return OpenQuestion(
        stem=stem,
        answer=answer,
        rationale=article_says(proved.text),
        evidence=Evidence.of(proved),
        origin=Origin("quote_attribution", RULE),
        tags=("quote attribution",),
    )


@dataclass(frozen=True)
class _Told:
    """Words of somebody, with the sentence that gives them."""

    fact: Statement | Quotation
    speaker: Name
    content: Span
    """The words in the article that tell what it is about."""
    said: str
    sentence: str


def _words_of(fact: Statement | Quotation) -> tuple[Span, ...]:
    return fact.quote if isinstance(fact, Quotation) else (fact.content,)


def _told(fact: Statement | Quotation) -> _Told | str:
    """Return what somebody said in words that stand alone, or the reason why it is not asked about."""
    name = speaker_name(fact) if isinstance(fact, Quotation) else name_by_full_form(fact.cue.article, fact.name)
    if name is not None and name.kind != "person" and is_of_the_media(name):
        return "it is news of a paper or a broadcaster, and nothing that it thinks"
    if name is None or (" " not in name.full and not name.full.isupper()) or _only_describes(fact.speaker, name):
        return "the article does not give the full name of who said it"
    whom = with_article(name)
    if isinstance(fact, Quotation):
        shown = excerpt(fact)
        said = "" if shown.open_words or shown.about else shown.words
        sentence = f"{whom} {verb_for(fact)}: “{said}{'' if said.endswith(('?', '!')) else '.'}”"
    else:
        said = _inside(fact, in_full(fact, nouns=True)) if _is_whole(fact) else ""
        led = (
            f"according to {whom}, {said}" if fact.rule == _ACCORDING else f"{whom} {reporting_verb(fact)} that {said}"
        )
        sentence = f"{capitalised(led)}."
    if not said or _CUT.search(said):
        return "it cannot be told in words that stand alone"
    content = excerpt(fact).spans[0] if isinstance(fact, Quotation) else fact.content
    fits = _FEWEST_WORDS <= len(said.split()) <= _MOST_WORDS
    if not fits or says_too_little(said) or is_minor_remark([content]):
        return "it says too little, or too much for one answer"
    return _Told(fact, name, content, said, sentence)


def _inside(fact: Statement, said: str) -> str:
    """The words of a statement inside a sentence: without the capital of its first word, unless that is a name's."""
    tree = tree_at(fact.content)
    at = tree.tokens_in(fact.content)[:1] if tree else ()
    opens = tree is not None and at == (0,) and tree.tokens[0].upos != "PROPN" and tree.tokens[0].form in said
    return uncapitalised(said) if opens else said


def _worded(told: _Told, others: Sequence[Fact]) -> tuple[str, str] | str:
    """The question and its model answer, or the reason why there are none."""
    reason = "what it is about is not told in a few words of its own"
    for topic in topics_of(told.content, told.speaker):
        if spoken_by_name(topic, told.speaker.surname) or not content_words(topic):
            continue
        if _is_somebody_much_spoken_of(topic, told):
            reason = "much may be said about whom the article is about"
            continue
        if len(set(content_words(told.said)) - set(content_words(topic))) < _FEWEST_NEW:
            reason = "it says too little of its topic"
        elif _says_more_of_it(told.fact, topic, others):
            reason = "the same one says more about the same thing"
        else:
            say = infinitive_for(told.fact) if isinstance(told.fact, Quotation) else "say"
            return f"What did {with_article(told.speaker)} {say} about {topic}?", told.sentence
    return reason


def _is_somebody_much_spoken_of(topic: str, told: _Told) -> bool:
    """True if a topic is the person whom the article is about, or anybody of whom an organisation reports a deed."""
    name = name_by_full_form(told.content.article, topic)
    return name is not None and name.kind == "person" and (is_principal(name) or told.speaker.kind != "person")


def _only_describes(speaker: Span, name: Name) -> bool:
    """Return whether a name is before the noun of whoever spoke: "Orra Bank president Ruth Abel"."""
    mention = next((each for each in name.mentions if each.overlaps(speaker)), speaker)
    tree = tree_at(mention)
    at = tree.tokens_in(mention)[-1:] if tree else ()
    following = tree.tokens[at[0] + 1 : at[0] + 2] if tree and at else ()
    return any(token.upos in ("NOUN", "PROPN") for token in following)


def _is_whole(fact: Statement) -> bool:
    """Return whether a statement ends where its sentence, or with a mark, and takes in nothing that its speaker did."""
    tree = tree_at(fact.content)
    tokens = tree.tokens_in(fact.content) if tree else ()
    if tree is None or not tokens:
        return False
    if any(tree.tokens[at].form.lower() == "that" for at in tokens[1:_FEW]):
        return False  # "said Wednesday that it rained"
    behind = [token for token in tree.tokens[tokens[-1] + 1 :] if token.form not in MARKS]
    joined = any(
        tree.tokens[at].upos == "CCONJ" and tree.tokens[at + 1].xpos in ("VBD", "VBZ", "VBP") for at in tokens[:-1]
    )
    return not joined and (not behind or behind[0].upos == "PUNCT")


def _says_more_of_it(fact: Statement | Quotation, topic: str, others: Sequence[Fact]) -> bool:
    """Return whether the speaker says anything else about a topic, or may: near by, with a pronoun for it."""
    words, here = set(content_words(topic)), tree_at(_words_of(fact)[0])
    rest = _not_shown(fact) if isinstance(fact, Quotation) else ""
    if words & set(content_words(rest)) or _POINTING & set(rest.lower().split()):
        return True
    for other in others:
        if not isinstance(other, Statement | Quotation) or other is fact or other.name != fact.name:
            continue
        spans = (*_words_of(other), *(other.then if isinstance(other, Quotation) else ()))
        text, there = " ".join(span.text for span in spans), tree_at(spans[0])
        near = here and there and abs(tree_index(there) - tree_index(here)) <= _NEAR
        if words & set(content_words(text)) or (near and _POINTING & set(text.lower().split())):
            return True
    return False


def _not_shown(fact: Quotation) -> str:
    """The words of a quotation behind those that a model answer has."""
    end = max(span.end for span in excerpt(fact).spans)
    pieces = (*fact.quote, *fact.then)
    return " ".join(piece.article.text[max(piece.start, end) : piece.end] for piece in pieces if piece.end > end)
