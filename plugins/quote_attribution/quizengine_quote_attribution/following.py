"""A quotation in separate sentences right after the one that tells who speaks: Abel said it was late. “…”."""

import re

from quizengine import Span
from quizengine.language import (
    VOUCHED,
    Frame,
    Tree,
    is_a,
    is_mention,
    is_role_noun,
    mentions_between,
    name_at,
    sentence_of,
    stance_of,
    tree_at,
    word_set,
)
from quizengine_quote_attribution.paragraph_subjects import titled_subject
from quizengine_quote_attribution.quotation_contexts import REACH, Attribution, QuotationContext
from quizengine_quote_attribution.sources import Sources

_FEWEST_WORDS = 6
_PAST = frozenset({"VBD", "VBN", "VBZ"})
_BETWEEN = " \t\n("
"""White space, and the bracket that opens before a quotation with its own sentence: "(“…,” he said.)"."""
_MANNERS = word_set(
    """
    sceptical skeptical dubious unconvinced unimpressed adamant blunt defiant enthusiastic optimistic pessimistic
    scathing cautious indignant dismissive
    """
)
"""Adjectives for somebody whose words follow to show it."""
_TAKES_UP = re.compile(
    r"(?i)(?:this|that|these|those|such|so|it|he|she|they|his|her|their|the (?:words?|comments?|remarks?))\b"
)
"""The beginning of a sentence that may tell whose the words before it are."""
_MARKS = frozenset({"“", "”", '"', "``", "''"})
_ISSUES = word_set("issue release publish post")
_STATEMENTS = word_set("statement response apology message")


def report_before(place: QuotationContext) -> Attribution | None:
    """The verb of saying in the sentence before a quotation that is by itself, with its subject.

    Nothing but white space may be between the two, and nothing else in the quotation's own sentences.
    """
    quoted = place.quoted
    whole = quoted.pieces[0].text[:1].isupper() and quoted.last_character in ".?!" and quoted.words >= _FEWEST_WORDS
    if not whole or place.before.text.strip() or place.after.text.strip():
        return None
    tree = _sentence_before(place)
    return (_main_report(tree) or _main_manner(tree)) if tree else None


def told_before(place: QuotationContext) -> Attribution | None:
    """The verb of saying in the sentence right before a quotation's own, with its subject."""
    tree = _sentence_before(place)
    return _main_report(tree) if tree else None


def subject_before(place: QuotationContext, sources: Sources) -> Span | None:
    """The name that is the subject of the sentence right before a quotation's own, whatever its verb means.

    A parser loses the name behind a long title: "Harbour Affairs Minister Ruth Abel has thanked the weavers".
    """
    tree = _sentence_before(place)
    return (_subject(tree) or _opening(tree, sources)) if tree else None


def _opening(tree: Tree, sources: Sources) -> Span | None:
    found = titled_subject(tree.sentence.span, sources)
    if found is None:
        return None
    root = tree.tokens[tree.root].span
    return found[0] if root.start > found[0].end or (found[0].overlaps(root) and _goes_on_to_act(tree)) else None


def _goes_on_to_act(tree: Tree) -> bool:
    """Return whether a verb comes right behind a second comma, for a parser that loses it behind what explains a name.

    "Ruth Abel, a weaver living with her sister, recently sold a boat".
    """
    commas = [at for at, token in enumerate(tree.tokens) if token.form == ","]
    behind = (next((token for token in tree.tokens[at + 1 :] if token.upos != "ADV"), None) for at in commas[1:2])
    return any(token is not None and token.xpos in _PAST for token in behind)


def _subject(tree: Tree) -> Span | None:
    subject = tree.dependent(tree.root, "nsubj")
    if subject is None or any(token.form in _MARKS for token in tree.tokens[:subject]):
        return None
    speaker = Frame(tree, tuple(range(len(tree.tokens)))).speaker(subject)
    name = name_at(speaker) if speaker else None
    return speaker if speaker and name and is_mention(speaker, name) else None


def _sentence_before(place: QuotationContext) -> Tree | None:
    """The sentence right before a quotation's own, where at most a bracket is between the two."""
    article, quoted = place.article, place.quoted
    before = article.text[max(0, quoted.start - REACH) : quoted.start]
    end = quoted.start - len(before) + len(before.rstrip(_BETWEEN))
    last = article.text[end - 1 : end]
    if not last or last not in '.”"' or _is_far(place, end) or place.before.text.strip(_BETWEEN):
        return None
    return tree_at(article.span(end - 1, end))


