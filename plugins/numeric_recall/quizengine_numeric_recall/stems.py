"""Questions in words of their own ("How many …?"), for sentences whose grammar is certain.

Next: `scenes`, the figure among the chunks of its sentence; `clause_words`, how a clause turns into a question.
"""

import re
from collections.abc import Callable, Sequence

from quizengine import Span
from quizengine.language.chunks import Chunk, NounPhrase, VerbGroup, chunks
from quizengine.language.numbers import Quantity
from quizengine.language.sentences import sentence_of
from quizengine.language.word_lists import listed
from quizengine.language.words import Word
from quizengine_numeric_recall.clause_words import inverted, is_named, opening, rest_of, text_of
from quizengine_numeric_recall.gaps import Wording
from quizengine_numeric_recall.scenes import Scene, bound_words, question_words, scene_of
from quizengine_numeric_recall.sense import is_loose, is_sentence, stands_alone

_CHANGES = listed(
    "rise fall grow increase decrease drop decline climb jump cut raise reduce lower shrink expand surge plunge slip "
    "gain improve swell tumble soar dip"
)
_CHANGES_SOMETHING = listed("cut raise reduce lower gain improve expand shrink")
"""Those that take an object: what is raised is the figure itself, not something by that figure."""
_BEFORE_A_SPAN = listed("for within over after during")
_ADVERBS = listed("only just exactly already")
_SAID_LAST = re.compile(
    r"[,—–-] [^,]*\b(?:said|says|told|reported|reports|announced|estimates?|estimated|added|claimed|claims|showed)\b"
    r"[^,]*\Z"
)
_NAME = re.compile(r"(?<=[\w,] )[A-Z]\w+")
EVENT = re.compile(
    r"(?:tion|sion|ment|ing|ance|al)\Z|\A(?:war|attack|crisis|coup|trial|murder|death|visit|speech|victory|defeat|bid|"
    r"campaign|launch|merger|flood|fire|storm|raid|strike|deal|treaty|report|study|film|book|law|race|match|game|poll)\Z"
)
_AWKWARD = re.compile(
    r"\A(?:more|less) than how\b|\bpercentage of \d|[:;—–()\[\]]|--| - |\d{1,3}\s?(?:percent|%)|\b(?:it|they|he|she)\b"
)


def asked(quantity: Quantity) -> Wording | None:
    """The question for a figure by the first rule that is certain of the sentence; None when none is."""
    sentence = sentence_of(quantity.span)
    if re.search(r"[\"“”«»]|''", sentence.text) or not is_sentence(sentence):
        return None
    scene = scene_of(quantity, chunks(sentence))
    if scene is None or not stands_alone(sentence) or is_loose(sentence):
        return None
    for rule, build in _RULES:
        parts = build(scene)
        question = _attributed(" ".join(part for part in parts if part), sentence) if parts else ""
        if question and _reads_well(question):
            return Wording(_finished(question), rule, sentence, whole=quantity.kind in ("money", "percent", "points"))
    return None


def _attributed(question: str, sentence: Span) -> str:
    """The question with the source that stands at the end of its sentence; empty where that cannot be named."""
    if question.startswith("According to"):
        return question
    if source := re.search(r", according to ([^,.;]+)[,.]?\Z", sentence.text):
        named = is_named(sentence.article.span(sentence.start + source.start(1), sentence.start + source.end(1)))
        return f"According to {source[1]}, {question}" if named else ""
    return (
        ""
        if _SAID_LAST.search(sentence.text) or re.search(r"\baccording to\b", sentence.text, re.IGNORECASE)
        else question
    )


def _subject(scene: Scene) -> Sequence[str] | None:
    """From "10,000 soldiers have been stationed in Russia": "How many soldiers have been stationed in Russia"."""
    words, pieces = question_words(scene), scene.pieces
    verb_at = scene.last + 1
    while verb_at + 1 < len(pieces) and _is_prepositional(pieces, verb_at):
        verb_at += 2
    verb = pieces[verb_at] if verb_at < len(pieces) else None
    if words is None or not isinstance(verb, VerbGroup) or verb.form != "finite" or verb.is_modal or verb.is_negated:
        return None
    begins, rest = opening(pieces, scene.first), rest_of(pieces, verb_at + 1)
    singular = verb.first.fine in ("VVZ", "VBZ", "VHZ") and scene.quantity.kind != "percent"
    if begins is None or rest is None or singular:
        return None
    return begins, words, text_of(pieces[scene.last + 1 : verb_at]), verb.span.text, rest


