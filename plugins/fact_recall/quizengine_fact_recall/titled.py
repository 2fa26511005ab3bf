"""Names after the noun that says what they name, and subjects of study: "the film Chasing Liberty", "physics".

Next: `participants`, which asks for them.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from quizengine import Article, Span, cache_per_article
from quizengine.language import Constituent, Name, phrase_tokens, word_set

_WORKS = word_set(
    """
    film movie series show comedy drama sitcom musical novel book play poem opera ballet symphony song album single
    magazine newspaper journal project ship band game programme program website
    """
)
"""Nouns that come before the name of what they are."""
_CALLED = (("called",), ("named",), ("dubbed",), ("known", "as"))
_VAGUE = word_set("thing man woman person people boy girl child one")
_SMALL = frozenset({"of", "the", "and", "a", "in", "for", "to", "on", "&", "-", "’s", "'s"})
_LONGEST = 7
FIELDS = {
    "subject": word_set(
        """
        mathematics physics chemistry biology botany zoology geology astronomy medicine anatomy law theology philosophy
        linguistics psychology sociology anthropology economics history geography archaeology engineering architecture
        literature music art computing statistics journalism politics classics nursing pharmacy dentistry logic
        """
    ),
    "language": word_set(
        """
        English French German Spanish Italian Portuguese Dutch Danish Swedish Norwegian Icelandic Russian Polish Czech
        Latin Greek Hebrew Arabic Turkish Persian Hindi Sanskrit Chinese Mandarin Japanese Korean Finnish Hungarian
        """
    ),
    "instrument": word_set("piano violin viola cello guitar organ flute clarinet trumpet drums harp oboe saxophone"),
    "form of government": word_set(
        """
        republicanism monarchy democracy oligarchy anarchy dictatorship theocracy aristocracy communism fascism
        feudalism despotism totalitarianism autocracy
        """
    ),
    "people": word_set(
        """
        Maya Mayas Aztec Aztecs Olmec Olmecs Toltec Toltecs Inca Incas Moche Nazca Romans Greeks Egyptians
        Phoenicians Carthaginians Etruscans Spartans Athenians Minoans Mycenaeans Sumerians Babylonians
        Assyrians Hittites Persians Medes Parthians Scythians Huns Mongols Tatars Turks Ottomans Seljuks
        Arabs Moors Berbers Goths Visigoths Ostrogoths Vandals Franks Lombards Saxons Angles Celts Gauls
        Picts Normans Vikings Slavs Magyars Cherokee Iroquois Sioux Navajo Apache Hopi Pueblo Mohawk
        Seminole Choctaw Creek Comanche Maori Māori Moriori Zulu Xhosa Hausa Yoruba Igbo Ainu Inuit
        """
    ),
    "religion": word_set(
        "Christianity Islam Judaism Buddhism Hinduism Sikhism Catholicism Protestantism Zoroastrianism"
    ),
}
"""Words that name one of a kind by themselves."""
_LEARNT = word_set("study teach learn read major graduate specialize specialise lecture")
"""Verbs whose object or "in" is a subject or an instrument; beside others only the other kinds are asked for."""


def titled_in(part: Constituent) -> tuple[Name, str] | None:
    """The work that a phrase names, with the words for what it is: "television series"; None elsewhere."""
    tree = part.tree
    tokens = [each for each in phrase_tokens(part) if each not in part.marker]
    at = next((at for at, each in enumerate(tokens) if tree.tokens[each].lemma.lower() in _WORKS), None)
    if at is None or at + 1 >= len(tokens) or tokens[at] + 1 != tokens[at + 1]:
        return None
    behind = [tree.tokens[each] for each in tokens[at + 1 :]]
    named = all(word.form[:1].isupper() or word.form.lower() in _SMALL for word in behind)
    if not named or not behind[0].form[:1].isupper() or len(behind) > _LONGEST or tree.tokens[tokens[at]].xpos != "NN":
        return None
    before = [tree.tokens[each] for each in tokens[:at] if tree.tokens[each].upos != "DET"]
    if any(word.upos not in ("NOUN", "ADJ") or word.form[:1].isupper() for word in before):
        return None
    span = tree.span(tokens[at + 1 :])
    noun = " ".join([*(word.form for word in before), tree.tokens[tokens[at]].form])
    return Name(" ".join(span.text.split()), "work", (span,)), noun


def named_so_in(part: Constituent) -> tuple[Name, str] | None:
    """The name that a phrase gives something, with its noun: "a group called the Moral Majority"; None elsewhere."""
    tree, head = part.tree, part.head
    tokens = [each for each in phrase_tokens(part) if each not in part.marker]
    behind = [each for each in tokens if each > head]
    length = next((len(words) for words in _CALLED if _begin_so(part, behind, words)), 0)
    noun = tree.tokens[head]
    if (
        not length
        or noun.upos != "NOUN"
        or noun.lemma.lower() in _VAGUE
        or tree.tokens[tokens[0]].form.lower() == "the"
    ):
        return None
    named = behind[length:]
    if named and tree.tokens[named[0]].form.lower() == "the":
        named = named[1:]
    words = [tree.tokens[each] for each in named]
    proper = all(word.form[:1].isupper() or word.form.lower() in _SMALL for word in words)
    if not words or not proper or not words[0].form[:1].isupper() or len(words) > _LONGEST:
        return None
    span = tree.span(named)
    return Name(" ".join(span.text.split()), "other", (span,)), noun.form.lower()


def _begin_so(part: Constituent, behind: Sequence[int], words: Sequence[str]) -> bool:
    return [part.tree.tokens[each].form.lower() for each in behind[: len(words)]] == list(words)


def field_in(part: Constituent, verb: str) -> tuple[Name, str] | None:
    """The subject, language or form of government that a phrase is, with the word for its kind; None elsewhere."""
    tokens = [each for each in phrase_tokens(part) if each not in part.marker]
    if len(tokens) > 1 and part.tree.tokens[tokens[0]].form.lower() == "the":
        tokens = tokens[1:]
    if len(tokens) != 1:
        return None
    word = part.tree.tokens[tokens[0]].form
    kind = next((kind for kind, words in FIELDS.items() if word in words), "")
    if not kind or (kind in ("subject", "instrument") and verb not in _LEARNT):
        return None
    name = next((each for each in field_words(part.tree.sentence.span.article)[kind] if each.full == word), None)
    return (name, kind) if name else None


@cache
def _pattern_of(kind: str) -> re.Pattern[str]:
    """Return what finds the words of a kind."""
    return re.compile(rf"\b(?:{'|'.join(sorted(FIELDS[kind]))})\b")


@cache_per_article
def field_words(article: Article) -> dict[str, list[Name]]:
    """The words of each kind that the article uses, in the order in which they come."""
    found: dict[str, list[Name]] = defaultdict(list)
    for kind in FIELDS:
        spans: dict[str, list[Span]] = defaultdict(list)
        for match in _pattern_of(kind).finditer(article.text):
            spans[match[0]].append(article.span(match.start(), match.end()))
        alone = {
            word: mentions for word, mentions in spans.items() if word.removesuffix("s") not in spans or word[-1] != "s"
        }
        found[kind] = [Name(word, "other", tuple(mentions)) for word, mentions in alone.items()]
    return found
