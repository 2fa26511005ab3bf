"""What an article offers as options: phrases of the same form as the key that are not true for the stem."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from quizengine import Article, Span, per_article
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup
from quizengine.language.clauses import complement_end, is_report, phrase_end, shape, simple_clause, subject_start
from quizengine.language.fragments import chunks_of
from quizengine.language.quoted import quoted
from quizengine.language.sentences import sentence_of, sentences
from quizengine.language.word_lists import listed
from quizengine.language.words import words_in
from quizengine_cause_and_effect.acts import acts, is_act
from quizengine_cause_and_effect.forms import Form
from quizengine_cause_and_effect.headlines import PERHAPS, is_a_headline
from quizengine_cause_and_effect.plain_clauses import may_be_a_participle
from quizengine_cause_and_effect.sentence_view import MOST_CHARACTERS

_JOINING = frozenset(("of", "between", "among", "over", "against", "in", "on", "from"))
"""Prepositions that join a noun to the noun before it rather than to a verb."""
_NO_ACTIONS = frozenset(("according", "including", "following", "regarding", "keeping", "concerning", "owing"))
_TEMPORAL = frozenset(("since", "until", "till", "after", "before", "than", "as", "during"))
_TO_SOMEBODY = listed("give offer send grant pay show tell bring lend hand teach owe award deny promise")
"""Verbs with two objects, which stand side by side without a mark between them."""
_OPEN = frozenset(("whether", "if", "unless"))
"""Conjunctions after which a clause is not said to be so."""
_MOST_OFFERED = 90
"""So many stretches are enough to choose three wrong ones from."""
_STATES = listed("be have represent include contain mean resemble seem become belong consist deserve miss")
_ENDED = re.compile(r"[.!?…;][\"”’')\]\d\s\[]*\Z")
"""The end of a sentence; a headline or a caption has none."""
_MAY_BE_GERUND = re.compile(r"\w{2,}ing")
"""The first word of a phrase that may tell what somebody does: "taxing consumption"."""
_TO_DO = 2
"""Words of a plain infinitive."""
_IS = frozenset(("be", "become", "remain", "seem"))
_PUSHES = listed(
    """
    add raise mark signal boost deepen heighten intensify renew revive bring create draw attract invite encourage foster
    generate yield mean underscore emphasize reflect represent provide
    """
)
"""Verbs whose object comes of their subject, though no signal says so: it could be true for many a stem."""


def form_of(span: Span) -> Form | None:
    """The form of a span; None when it is none of those that options can have."""
    pieces = [piece for piece in chunks_of(sentence_of(span)) if span.contains(piece.span)]
    code = shape(pieces)
    if re.match(r"R?i", code):
        return Form.MOTIVE
    if re.match(r"[Rj]?g", code):
        return Form.ACTION
    if re.match(r"[RDA]*n", code) and not re.search(r"(?<![tw])(?<![tw]n)(?<![tw]R)(?<![tw]npn)v", code):
        return Form.PHRASE
    return Form.CLAUSE if simple_clause(pieces) else None


def offered(article: Article, form: Form, spoken: bool = False) -> tuple[Span, ...]:
    """Every stretch of the article of a form, outside quotations or, with `spoken`, inside them, too."""
    known = _known(article)
    if (form, spoken) not in known:
        known[form, spoken] = tuple(_offered(article, form, spoken))
    return known[form, spoken]


@per_article
def _known(article: Article) -> dict[tuple[Form, bool], tuple[Span, ...]]:
    """Filled by `offered`."""
    return {}


def offered_around(key: Span, form: Form, spoken: bool) -> tuple[Span, ...]:
    """The stretches of a form that stand nearest to a key; of an article of some pages that is all of them."""
    every = offered(key.article, form, spoken)
    at = bisect_left(every, sentence_of(key).start, key=lambda span: span.start)
    first = min(max(0, at - _MOST_OFFERED // 2), max(0, len(every) - _MOST_OFFERED))
    return every[first : first + _MOST_OFFERED]


def _offered(article: Article, form: Form, spoken: bool) -> Iterator[Span]:
    for sentence in sentences(article):
        if len(sentence.text) > MOST_CHARACTERS or not _ENDED.search(sentence.text) or is_a_headline(sentence, PERHAPS):
            continue
        marks = () if spoken else quoted(sentence.text)
        for span in _stretches(chunks_of(sentence), form):
            if not any(start < span.end - sentence.start and span.start - sentence.start < end for start, end in marks):
                yield span


def _stretches(pieces: tuple[Chunk, ...], form: Form) -> Iterator[Span]:
    match form:
        case Form.PHRASE:
            yield from _phrases(pieces)
        case Form.CLAUSE:
            yield from _clauses(pieces)
        case Form.DEED | Form.MOTIVE:
            yield from _deeds(pieces, form)
            yield from acts(pieces)
        case Form.ACTION:
            yield from _actions(pieces)
            yield from acts(pieces)


def _clauses(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    """Clauses with a subject of their own that end at a mark, outside relative clauses and reports."""
    for at, piece in enumerate(pieces):
        if not isinstance(piece, VerbGroup) or piece.form != "finite" or piece.is_modal or is_report(piece):
            continue
        start, end = subject_start(pieces, at), complement_end(pieces, at + 1)
        if piece.first.text[:1] in "'’":
            continue
        if start is None or end == at + 1 or not re.match(r"[,.;]|\Z", shape(pieces[end : end + 1])):
            continue
        body, before = pieces[start:end], shape(pieces[:start])
        if start and pieces[start - 1].span.text.lower() in _OPEN:
            continue
        is_told = not before or before[-1] in ",;j&" or (before[-1] == "t" and is_report(pieces[max(0, start - 2)]))
        is_cut = (piece.is_passive and shape(body).endswith("vA")) or may_be_a_participle(piece, pieces[at + 1 :])
        if is_told and not is_cut and not re.search("[tw:]", shape(body)) and simple_clause(body):
            yield body[0].span.to(body[-1].span)


def _phrases(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    """Subjects and objects, each with all that hangs on it, and what stands after a preposition that a verb governs."""
    code = shape(pieces)
    for found in re.finditer(r"(?<=[^n]p)n(?:pn)+(?=[,.;v])", code):
        if _is_whole(pieces[found.start() : found.end()]) and not _is_pushed(pieces, found.start()):
            yield pieces[found.start()].span.to(pieces[found.end() - 1].span)
    for at, piece in enumerate(pieces):
        if not isinstance(piece, VerbGroup) or piece.form != "finite":
            continue
        start = subject_start(pieces, at)
        if start is None:
            continue
        if phrase_end(pieces, start) == at and _is_whole(pieces[start:at]):
            yield pieces[start].span.to(pieces[at - 1].span)
        found_object = re.compile(r"n(?:pn)*(?=[,.;])").match(code, at + 1)
        is_all = found_object is not None and complement_end(pieces, at + 1) == found_object.end()
        if found_object and is_all and piece.head.lemma not in _TO_SOMEBODY | _PUSHES | _IS:
            inside = pieces[at + 1 : found_object.end()]
            if {joint.span.text for joint in inside if shape((joint,)) == "p"} <= _JOINING and _is_whole(inside):
                yield inside[0].span.to(inside[-1].span)


def _is_whole(pieces: tuple[Chunk, ...]) -> bool:
    """Whether chunks are a noun phrase that begins with its head and breaks off nowhere."""
    joints = {piece.span.text.lower() for piece in pieces if shape((piece,)) == "p"}
    last = pieces[-1]
    whole = isinstance(last, NounPhrase) and last.head.tag in ("NOUN", "PROPN")
    first = pieces[0]
    is_gerund = isinstance(first, NounPhrase) and _MAY_BE_GERUND.fullmatch(first.words[0].text)
    return whole and not is_gerund and not joints & _TEMPORAL


def _is_pushed(pieces: tuple[Chunk, ...], at: int) -> bool:
    """Whether the verb before an index tells that what follows comes of something."""
    verb = next((piece for piece in reversed(pieces[:at]) if isinstance(piece, VerbGroup)), None)
    return verb is not None and verb.head.lemma in _PUSHES


def _deeds(pieces: tuple[Chunk, ...], form: Form) -> Iterator[Span]:
    for at, piece in enumerate(pieces):
        if isinstance(piece, VerbGroup) and piece.form == "infinitive" and _is_done(piece):
            end = complement_end(pieces, at + 1)
            words = piece.words if form is Form.MOTIVE else piece.words[1:]
            if end > at + 1 and isinstance(pieces[at + 1], NounPhrase) and len(words) > 0:
                yield words[0].span.to(pieces[end - 1].span)


def _is_done(infinitive: VerbGroup) -> bool:
    """Whether an infinitive is a "to" and a verb of doing, no more: not "to be", "to recently join", "to represent"."""
    return len(infinitive.words) == _TO_DO and infinitive.head.lemma not in _STATES


def _actions(pieces: tuple[Chunk, ...]) -> Iterator[Span]:
    code = shape(pieces)
    for found in re.finditer(r"(?<=[p,])R?g(?=R?[np])", code):
        end = complement_end(pieces, found.end())
        names = pieces[found.end() - 1].span.text.lower() == "calling" and code[found.end()] == "n"
        if code[end : end + 1] in ("v", "i") or names:
            continue
        if pieces[found.end() - 1].span.text.lower() not in _NO_ACTIONS:
            yield pieces[found.start()].span.to(pieces[end - 1].span)


def is_a_name(span: Span) -> bool:
    """Whether a phrase is about somebody, something or some place by name."""
    first = next((piece for piece in chunks_of(sentence_of(span)) if span.overlaps(piece.span)), None)
    return isinstance(first, NounPhrase) and first.head.tag == "PROPN"


def _is_a_doer_with_a_deed(span: Span) -> bool:
    """Whether this is "the town to close the bridge", which is no phrase by itself."""
    pieces = [piece for piece in chunks_of(sentence_of(span)) if span.contains(piece.span)]
    return bool(re.match(r"R*n(?:p+n)*i", shape(pieces)))


def has_form(span: Span, form: Form) -> bool:
    """Whether a span has a form, or can be given it; "the town to close the bridge" is no phrase by itself."""
    if is_act(span):
        return form in (Form.DEED, Form.MOTIVE, Form.ACTION)
    if form is not Form.DEED:
        return form_of(span) is form and not _is_a_doer_with_a_deed(span)
    before = span.article.text[max(0, span.start - 3) : span.start]
    return before.lower() == "to " and words_in(span)[0].fine in ("VVI", "VBI", "VHI", "VDI")
