"""The speaker meant by a "he" or "she" in a paragraph about one person: Abel owns a boat. “…,” she said.

The name opens a sentence of the paragraph, and every sentence from there to the quotation has it or the pronoun as its
subject. Next: `speakers`, for all other pronouns.
"""

import re
from bisect import bisect_left

from quizengine import Article, Span
from quizengine.language import Name, is_a, is_person, is_role_noun, referent, sentences_inside, tree_at
from quizengine_quote_attribution.sources import Sources

_MARKS = re.compile(r"[“”\"„«»]|''|``|(?<!\w)[‘'](?=\w)")
_APPOSITION = re.compile(
    r"(?:(?:But|And|Meanwhile,|However,)\s)?(?:[Tt]he|Its|Their|His|Her|One|A|An)\s[^,;:()]{3,80},\s"
)
"""“The mayor, ” before a name that another comma follows."""
_MOST_OF_A_TITLE = 7
_IN_A_TITLE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
_BEHIND = re.compile(r"\s(?!(?:and|or|&)\b)|,")
"""Words after a name that is a subject by itself."""
_PLACED = re.compile(r"(?:\b(?:at|in)\s(?:the\s)?(?:[\w-]+\s){0,3}|\bthe\s(?:[\w-]+\s){1,3})\Z")
"""“at the broker ” before a name: no person's, where the article does not tell what it names."""
_FURTHEST = 3
"""Sentences between the name and the quotation, with the one that has the name."""


def paragraph_subject(speaker: Span, quoted: Span, sources: Sources) -> Name | None:
    """The person whom the pronoun beside a quotation means, by the paragraph before it; None if not certain.

    `quoted` is the quotation. A name that may be a man's or a woman's fits both pronouns, where no other person is
    mentioned beside it, by name or not.
    """
    pronoun = speaker.text.casefold()
    before = _sentences_before(quoted)
    for back, sentence in enumerate(reversed(before[-_FURTHEST:])):
        if _MARKS.search(sentence.text):
            return None
        if re.match(rf"(?i){pronoun}\b", sentence.text):
            continue
        found = titled_subject(sentence, sources)
        told = before[len(before) - back - 1 :]
        fits = found is not None and _is_alone(found, told, speaker, sources)
        return found[1] if found and fits and _agrees(speaker, found[1]) else None
    return None


def _sentences_before(quoted: Span) -> list[Span]:
    """The sentences of a quotation's paragraph that end before it; none if it does not begin a sentence."""
    article: Article = quoted.article
    known, first = sentences_inside(article), quoted.paragraph.start
    last = bisect_left(known, quoted.start, key=lambda one: one.end)
    before = list(known[bisect_left(known, first, key=lambda one: one.start) : last])
    between = article.text[before[-1].end : quoted.start] if before else "-"
    return before if not between.strip("“”\"'‘’`«„ \n") else []


def titled_subject(sentence: Span, sources: Sources) -> tuple[Span, Name] | None:
    """The full name that opens a sentence as its subject, after a title or “The mayor,” at most."""
    mentions = sources.people_between(sentence.start, sentence.end)
    if not mentions:
        return None
    span, name = mentions[0]
    text = sentence.article.text
    before, behind = text[sentence.start : span.start], text[span.end : sentence.end]
    apposition = bool(_APPOSITION.fullmatch(before)) and behind.startswith(",") and not _tells_of_another(before)
    opens = apposition or _is_a_title(sentence, before)
    return (span, name) if opens and _BEHIND.match(behind) else None


def _is_a_title(sentence: Span, before: str) -> bool:
    """Return whether words at the head of a sentence only tell the office of the name that follows.

    "But Harbour Affairs Minister Ruth Abel", not "A friend of councillor Ruth Abel".
    """
    words = before.split()
    tree = tree_at(sentence)
    at = tree.tokens_in(sentence.article.span(sentence.start, sentence.start + len(before))) if tree and before else ()
    tags = {tree.tokens[each].upos for each in at[1:]} if tree else set()
    return not words or (len(words) <= _MOST_OF_A_TITLE and is_role_noun(words[-1]) and tags <= _IN_A_TITLE)


def _is_alone(found: tuple[Span, Name], told: list[Span], speaker: Span, sources: Sources) -> bool:
    """Return whether nobody else whom the pronoun fits is mentioned from a name up to the pronoun."""
    span, name = found
    pronoun, text = speaker.text.casefold(), speaker.article.text
    if not name.certain or " " not in name.full or name.pronoun not in ("", pronoun):
        return False
    for other, called in sources.people_between(span.start, told[-1].end):
        owner = text.startswith(("'s", "’s"), other.end)
        placed = called.kind == "other" and _PLACED.search(text[told[0].start : other.start])
        own = called.kind == "other" and text[span.end : other.start] == " of "
        if called != name and called.pronoun in ("", pronoun) and not (owner or placed or own):
            return False
    return not _others_without_a_name(span, told, sure=name.pronoun == pronoun)


def _others_without_a_name(name: Span, told: list[Span], sure: bool) -> bool:
    """Return whether somebody is mentioned without a name, outside of what a name is explained by: "her husband".

    Where it is `sure` that the pronoun fits the name, only who does something counts.
    """
    text = name.article.text
    explained = re.match(r",\s(?:a|an|the|who|whose)\s[^,;:.]*(?:,|\.)|", text[name.end : told[0].end])
    behind = name.end + (explained.end() if explained else 0)
    for sentence in told:
        tree = tree_at(sentence)
        for at in tree.tokens_in(sentence) if tree else ():
            token = tree.tokens[at] if tree else None
            if token is None or token.span.start < behind or token.xpos not in ("NN", "NNP"):
                continue
            counts = not sure or is_a(token.relation, "nsubj")
            if counts and is_person(token.lemma.lower()) and token.form.islower():
                return True
    return False


def _tells_of_another(description: str) -> bool:
    """True if a description may hold a second person, whom the name after it may name: "A friend of the mayor, "."""
    _, *rest = re.split(r"\s(?:of|to|for|with)\s", description)
    return any(is_person(word.lower()) for part in rest for word in re.findall(r"[\w-]+", part))


def _agrees(speaker: Span, name: Name) -> bool:
    """Return whether the chain of mentions of the whole article does not give the pronoun to another."""
    tree = tree_at(speaker)
    at = tree.tokens_in(speaker) if tree else ()
    meant = referent(tree, at[0]) if tree and at else None
    return meant is None or meant.full == name.full