def _object(scene: Scene) -> Sequence[str] | None:
    """From "Moscow has shipped 700 tons to Korea": "How many tons has Moscow shipped to Korea"."""
    words, verb_at = question_words(scene), _verb_before(scene.pieces, scene.first)
    turned = inverted(scene.pieces, verb_at) if words and verb_at is not None else None
    rest = rest_of(scene.pieces, scene.last + 1)
    if words is None or turned is None or rest is None:
        return None
    verb = scene.pieces[verb_at] if verb_at is not None else None
    lemma = verb.head.lemma if isinstance(verb, VerbGroup) and not verb.is_passive else ""
    if lemma in _CHANGES_SOMETHING and scene.quantity.kind == "percent":
        return None
    grows = lemma in _CHANGES and lemma not in _CHANGES_SOMETHING
    by = "by" if grows and scene.quantity.kind != "count" and "how much" not in words else ""
    return turned[0], by, words, turned[1], rest


def _there_were(scene: Scene) -> Sequence[str] | None:
    """From "There were 90 looms in the mill at Torrent": "How many looms were there in the mill at Torrent"."""
    words, at, pieces = question_words(scene), scene.first - 2, scene.pieces
    verb = pieces[at + 1] if at >= 0 else None
    if words is None or not isinstance(verb, VerbGroup) or pieces[at].span.text.casefold() != "there":
        return None
    rest = rest_of(pieces, scene.last + 1)
    begins = opening(pieces, at)
    if verb.span.text not in ("were", "are") or not rest or begins is None or scene.quantity.kind != "count":
        return None
    return begins, words, verb.span.text, "there", rest


def _span_of_time(scene: Scene) -> Sequence[str] | None:
    """From "It has hung in the castle for over 250 years": "For over how many years has it hung in the castle"."""
    words, at = question_words(scene), scene.first - 1
    if words is None or scene.quantity.kind != "duration" or at < 2 or scene.pieces[at].span.text not in _BEFORE_A_SPAN:
        return None
    verb_at = _last_verb(scene.pieces, at)
    turned = inverted(scene.pieces, verb_at) if verb_at is not None else None
    rest = rest_of(scene.pieces, scene.last + 1)
    if verb_at is None or turned is None or rest is None or rest_of(scene.pieces[:at], verb_at + 1) is None:
        return None
    between = text_of(scene.pieces[verb_at + 1 : at])
    return None if "," in between else (turned[0], scene.pieces[at].span.text, words, turned[1], between, rest)


def _by_how_much(scene: Scene) -> Sequence[str] | None:
    """From "The firm cut its output by 70 percent": "By what percentage did the firm cut its output"."""
    if scene.quantity.kind not in ("percent", "points") or scene.noun not in _PERCENTS:
        return None
    by, verb_at = scene.first - 1, _last_verb(scene.pieces, scene.first)
    if verb_at is None or by < 1 or scene.pieces[by].span.text != "by" or by - verb_at > 2:
        return None
    verb, between = scene.pieces[verb_at], scene.pieces[verb_at + 1 : by]
    changes = isinstance(verb, VerbGroup) and verb.head.lemma in _CHANGES
    turned = inverted(scene.pieces, verb_at)
    rest = rest_of(scene.pieces, scene.last + 1)
    if not changes or turned is None or rest is None or not all(isinstance(one, NounPhrase) for one in between):
        return None
    bound = bound_words(scene.quantity)
    if bound is None:
        return None
    words = "how many percentage points" if scene.quantity.kind == "points" else "what percentage"
    return turned[0], "by", bound, words, turned[1], text_of(between), rest


