"""Open questions about features: "What did the Tea Act tax?".

Next: `definition_facts`.
"""

from collections.abc import Sequence

from quizengine import Fact, OpenQuestion, Refusal
from quizengine.language import capitalised, sentence_of, tree_at, word_set
from quizengine_key_terms.feature_questions import told_by_term
from quizengine_key_terms.features import Feature
from quizengine_key_terms.questions_in_words import MOST_WORDS, TOO_LONG, question_in_words

_NEEDS_MORE = word_set(
    """
    place put lay set give take make bring send keep leave hold turn draw lend bear have get do let cast throw run pay
    pose
    """
)
"""Verbs that say little with an object alone: nobody asks "What did the act place?", but on what it placed a tax."""


def ask_feature_openly(fact: Feature, facts: Sequence[Fact]) -> OpenQuestion | Refusal:
    """The open question for what something does or did; a refusal where its verb cannot be asked with."""
    told, tree = told_by_term(facts).get(fact.term), tree_at(fact.term)
    if told is None or tree is None or told.stem:
        return Refusal(fact.term, "what it does", "it is not the subject of its clause")
    verb, *rest = tree.tokens_in(fact.said)
    tag, behind = tree.tokens[verb].xpos, tree.tokens[rest[0]] if rest else tree.tokens[verb]
    if tag not in ("VBD", "VBZ", "VBP") or tree.tokens[verb].upos != "VERB" or behind.upos in ("ADP", "VERB", "ADV"):
        return Refusal(fact.term, "what it does", "its verb has no object behind it")
    if tree.tokens[verb].lemma.lower() in _NEEDS_MORE:
        return Refusal(fact.term, "what it does", "its verb says little without what is behind its object")
    do = {"VBD": "did", "VBZ": "does", "VBP": "do"}[tag]
    first = tree.tokens_in(fact.term)[0]
    article = tree.tokens[first - 1].form.lower() if first and tree.tokens[first - 1].upos == "DET" else ""
    article = "the" if told.proper else article
    term = f"{article} {told.words}".strip()
    lead = f"{told.opening}, " if told.opening else ""
    answer = capitalised(f"{lead}{term} {told.told}")
    if len(answer.split()) > MOST_WORDS:
        return Refusal(fact.term, "what it does", TOO_LONG)
    stem = capitalised(f"{lead}what {do} {term} {tree.tokens[verb].lemma}?")
    return question_in_words(stem, f"{answer}.", sentence_of(fact.term), "what it does")