def continues_quotation(place: QuotationContext, before: QuotationContext) -> bool:
    """True if a quotation opens a paragraph, right after one that ends with an earlier quotation's speaker.

    It is the whole paragraph, or whole sentences before one that names nobody: "“I row.” Ruth Abel is a baker" may be
    said by Ruth Abel.
    """
    article, quoted = place.article, place.quoted
    paragraph = quoted.pieces[0].paragraph
    between = article.text[before.after.end : quoted.start]
    near = not between.strip() and not _is_far(place, before.after.end)
    follows = near and quoted.words >= _FEWEST_WORDS and before.after.text.rstrip().endswith(".")
    if quoted.start != paragraph.start or not follows:
        return False
    alone = paragraph.text.strip("“”\"' \n") == quoted.whole.text.strip("“”\"' \n")
    return alone or _goes_on_to_other_things(place)


def _goes_on_to_other_things(place: QuotationContext) -> bool:
    """Return whether what is after whole quoted sentences tells neither of them nor of anybody."""
    quoted, article = place.quoted, place.article
    if place.after.text.strip() or not quoted.pieces[0].text[:1].isupper() or quoted.last_character not in ".?!":
        return False
    rest = article.text[quoted.end : quoted.pieces[-1].paragraph.end]
    at = quoted.end + len(rest) - len(rest.lstrip("”\"' "))
    following = sentence_of(article.span(at, min(at + 1, len(article.text)))) if rest.strip("”\"' \n") else None
    if following is None or following.start < quoted.end or _TAKES_UP.match(following.text):
        return False
    named = mentions_between(article, following.start, following.end)
    return not (any(name.kind == "person" for _, name in named) or _tells_of_somebody(following))


def _tells_of_somebody(sentence: Span) -> bool:
    """Return whether a sentence quotes anything, or is about a "mayor" or an "engineer"."""
    tree = tree_at(sentence)
    tokens = [tree.tokens[at] for at in tree.tokens_in(sentence)] if tree else []
    return any(
        token.form in _MARKS or (is_a(token.relation, "nsubj") and is_role_noun(token.lemma.lower()))
        for token in tokens
    )


def _is_far(place: QuotationContext, end: int) -> bool:
    """Return whether more than the end of one paragraph lies between a sentence and the quotation."""
    return place.article.text[end : place.quoted.start].count("\n") > 2


def _main_statement(tree: Tree, frame: Frame) -> Attribution | None:
    """Abel issued a statement about the harbour. “…”."""
    made = tree.dependent(tree.root, "obj")
    subject = tree.dependent(tree.root, "nsubj")
    issues = tree.tokens[tree.root].lemma.lower() in _ISSUES and tree.tokens[tree.root].xpos == "VBD"
    if made is None or subject is None or not issues or tree.tokens[made].lemma.lower() not in _STATEMENTS:
        return None
    speaker = frame.speaker(subject)
    return Attribution(speaker, tree.tokens[tree.root].span, "follows") if speaker else None


def _main_manner(tree: Tree) -> Attribution | None:
    """Abel was sceptical about the harbour. “…”."""
    subject = tree.dependent(tree.root, "nsubj")
    told = tree.tokens[tree.root].lemma.lower() in _MANNERS and tree.dependent(tree.root, "cop") is not None
    denied = any(tree.tokens[each].lemma.lower() in ("not", "never") for each in tree.children[tree.root])
    if subject is None or not told or denied or any(token.form in _MARKS for token in tree.tokens):
        return None
    speaker = Frame(tree, tuple(range(len(tree.tokens)))).name_over(subject)
    return Attribution(speaker, None, "follows") if speaker else None


def _main_report(tree: Tree) -> Attribution | None:
    frame = Frame(tree, tuple(range(len(tree.tokens))))
    if (stated := _main_statement(tree, frame)) is not None:
        return stated
    marked = next((at for at, token in enumerate(tree.tokens) if token.form in _MARKS), len(tree.tokens))
    for report in frame.reports():
        if report.at > marked:
            return None  # the sentence itself quotes somebody first
        top = report.at == tree.root or tree.tokens[report.at].relation in ("parataxis", "root")
        if top and stance_of(report.lemma) in VOUCHED and not report.is_doubtful:
            speaker = frame.speaker(report.subject)
            return Attribution(speaker, report.span, "follows") if speaker else None
    return None