def _year(scene: Scene) -> Sequence[str] | None:
    """From "The line closed in 1915": "In which year did the line close"; the year ends its clause or opens it."""
    pieces, at = scene.pieces, scene.first - 1
    if scene.quantity.kind != "year" or scene.noun or at < 0 or pieces[at].span.text.casefold() != "in":
        return None
    opens = at == 0 and scene.last + 1 < len(pieces) and pieces[scene.last + 1].span.text == ","
    clause = pieces[scene.last + 2 :] if opens else pieces[:at]
    verbs = [n for n, one in enumerate(clause) if isinstance(one, VerbGroup) and one.form == "finite"]
    if not verbs or (len(verbs) > 1 and not opens):
        return None
    verb, turned = clause[verbs[0]], inverted(clause, verbs[0])
    past = isinstance(verb, VerbGroup) and (verb.is_past or verb.is_passive)
    if not opens and not _dates_the_verb(clause[verbs[0] + 1 :]):
        return None
    if not past or turned is None or turned[0]:
        return None
    rest = rest_of(clause, verbs[0] + 1)
    behind = "" if opens else rest_of(pieces, scene.last + 1)
    if re.search(r"\b[12]\d{3}\b|\b(?:from|between) [\d$€£]", f"{rest} {behind}"):
        return None
    whole = opens or rest == text_of(clause[verbs[0] + 1 :])
    return ("in which year", turned[1], rest, behind) if whole and rest is not None and behind is not None else None


def _dates_the_verb(between: Sequence[Chunk]) -> bool:
    """Whether a year behind these chunks dates the verb before them, not an event among them ("a murder committed")."""
    if any(isinstance(piece, VerbGroup) for piece in between):
        return False
    heads = [piece.head.lemma for piece in between if isinstance(piece, NounPhrase)]
    return not any(EVENT.search(head) for head in heads[-2:])


_PERCENTS = frozenset({"%", "percent", "per cent", "percentage points"})
_RULES: tuple[tuple[str, Callable[[Scene], Sequence[str] | None]], ...] = (
    ("how-many-subject", _subject),
    ("how-many-object", _object),
    ("how-many-there", _there_were),
    ("how-long", _span_of_time),
    ("by-how-much", _by_how_much),
    ("which-year", _year),
)
"""The rules by name, the first that is certain counts."""


def _verb_before(pieces: Sequence[Chunk], at: int) -> int | None:
    """The finite verb that the figure is the object of: right before it, but for an adverb."""
    if at and pieces[at - 1].span.text in _ADVERBS:
        at -= 1
    verb = pieces[at - 1] if at else None
    return at - 1 if isinstance(verb, VerbGroup) and verb.form == "finite" else None


def _last_verb(pieces: Sequence[Chunk], at: int) -> int | None:
    """The last verb before a chunk, if it is finite."""
    verbs = [n for n in range(at) if isinstance(pieces[n], VerbGroup)]
    verb = pieces[verbs[-1]] if verbs else None
    return verbs[-1] if isinstance(verb, VerbGroup) and verb.form == "finite" else None


def _is_prepositional(pieces: Sequence[Chunk], at: int) -> bool:
    """Whether a short phrase with a preposition begins here: "in the house"."""
    preposition, phrase = pieces[at], pieces[at + 1]
    if not isinstance(preposition, Word) or preposition.tag != "ADP" or not isinstance(phrase, NounPhrase):
        return False
    return not phrase.points_back


def _reads_well(question: str) -> bool:
    """Whether a question says enough, but not more than can be read, and leans on no pronoun."""
    words = len(question.split())
    if not 5 <= words <= 40 or _AWKWARD.search(question):
        return False
    whose = re.search(r"\b(?:his|her|him)\b", question)
    if whose and not _NAME.search(question[: whose.start()]):
        return False
    return words >= 9 or bool(_NAME.search(question))


def _finished(question: str) -> str:
    question = re.sub(r" (?:also|however|then|thus|therefore)(?= )", "", question)
    return f"{question[:1].upper()}{question[1:].rstrip(' ,')}?"
