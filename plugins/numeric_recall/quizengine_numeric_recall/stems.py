"""Questions in words of their own ("How many …?"), for sentences whose grammar is certain."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.clauses import complement_end, subject_start
from quizengine.language.names import mentioned
from quizengine.language.quantities import Quantity
from quizengine.language.sentences import sentence_of
from quizengine.language.words import Word, words_in
from quizengine_numeric_recall.gaps import Wording
from quizengine_numeric_recall.sense import is_loose, is_sentence, stands_alone
from quizengine_numeric_recall.things import counted

_REPORTS = frozenset(
    "say claim state report argue add note estimate announce declare warn tell believe find show reveal suggest "
    "predict project calculate conclude".split()
)
_OPENS_A_CLAUSE = frozenset({"and", "but", "while", "though", "although", "whereas"})
_CHANGES = frozenset(
    "rise fall grow increase decrease drop decline climb jump cut raise reduce lower shrink expand surge plunge "
    "slip gain improve swell tumble soar dip".split()
)


@dataclass(frozen=True)
class Scene:
    """The simple clause that a figure stands in, with all that a question is built from."""

    quantity: Quantity
    pieces: tuple[Chunk, ...]
    first: int
    last: int
    """The chunks from pieces[first] to pieces[last] hold the figure with its hedge and its noun."""
    noun: str
    """What stands behind the number in its noun phrase: "North Korean soldiers", "tons of rice"."""


def asked(quantity: Quantity) -> Wording | None:
    """The question for a figure by the first rule that is certain of the sentence; None when none is."""
    sentence = sentence_of(quantity.span)
    if re.search(r"[\"“”«»]|''", sentence.text) or not is_sentence(sentence) or quantity.bound not in ("", "below"):
        return None
    if quantity.bound and not quantity.approximate:
        return None
    scene = _scene(quantity, chunks(sentence))
    if scene is None:
        return None
    for rule, build in _RULES:
        try:
            question = build(scene)
        except Unclear:
            continue
        if question and _reads_well(question) and stands_alone(sentence) and not is_loose(sentence):
            return Wording(_finished(question), rule, sentence, whole=quantity.kind in ("money", "percent", "points"))
    return None


def _scene(quantity: Quantity, pieces: Sequence[Chunk]) -> Scene | None:
    """The chunks of the figure; None when something stands before the number in its noun phrase ("his 15 …")."""
    held = [at for at, piece in enumerate(pieces) if piece.span.overlaps(quantity.hedged)]
    if not held:
        return None
    first, last = held[0], held[-1]
    phrase = pieces[last]
    if not isinstance(phrase, NounPhrase) or pieces[first].span.start < quantity.hedged.start:
        return None
    if first and pieces[first - 1].span.text in ("between", "from") and quantity.ranged:
        first -= 1
    text = quantity.span.article.text
    if text[quantity.number.end : quantity.number.end + 1] == "-":
        return None
    noun = text[quantity.number.end : phrase.span.end].strip()
    if quantity.kind in ("count", "duration"):
        noun = counted(quantity, phrase)
        if noun and not phrase.span.text.endswith(noun):
            return None
    at = last + 1
    while at + 1 < len(pieces) and pieces[at].span.text == "of" and isinstance(pieces[at + 1], NounPhrase):
        noun += text[pieces[at - 1].span.end : pieces[at + 1].span.end]
        last, at = at + 1, at + 2
    return Scene(quantity, tuple(pieces), first, last, noun)


def _subject(scene: Scene) -> str | None:
    """"10,000 soldiers have been stationed in Russia" -> "How many soldiers have been stationed in Russia"."""
    head = _how_many(scene)
    verb_at = scene.last + 1
    if head is None or verb_at >= len(scene.pieces):
        return None
    verb = scene.pieces[verb_at]
    while not isinstance(verb, VerbGroup) and _is_prepositional(scene.pieces, verb_at):
        verb_at += 2
        if verb_at >= len(scene.pieces):
            return None
        verb = scene.pieces[verb_at]
    if not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.is_modal or verb.is_negated:
        return None
    opening = _opening(scene.pieces, scene.first)
    if opening is None or verb.first.fine in ("VVZ", "VBZ", "VHZ") and scene.quantity.kind != "percent":
        return None
    middle = _text(scene.pieces[scene.last + 1 : verb_at])
    rest = _text(scene.pieces[verb_at + 1 : _end(scene.pieces, verb_at + 1)])
    return _joined(opening, head, middle, verb.span.text, rest)


def _object(scene: Scene) -> str | None:
    """"Moscow has shipped 700 tons to Korea" -> "How many tons has Moscow shipped to Korea"."""
    head = _how_many(scene)
    verb_at = _verb_before(scene.pieces, scene.first)
    if head is None or verb_at is None:
        return None
    asking = _inverted(scene.pieces, verb_at)
    if asking is None:
        return None
    between = _text(scene.pieces[verb_at + 1 : scene.first])
    if between and between not in ("only", "just", "exactly", "already"):
        return None
    rest = _text(scene.pieces[scene.last + 1 : _end(scene.pieces, scene.last + 1)])
    opening, turned = asking
    return _joined(opening, head, turned, rest)


def _by_how_much(scene: Scene) -> str | None:
    """"The firm cut its output by 70 percent in 1912" -> "By what percentage did the firm cut its output in 1912"."""
    if scene.quantity.kind not in ("percent", "points") or scene.noun not in ("%", "percent", "per cent", "percentage points"):
        return None
    by = scene.first - 1
    if by < 1 or scene.pieces[by].span.text != "by":
        return None
    verb_at = next((at for at in range(by - 1, -1, -1) if isinstance(scene.pieces[at], VerbGroup)), None)
    verb = scene.pieces[verb_at] if verb_at is not None else None
    if verb_at is None or not isinstance(verb, VerbGroup) or verb.head.lemma not in _CHANGES:
        return None
    if by - verb_at > 2 or by - verb_at == 2 and not isinstance(scene.pieces[verb_at + 1], NounPhrase):
        return None
    asking = _inverted(scene.pieces, verb_at)
    if asking is None:
        return None
    opening, turned = asking
    rest = _text(scene.pieces[scene.last + 1 : _end(scene.pieces, scene.last + 1)])
    unit = "By how many percentage points" if scene.quantity.kind == "points" else "By what percentage"
    return _joined(opening, unit, turned, _text(scene.pieces[verb_at + 1 : by]), rest)


def _year(scene: Scene) -> str | None:
    """"The line closed in 1915" -> "In which year did the line close"; the year ends its clause or opens it."""
    if scene.quantity.kind != "year" or scene.noun or scene.first < 1 or scene.pieces[scene.first - 1].span.text.casefold() != "in":
        return None
    pieces, at = scene.pieces, scene.first - 1
    opens = at == 0 and scene.last + 1 < len(pieces) and pieces[scene.last + 1].span.text == ","
    start = scene.last + 2 if opens else 0
    verbs = [n for n in range(start, len(pieces) if opens else at) if _is_finite(pieces[n])]
    if len(verbs) != 1 and not (opens and verbs):
        return None
    verb = pieces[verbs[0]]
    if not isinstance(verb, VerbGroup) or not (verb.is_past or verb.is_passive):
        return None
    if opens and subject_start(pieces[start:], verbs[0] - start) != 0:
        return None
    asking = _inverted(pieces[start:], verbs[0] - start)
    if asking is None or asking[0]:
        return None
    end = _end(pieces, verbs[0] + 1) if opens else at
    if not opens and complement_end(pieces, verbs[0] + 1) <= at:
        return None
    behind = "" if opens else _text(pieces[scene.last + 1 : _end(pieces, scene.last + 1)])
    return _joined("", "In which year", asking[1], _text(pieces[verbs[0] + 1 : end]), behind)


_RULES: tuple[tuple[str, Callable[[Scene], str | None]], ...] = (
    ("how-many-subject", _subject),
    ("how-many-object", _object),
    ("by-how-much", _by_how_much),
    ("which-year", _year),
)
"""The rules by name, the first that is certain counts."""


def _how_many(scene: Scene) -> str | None:
    """The question words for what is counted: "How many soldiers", "What percentage of voters", "How much"."""
    kind, noun = scene.quantity.kind, scene.noun
    if kind in ("year", "label", "decade", "age", "share", "points", "angle"):
        return None
    if kind == "percent":
        of = re.match(r"(?:%|percent|per cent) (of .+)", noun)
        return f"what percentage {of[1]}" if of else None
    if any(isinstance(piece, NounPhrase) and piece.points_back for piece in scene.pieces[scene.first : scene.last + 1]):
        return None
    if kind == "money":
        return None if noun and not _is_currency(noun) else "how much"
    if not noun or re.search(r"\d|[,;:()]", noun) or re.match(r"(?:of|and|or)\b", noun):
        return None
    return f"how many {noun}"


def _is_currency(noun: str) -> bool:
    return bool(re.fullmatch(r"(?:US |American |Canadian )?(?:dollars|euros|pounds|yen|cents|rubles|rupees|yuan)", noun))


def _opening(pieces: Sequence[Chunk], at: int) -> str | None:
    """What the question begins with before its question word: a source, a short opening phrase, or nothing.

    None when the chunk at this index does not begin a clause, or begins one whose source is not named.
    """
    before = pieces[at - 1].span.text if at else ""
    if at == 0:
        return ""
    if before == "that":
        return _source(pieces, at - 1)
    if before == ",":
        return _lead(pieces[: at - 1])
    return None


def _source(pieces: Sequence[Chunk], that: int) -> str | None:
    """"According to Wi Sung-lac," for "Wi Sung-lac claimed that", where the source is named."""
    verb_at = that - 1
    verb = pieces[verb_at] if verb_at > 0 else None
    if not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.head.lemma not in _REPORTS or verb.is_modal or verb.is_negated:
        return None
    start = subject_start(pieces, verb_at)
    if start is None or verb.is_passive:
        return None
    source = pieces[start].span.to(pieces[verb_at - 1].span)
    if not _is_named(source) or source.text.count(",") or len(source.text.split()) > 9:
        return None
    if start and not (pieces[start - 1].span.text == "," and _lead(pieces[: start - 1]) is not None):
        return None
    return f"According to {_lowered(source)},"


def _lead(pieces: Sequence[Chunk]) -> str | None:
    """An opening phrase that may stand before the question ("In 2012,"), empty for one that may be left out."""
    text = _text(pieces)
    first = pieces[0].span.text.casefold()
    if first in ("if", "unless", "because", "since", "when", "although", "though", "while", "as", "after", "before", "once", "whether", "for"):
        return None
    if re.search(r"[,;:()]|\b(?:example|addition|fact)\b", text):
        return "" if first == "in" and not re.search(r"\d{4}", text) else None
    if any(isinstance(piece, NounPhrase) and piece.points_back for piece in pieces):
        return None
    if any(isinstance(piece, VerbGroup) and piece.form == "finite" for piece in pieces):
        return "" if first == "in" else None
    if first in ("according",):
        return f"{text}," if _is_named(pieces[0].span.to(pieces[-1].span)) and len(text.split()) < 10 else None
    if isinstance(pieces[0], VerbGroup):
        return ""
    return f"{text}," if first in ("in", "on", "at", "by", "within", "during", "among", "under") and len(text.split()) <= 7 else None


def _inverted(pieces: Sequence[Chunk], verb_at: int) -> tuple[str, str] | None:
    """The opening, and subject and verb in the order of a question: "did the line close", "has Moscow shipped"."""
    verb = pieces[verb_at]
    if not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.is_modal or verb.is_negated:
        return None
    start = subject_start(pieces, verb_at)
    if start is None:
        return None
    opening = "" if start and pieces[start - 1].span.text in _OPENS_A_CLAUSE else _opening(pieces, start)
    subject = pieces[start].span.to(pieces[verb_at - 1].span)
    head = pieces[start]
    if opening is None or not isinstance(head, NounPhrase) or not _is_known(head, subject):
        return None
    who = _lowered(subject)
    first = verb.first
    if first.fine[:2] in ("VB", "VH") and first.fine not in ("VHI", "VBI") and (len(verb.words) > 1 or first.fine[:2] == "VB"):
        if len(verb.words) == 1:
            return None
        return opening, _joined(first.text, who, " ".join(word.text for word in verb.words[1:]))
    if len(verb.words) > 1 and any(word.tag not in ("ADV", "VERB") for word in verb.words):
        return None
    helper = {"VVD": "did", "VDD": "did", "VHD": "did", "VVZ": "does", "VHZ": "does"}.get(verb.head.fine)
    if helper is None and verb.head.fine in ("VVB", "VHB") and head.is_plural:
        helper = "do"
    if helper is None or verb.head.lemma == "be":
        return None
    adverbs = " ".join(word.text for word in verb.words[:-1])
    return opening, _joined(helper, who, adverbs, verb.head.lemma)


def _is_known(head: NounPhrase, subject: Span) -> bool:
    """Whether whoever reads the subject alone knows what is meant: a name, or no definite article at all."""
    if head.points_back or len(subject.text.split()) > 14 or "," in subject.text:
        return False
    first = subject.text.split()[0].casefold()
    return _is_named(subject) or first not in ("the", "both", "all", "each", "every", "another", "its", "one", "some", "many")


def _is_named(span: Span) -> bool:
    return any(span.contains(mention) for mention, _ in mentioned(span.article))


def _verb_before(pieces: Sequence[Chunk], at: int) -> int | None:
    """The finite verb that the figure is the object of: right before it, but for an adverb."""
    for place in range(at - 1, max(at - 3, -1), -1):
        piece = pieces[place]
        if isinstance(piece, VerbGroup):
            return place if piece.form == "finite" else None
        if not isinstance(piece, Word) or piece.tag != "ADV":
            return None
    return None


def _is_prepositional(pieces: Sequence[Chunk], at: int) -> bool:
    """Whether a short phrase with a preposition begins here: "in the house"."""
    if at + 1 >= len(pieces):
        return False
    preposition, phrase = pieces[at], pieces[at + 1]
    return isinstance(preposition, Word) and preposition.tag == "ADP" and isinstance(phrase, NounPhrase) and not phrase.points_back


def _end(pieces: Sequence[Chunk], start: int) -> int:
    """Where what the verb governs ends; raises Unclear where that is within a phrase."""
    end = complement_end(pieces, start)
    if end < len(pieces) and not re.fullmatch(r"[,.;:—–!?-]+|and|but|while|although|though", pieces[end].span.text):
        raise Unclear
    return end


class Unclear(Exception):
    """The end of a clause is not certain."""


def _is_finite(piece: Chunk) -> bool:
    return isinstance(piece, VerbGroup) and piece.form == "finite"


def _text(pieces: Sequence[Chunk]) -> str:
    return " ".join(pieces[0].span.to(pieces[-1].span).text.split()) if pieces else ""


def _lowered(span: Span) -> str:
    """The words, with a small letter where only the sentence's start gave them a capital."""
    text = " ".join(span.text.split())
    first = words_in(span)[0]
    named = first.tag == "PROPN" or any(mention.start == span.start for mention, _ in mentioned(span.article))
    keep = named or any(sign.isupper() for sign in first.text[1:]) or first.text == "I"
    return text if keep else text[:1].lower() + text[1:]


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _reads_well(question: str) -> bool:
    """Whether a question is neither too short to say something nor too long to read."""
    return 5 <= len(question.split()) <= 40 and not re.search(r"[:;—–()\[\]]|--| - |\d{1,3}\s(?:percent|%)", question)


def _finished(question: str) -> str:
    question = re.sub(r" (?:also|however|then|thus|therefore)(?= )", "", question)
    return f"{question[:1].upper()}{question[1:].rstrip(' ,')}?"
