"""The part of a quotation that is asked about: consecutive whole sentences that stand alone and say most.

Next: `anaphora`, which finds what points outside, and `substance`, which finds what says too little.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from quizengine import Article, Span, cache_per_article
from quizengine.language import (
    FINITE_TAGS,
    PRONOUNS,
    Token,
    Tree,
    content_words,
    is_a,
    sentences_inside,
    tree_at,
    word_set,
)
from quizengine_quote_attribution.addressing import needs_context, tells_what_the_speaker_is
from quizengine_quote_attribution.anaphora import unresolved_words
from quizengine_quote_attribution.backward_references import (
    answers_what_was_said,
    breaks_off,
    goes_on_counting,
    has_backward_reference,
    points_with_a_pronoun,
)
from quizengine_quote_attribution.clause_boundaries import first_clause
from quizengine_quote_attribution.display_text import display_text, spoken_by_name
from quizengine_quote_attribution.pronouns_in_quotations import topic
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.quote_punctuation import is_parted, join_pieces
from quizengine_quote_attribution.quoted_fragments import ends_inside, is_part_of_sentence
from quizengine_quote_attribution.substance import is_minor_remark, is_private, says_enough_anyway, says_too_little

FEWEST_WORDS = 5
MOST_WORDS = 35
"""Words of a question that has at most 40 with those around them."""
_OF_NO_LENGTH = f"it has fewer than {FEWEST_WORDS} words, or more than {MOST_WORDS} in its first sentence"
_LEFT_OPEN = "whom or what its words mean is not told"
_READ_AT_ONCE = 20
"""Words of a quotation that leave a question with at most 25."""
_ENOUGH = 12
"""Words that carry sense: what says so much needs no more sentences."""
_TELLING = 6
"""Words that carry sense, with which a short run goes before a longer one that says more."""
_MOST_SENTENCES = 12
"""The number of sentences examined in a longer quotation; this bounds the work."""
_DOTS = re.compile(r"…|\.\s?\.\s?\.")
_ADDED = re.compile(
    r"(?:\A|(?<=[\w,] ))\[(?!(?:I|we|he|she|they|it|you|sic|emphasis|laughs|laughter|applause|crosstalk)\b)"
    r"\w[\w’-]*(?: [\w’-]+){0,4}\]"
    r"|(?<=\w )\((?:[A-Z]{2,6}s?|of [\w’-]+)\)"
)
"""Words in brackets that tell what is meant: "the loss [of the boats]", "the Harbour Board (HB)"."""
_LOST_MARK = re.compile(r"\w[ \t]{3,}\w")
"""A wide space in a sentence, where a dash was before the text was copied."""
_FRAGMENTS = word_set("especially particularly mainly to rather not because which just even like")
_BREAKS_OFF = word_set("to the a an and or but than")
"""Last words with which a sentence says nothing by itself."""
_SUBORDINATING = word_set("when if because although while whereas unless")
_THINKING = word_set("think believe guess suppose")
_SHORTENED = frozenset({"'s", "’s", "'re", "’re", "'m", "’m", "'ve", "’ve", "'ll", "’ll", "'d", "’d"})


@dataclass(frozen=True)
class Excerpt:
    """The part of a quotation that is asked about; without words, the reason why there is none."""

    words: str = ""
    reason: str = ""
    about: str = ""
    """The full name of the person whom a "he" or "she" of the words means that they do not tell; mostly empty."""
    spans: tuple[Span, ...] = ()
    """The places of the words."""
    open_words: int = 0
    """The number of words that point outside all the same."""
    points_with_a_pronoun: bool = False
    """True if one of these is a pronoun or a "this", for which nobody can put a name."""


_Sentence = tuple[Span, ...]
"""One span, or two where "he said" is inside of the sentence."""


def excerpt(quotation: Quotation) -> Excerpt:
    """The words to show of a quotation, 5 to 38, or why none can be shown."""
    known = _known(quotation.speaker.article)
    place = tuple((piece.start, piece.end) for piece in quotation.quote)
    if place not in known:
        known[place] = _chosen(quotation)
    return known[place]


def excerpt_words(quotation: Quotation) -> str:
    """The words to show without marks around them, with single marks inside them; empty if none can be shown."""
    return excerpt(quotation).words


def plain_sentences(quotation: Quotation) -> Iterator[str]:
    """The whole sentences of a quotation as they may be shown beside others, whatever they leave open."""
    for sentence in _whole_sentences(quotation.quote):
        words = display_text(join_pieces(sentence))
        plain = not (_DOTS.search(words) or _is_cut_inside(words) or says_too_little(words))
        if plain and len(words.split()) >= FEWEST_WORDS and _has_a_verb(sentence) and not needs_context(sentence):
            yield words


@cache_per_article
def _known(article: Article) -> dict[tuple[tuple[int, int], ...], Excerpt]:
    """Filled by `excerpt`."""
    return {}


def _chosen(quotation: Quotation) -> Excerpt:
    sentences = _whole_sentences(quotation.quote)
    if not sentences:
        return Excerpt(reason="it is a part of a sentence only")
    own = _runs(sentences)
    further = _whole_sentences((*quotation.quote, *quotation.then)) if quotation.then else []
    longer = _runs(further, over=len(sentences))
    if not own and not longer:
        return _beginning(quotation, sentences[0])
    looks = [(run, True) for run in (*own, *longer)] + [(run, False) for run in (*longer, *own)]
    found = (_of_run(quotation, run, strict) for run, strict in looks)
    first = next(found)
    return next((one for one in chain((first,), found) if one.words), first)


def _beginning(quotation: Quotation, sentence: _Sentence) -> Excerpt:
    """The first clause of a sentence that is too long, with an ellipsis for the rest."""
    cut = first_clause(sentence[0], MOST_WORDS) if len(sentence) == 1 else None
    if cut is None:
        return Excerpt(reason=_OF_NO_LENGTH)
    strict, loose = (_of_run(quotation, [(cut,)], strict=each) for each in (True, False))
    one = strict if strict.words else loose
    return replace(one, words=f"{one.words} …") if one.words else strict


def _of_run(quotation: Quotation, run: Sequence[_Sentence], strict: bool) -> Excerpt:
    """Some sentences of a quotation, or why they cannot be shown; a strict look lets them leave nothing open."""
    spans = [span for sentence in run for span in sentence]
    words = display_text(join_pieces(tuple(spans)))
    if reason := _why_not(words, run, quotation.name):
        return Excerpt(reason=reason)
    pointing = unresolved_words(spans)
    persons = pointing if strict else [word for word in pointing if word in PRONOUNS]
    about = topic(quotation, spans, persons) if persons else None
    if about is not None and spoken_by_name(quotation.name, about.surname):
        return Excerpt(reason=_LEFT_OPEN)
    others = pointing if about is None else [] if strict else [word for word in pointing if word not in persons]
    left_open = others and (strict or has_backward_reference(spans) or not says_enough_anyway(words, spans, others))
    if left_open or answers_what_was_said(words) or goes_on_counting(spans[0]) or breaks_off(spans):
        return Excerpt(reason=_LEFT_OPEN)
    named = about.full if about else ""
    return Excerpt(words, "", named, tuple(spans), len(others), points_with_a_pronoun(spans, others))


def _runs(sentences: Sequence[_Sentence], over: int = 0) -> list[Sequence[_Sentence]]:
    """The runs of sentences of a fit length, those first that are read at once and say most, of these the earliest.

    With `over` only those that begin before the sentence of that number and continue to it or farther.
    """
    texts = [" ".join(span.text for span in sentence) for sentence in sentences]
    ranked = []
    for start in range(over or len(sentences)):
        for end in range(max(over, start) + 1, len(sentences) + 1):
            words = " ".join(texts[start:end])
            if len(words.split()) > MOST_WORDS:
                break
            if len(words.split()) >= FEWEST_WORDS:
                telling = min(len(set(content_words(words))), _ENOUGH)
                short = telling >= _TELLING and len(words.split()) <= _READ_AT_ONCE
                ranked.append((not short, -telling, start, end))
    return [sentences[start:end] for _, _, start, end in sorted(ranked)]


def _why_not(words: str, run: Sequence[_Sentence], name: str) -> str:
    if len(words.split()) < FEWEST_WORDS:
        return _OF_NO_LENGTH
    if says_too_little(words):
        return "its words say too little to be told from others"
    if _DOTS.search(words):
        return "dots stand for some of its words"
    if spoken_by_name(words, name):
        return f"its own words name {name}"
    if not all(map(_has_a_verb, run)):
        return "it is a part of a sentence only"
    if _is_cut_inside(words):
        return "it breaks off in words that it quotes"
    if tells_what_the_speaker_is(words):
        return "it tells what its speaker is"
    spans = [span for one in run for span in one]
    if any(_LOST_MARK.search(span.text) for span in spans):
        return "a mark between its words is lost"
    if needs_context(spans):
        return "it speaks to somebody, or goes on from what was said before"
    if is_private(spans):
        return "its speaker only tells of private matters"
    return "it has nothing to do with what the article is about" if is_minor_remark(spans) else ""


def _is_cut_inside(words: str) -> bool:
    """Return whether single marks are opened and never closed, or something in brackets is no addition."""
    opened = words.rfind("‘")
    bare = _ADDED.sub("", words)
    return "(" in bare or "[" in bare or (opened >= 0 and not re.search(r"’(?!\w)", words[opened:]))


def _has_a_verb(sentence: _Sentence) -> bool:
    """Return whether a sentence is a clause of its own: it has a verb.

    What all else depends on has to be finite: not "To go neutral?", "Rather than waiting", "Hoping that it rains".
    """
    tree = tree_at(sentence[0])
    if tree is None:
        return True
    inside = [at for span in sentence for at in tree.tokens_in(span) if tree.tokens[at].upos != "PUNCT"]
    if not inside or _breaks_off([tree.tokens[at] for at in inside]):
        return False  # "It is about to"
    first = tree.tokens[inside[0]]
    if first.form in _SUBORDINATING or _only_thinks(tree, inside):
        return False  # "if you want him to go on", "I think between a mile and two"
    if first.xpos in ("VB", "VBP") and first.form.lower() not in _FRAGMENTS:
        return True  # an order
    finite = [at for at in inside if tree.tokens[at].xpos in FINITE_TAGS or tree.tokens[at].form in _SHORTENED]
    if first.form.lower() in _FRAGMENTS:
        return any(tree.tokens[_verb_of(tree, at)].head not in inside for at in finite)
    finite = [at for at in finite if not _is_relative(tree, _verb_of(tree, at))]
    participle = first.form.endswith("ing") and first.xpos in ("VBG", "JJ")
    alone = participle and set(finite) <= set(tree.subtree(inside[0]))
    leading = tree.tokens[_verb_of(tree, inside[0])].relation  # "Having rowed for a day, I …"
    hangs = first.xpos == "VBG" and not is_a(leading, "csubj", "nsubj", "advcl", "amod", "compound")
    return bool(finite) and not hangs and not alone and not _only_says_when(tree, inside)


def _only_thinks(tree: Tree, inside: Sequence[int]) -> bool:
    """Return whether the only verb is what the speaker thinks with, so that a clause is missing after it."""
    verbs = [tree.tokens[at] for at in inside if tree.tokens[at].upos in ("VERB", "AUX")]
    return len(verbs) == 1 and verbs[0].lemma.lower() in _THINKING


def _breaks_off(words: Sequence[Token]) -> bool:
    """True if the last word wants another one after it, unlike the preposition in "nobody to hand the rope to."."""
    last, before = words[-1].form.lower(), [word.form.lower() for word in words[:-1]]
    infinitive = "to" in before and words[before.index("to") + 1].xpos == "VB"
    return last in _BREAKS_OFF and not (last == "to" and infinitive)


def _only_says_when(tree: Tree, inside: Sequence[int]) -> bool:
    """Return whether a "when" or "if" begins all that is said: "When you have a campaign that is built on insults."."""
    first, last = tree.tokens[inside[0]], tree.sentence.span.text.rstrip("”’\"' ")[-1:]
    above = tree.tokens[first.head] if first.head >= 0 else first
    opens = first.form.lower() in _SUBORDINATING and is_a(first.relation, "advmod", "mark")
    comma = next((at for at in inside if tree.tokens[at - 1].form == ","), inside[-1])
    goes_on = any(each.xpos in FINITE_TAGS or each.form in _SHORTENED for each in tree.tokens[comma : inside[-1] + 1])
    return opens and not goes_on and last != "?" and (above.head < 0 or above.head not in inside)


def _is_relative(tree: Tree, verb: int) -> bool:
    """Return whether a verb only tells more of a noun: "Republicans who are trying"."""
    pronoun = any(tree.tokens[each].xpos in ("WDT", "WP") for each in tree.children[verb])
    return is_a(tree.tokens[verb].relation, "acl:relcl") and pronoun


def _verb_of(tree: Tree, at: int) -> int:
    """The predicate that a finite word belongs to: itself, or what it helps."""
    return tree.tokens[at].head if is_a(tree.tokens[at].relation, "aux", "cop") else at


def _whole_sentences(pieces: tuple[Span, ...]) -> list[_Sentence]:
    """The sentences of a quotation in order, without one that begins before it or continues after it."""
    found: list[_Sentence] = []
    for number, piece in enumerate(pieces):
        parted = list(sentences_of(piece))[:_MOST_SENTENCES]
        earlier = pieces[number - 1] if number else None
        if earlier and found and parted and piece.paragraph == earlier.paragraph and not is_parted(earlier, piece):
            found[-1] = (*found[-1], parted.pop(0))
        found += [(one,) for one in parted]
    if found and is_part_of_sentence(pieces[0]):
        found = found[1:]
    if found and ends_inside(pieces[-1]):
        found = found[:-1]
    return found[:_MOST_SENTENCES]


def sentences_of(piece: Span) -> Iterator[Span]:
    """The sentences that a piece touches, as far as they lie in it."""
    known = sentences_inside(piece.article)
    first = bisect_right(known, piece.start, key=lambda one: one.end)
    for one in known[first : bisect_left(known, piece.end, key=lambda one: one.start)]:
        yield piece.article.span(max(one.start, piece.start), min(one.end, piece.end))
