"""Asks for the central noun of a cause, to be typed into a gap.

Next: `statements`.
"""

from collections.abc import Iterable, Iterator, Sequence

from quizengine import ShortTextQuestion
from quizengine.language import GAP, Certainty, Tree, capitalised, content_words, is_a, name_at, word_set
from quizengine_cause_and_effect.causal_sentences import in_a_sentence
from quizengine_cause_and_effect.question_parts import typed_question
from quizengine_cause_and_effect.relation_sentences import CannotBe, Told
from quizengine_cause_and_effect.relations import CausalRelation
from quizengine_cause_and_effect.signals import HAPPENING_ENDINGS

_RULE = "missing word"
_LONGEST, _SHORTEST = 25, 8
"""Words of the sentence."""
_MOST_TOKENS = 2
"""The most tokens in a gap: a noun and the one before it that tells its kind."""
_VAGUE = word_set(
    """
    thing way factor event change process system part decision step move law plan report effort measure result work
    man woman people person number lot one something anything nothing everything everyone everybody someone other
    idea fact case example problem reason cause effect agreement group party country state company government area
    year day time month week century moment period place situation condition circumstance development action activity
    issue matter point question answer program programme project policy study survey research theory vote bill visit
    force amount rate level kind type form sort series range set news story family friend movement approach method
    order need life world use interest support role member name side end home house city town job right power
    control attention opportunity chance ability access help difficulty success failure goal aim purpose
    increase decrease rise fall growth decline loss lack shortage cost price value money benefit advantage difference
    direction position degree body hand head face eye term word line rule course top bottom front back beginning
    land child student worker leader official member business market service product look view majority minority
    """
)
"""Nouns for which any reader may type another."""
_MEASURES = word_set("cost price value lack shortage increase decrease rise fall growth decline loss")
"""Nouns of which many a noun may be told, so that nobody can know which: "the high cost of fuel"."""
_ABSTRACT = (*HAPPENING_ENDINGS, "ness", "ity", "ship", "dom", "hood", "th")
"""Endings of nouns for acts and qualities, which have synonyms: "religious toleration" or "tolerance"."""


def missing_word(relation: CausalRelation) -> ShortTextQuestion:
    """“Which word is missing? “Orra grew rich by exporting _____.””; raises CannotBe."""
    reason = CannotBe("its sentence cannot be shown")
    for sentence in in_a_sentence(relation):
        if not _SHORTEST <= len(sentence.text.split()) <= _LONGEST or sentence.by_title:
            continue
        tokens = next(_words(relation, sentence), None)
        if tokens is None:
            reason = CannotBe("no word of the cause can be asked for")
            continue
        text = sentence.said.words(tokens)
        what = "word is" if len(tokens) == 1 else "words are"
        stem = f"{sentence.lead}Which {what} missing? “{capitalised(sentence.text.replace(text, GAP, 1))}”"
        forms = (text, *_in_the_singular(sentence.clause.tree, tokens, text))
        return typed_question(relation, _RULE, stem, (*forms, *_in_one_word(forms)))
    raise reason


def _words(relation: CausalRelation, sentence: Told) -> Iterator[tuple[int, ...]]:
    """The words of the cause that can be asked for, whatever hangs highest first."""
    tree = sentence.clause.tree
    inside = [each for each in tree.tokens_in(relation.cause) if each in sentence.said.tokens]
    nouns = (each for each in inside if tree.tokens[each].upos == "NOUN")
    for head in sorted(nouns, key=lambda each: (len(tuple(tree.ancestors(each))), each)):
        tokens = tuple(sorted({head, *(each for each in tree.dependents(head, "compound") if each < head)}))
        together = tokens[-1] - tokens[0] + 1 == len(tokens) <= _MOST_TOKENS and set(tokens) <= set(inside)
        if together and _is_one_thing(tree, head) and not _is_told(sentence, tokens):
            yield tokens


def _is_one_thing(tree: Tree, head: int) -> bool:
    """Return whether a noun is bare, or after "a" or an adjective, with nothing joined to it or hanging on it."""
    token = tree.tokens[head]
    if is_a(token.relation, "compound", "appos", "conj") or token.certainty < Certainty.EVEN_ODDS:
        return False
    if token.lemma.lower() in _VAGUE or token.lemma.lower().endswith(_ABSTRACT) or name_at(token.span) is not None:
        return False
    if any(tree.tokens[each].relation in _MORE for each in tree.children[head]):
        return False
    if is_a(token.relation, "nmod") and tree.tokens[token.head].lemma.lower() in _MEASURES:
        return False
    determiner = tree.dependent(head, "det")
    if determiner is not None and tree.tokens[determiner].form.lower() not in ("a", "an"):
        return False
    adjectives = (tree.tokens[each] for each in tree.dependents(head, "amod"))
    plain = all(each.xpos == "JJ" and not any(sign.isdigit() for sign in each.form) for each in adjectives)
    behind = tree.tokens[head + 1].form if head + 1 < len(tree.tokens) else ""
    return plain and behind not in _GOES_ON


_MORE = frozenset({"conj", "nmod", "acl", "appos", "nummod", "nmod:poss"})
_GOES_ON = frozenset({"-", "’s", "'s", "’", "'"})


def _is_told(sentence: Told, tokens: Sequence[int]) -> bool:
    """Return whether the title or the rest of the sentence tells a word, or the sentence has another in its place."""
    text = sentence.said.words(tokens)
    title = sentence.clause.tree.sentence.span.article.title
    rest = f"{sentence.text.replace(text, '', 1)} {sentence.lead} {title.text if title else ''}"
    twice = sentence.text.count(text) != 1 or any(each in sentence.said.replaced for each in tokens)
    return twice or bool(frozenset(content_words(text)) & frozenset(content_words(rest)))


def _in_the_singular(tree: Tree, tokens: Sequence[int], text: str) -> tuple[str, ...]:
    token = tree.tokens[tokens[-1]]
    if token.xpos != "NNS" or token.lemma.lower() == token.form.lower():
        return ()
    return (f"{text[: len(text) - len(token.form)]}{token.lemma.lower()}",)


def _in_one_word(forms: Iterable[str]) -> tuple[str, ...]:
    """The forms that some write in one word: "websites" for "web sites"."""
    return tuple(form.replace(" ", "") for form in forms if " " in form)
