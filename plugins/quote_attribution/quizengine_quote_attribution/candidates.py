"""The people of the article who may be options beside the key: wrong, of the same kind, and plausible."""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from random import Random

from quizengine import Fact, cache_per_facts
from quizengine.language import (
    Name,
    content_words,
    name_by_full_form,
    names_in,
    namesakes,
    place_type,
    plain_form,
    same_given_name,
    word_set,
)
from quizengine_quote_attribution.display_text import spoken_by_name
from quizengine_quote_attribution.persons import acts, has_a_part, is_told_of
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.reported_statements import Statement
from quizengine_quote_attribution.ruled_out import is_ruled_out, tells_of_a_sex
from quizengine_quote_attribution.sources import reporters
from quizengine_quote_attribution.speaker_groups import (
    is_of_the_media,
    is_of_the_past,
    is_principal,
    may_be_in_group,
    speaker_group,
)
from quizengine_quote_attribution.spellings import is_surname_of_another, may_be_same_speaker

MOST_DISTRACTORS = 3
FEWEST_DISTRACTORS = 3
_FEWEST_ALIKE = 2
"""Wrong options of the speaker's own sort: one odd one may be among them, but not the speaker."""
_MOST_LIKELY = 100
"""The number of names that is enough to draw three wrong ones from; an article of some pages has fewer."""
_OF_SOMEBODY = re.compile(r"(?i)\b(?:he|him|his|himself|she|hers?|herself)\b")
"""Words that tell of somebody else than who says them: whom the article is about cannot have said so."""
_ENDS_IN_AN_INITIAL = re.compile(r"\b[A-Z]\.\Z")
"""The end of a name that was cut: "Jan M." of "Jan M. Lund"."""
_MOST_IN_TITLE = 1
_LONGEST_TITLE = 20
_IN_MANY = word_set("the of and for us uk national american british international university institute department")
"""Words of so many organisations that two which share them may well be two."""


def speaker_name(quotation: Quotation) -> Name | None:
    """The name of a quotation's speaker, with all that the article says of it; who is "he" or "she" is a person."""
    name = name_by_full_form(quotation.speaker.article, quotation.name)
    unknown = name is not None and name.kind == "other" and quotation.rule == "paragraph-subject"
    return replace(name, kind="person") if name and unknown else name


def other_speakers(
    speaker: Name, said: str, facts: Sequence[Fact], rng: Random, pronoun: str = "", open_words: int = 0
) -> tuple[str, ...]:
    """Others of the article who may have said some words: drawn from the likeliest, who speak there themselves.

    They are drawn, so that whoever is beside every key of a quiz is not known to be wrong. Those of the speaker's
    own sort come first; where there are too few, anybody of the article whom it tells of may be there. Where the
    words tell of the speaker, who is a `pronoun`, all are of that sex and the speaker's sort. `open_words` of the words
    point outside them.
    """
    speaking = speakers(facts)
    told = pronoun or (speaker.pronoun if tells_of_a_sex(said) else "")
    likely = [name for name in _likely(facts).get(speaker.kind, ()) if name.pronoun == told or not told]
    fitting = [name for name in likely if _may_stand_beside(name, speaker, said, speaking)]
    if open_words and _OF_SOMEBODY.search(said):
        meant = {name.surname for name in likely if is_principal(name)}
        fitting = [name for name in fitting if name.surname not in meant]
    fitting = [name for name in fitting if not _is_of_the_title(name, said)]
    fitting.sort(key=lambda name: (-_nearness(name, speaker, speaking), name.mentions[0].start))
    fitting = _without_twins(_alike(fitting, speaker))
    drawn = _drawn(fitting, speaker, speaking, rng)
    if not drawn and speaker.kind == "person" and not pronoun:
        drawn = _of_any_sort(fitting, speaker, speaking, rng)
    by_surname = _is_short(speaker) and not any(namesakes(name) for name in drawn)
    return tuple(name.surname if by_surname else name.full for name in drawn)


def are_of_one_sort(speaker: Name, distractors: Sequence[str]) -> bool:
    """Return whether all who are beside a speaker may be of the same sort: politicians beside a politician.

    The only woman among men stands out, or the only man among women.
    """
    article = speaker.mentions[0].article
    others = [name_by_full_form(article, full) for full in distractors]
    sexes = {other.pronoun if other else "" for other in others}
    if speaker.pronoun and "" not in sexes and speaker.pronoun not in sexes:
        return False
    return all(other is None or may_be_in_group(speaker, other) for other in others)


def _drawn(
    fitting: Sequence[Name], speaker: Name, speaking: Collection[str], rng: Random
) -> tuple[Name, ...] | list[Name]:
    """Three options beside a speaker: of the same sort, or two of these and one other; else none."""
    if speaker.kind != "person":
        return rng.sample(fitting[:MOST_DISTRACTORS], min(MOST_DISTRACTORS, len(fitting)))
    alike = [name for name in fitting if may_be_in_group(speaker, name)]
    speak = [name for name in alike if name.full in speaking]
    if len(speak) >= MOST_DISTRACTORS:
        return rng.sample(speak, MOST_DISTRACTORS)
    silent = [name for name in alike if name not in speak and speaker_group(name) == speaker_group(speaker) != ""]
    silent = silent if len(speak) >= _FEWEST_ALIKE else [name for name in silent if acts(name)]
    own = [*speak, *silent[: MOST_DISTRACTORS - len(speak)]]
    others = [name for name in fitting if name.full in speaking and name not in alike]
    others = others or [name for name in alike if name not in own and is_told_of(name) and acts(name)]
    others = [name for name in others if not _is_out_of_place(name, speaker, speaking)]
    if len(own) < _FEWEST_ALIKE or len(own) + len(others) < MOST_DISTRACTORS:
        return ()
    drawn = [*own, *rng.sample(others, min(len(others), MOST_DISTRACTORS - len(own)))]
    return rng.sample(drawn, len(drawn))


def _of_any_sort(fitting: Sequence[Name], speaker: Name, speaking: Collection[str], rng: Random) -> list[Name]:
    """Three of any sort, those first who speak, for a speaker who has too few of the same sort beside him."""
    parts = set(map(plain_form, speaker.full.split()))
    others = [
        name for name in fitting if not parts & set(map(plain_form, name.full.split()))
    ]  # not in another spelling
    known = [name for name in others if name.full in speaking or (is_told_of(name) and acts(name))]
    known = [name for name in known if not _is_out_of_place(name, speaker, speaking)]
    known.sort(key=lambda name: (name.full not in speaking, not speaker_group(name)))
    return rng.sample(known[:MOST_DISTRACTORS], MOST_DISTRACTORS) if len(known) >= MOST_DISTRACTORS else []


def _is_out_of_place(name: Name, speaker: Name, speaking: Collection[str]) -> bool:
    """True if somebody is ruled out by sense: whom the article is about, or a silent politician beside another sort."""
    if is_principal(name) and not is_principal(speaker):
        return True
    return name.full not in speaking and speaker_group(name) == "politics" != speaker_group(speaker)


def _is_of_the_title(name: Name, said: str) -> bool:
    """Return whether the title names somebody with two words that are said: it gives them to that one, it may seem."""
    article = name.mentions[0].article
    title = article.title or article.paragraphs[0]  # a headline with a full stop is not a title
    if name.kind != "person" or not spoken_by_name(title.text, name.surname):
        return False
    if len(title.text.split()) > _LONGEST_TITLE or title.text.startswith(("“", '"')):
        return False
    shared = set(content_words(title.text)) & set(content_words(said)) - set(content_words(name.full))
    return len(shared) > _MOST_IN_TITLE


def _without_twins(names: Sequence[Name]) -> list[Name]:
    """The names without one that may be an earlier one in another spelling."""
    kept: list[Name] = []
    for name in names:
        if not any(_are_twins(name, other) for other in kept):
            kept.append(name)
    return kept


def _are_twins(name: Name, other: Name) -> bool:
    body = name.kind != "person" and _may_be_one(name.full, other.full)
    return body or may_be_same_speaker(name, other)


@cache_per_facts
def speakers(facts: Sequence[Fact]) -> frozenset[str]:
    """The full names of those who say anything in an article."""
    own = [fact for fact in facts if isinstance(fact, Quotation | Statement)]
    told = reporters(own[0].speaker.article) if own else ()
    return frozenset([*(fact.name for fact in own), *(name.full for _, name in told)])


@cache_per_facts
def _likely(facts: Sequence[Fact]) -> dict[str, list[Name]]:
    """The names of each kind that may be beside others of it: of very many only the likeliest, in order."""
    article = next((fact.speaker.article for fact in facts if isinstance(fact, Quotation | Statement)), None)
    speaking = speakers(facts)
    kinds: dict[str, list[Name]] = defaultdict(list)
    for name in names_in(article) if article else ():
        whole = name.certain and not _ENDS_IN_AN_INITIAL.search(name.full)
        if whole and (name.kind != "person" or has_a_part(name, speaking)):
            kinds[name.kind].append(name)
    for kind, known in kinds.items():
        if len(known) > _MOST_LIKELY:
            likely = sorted(known, key=lambda name: -_prominence(name, speaking))[:_MOST_LIKELY]
            kinds[kind] = sorted(likely, key=lambda name: name.mentions[0].start)
    return kinds


def _alike(fitting: list[Name], speaker: Name) -> list[Name]:
    """Only those named in full beside one who is: a surname alone would stand out."""
    return fitting if _is_short(speaker) else [name for name in fitting if not _is_short(name)]


def _is_short(name: Name) -> bool:
    return name.kind == "person" and " " not in name.full


def _may_stand_beside(name: Name, speaker: Name, said: str, speaking: Collection[str]) -> bool:
    """True if somebody is of the speaker's kind, somebody else for certain, and not ruled out by the words said."""
    if name.kind != speaker.kind or not name.certain or name.full == speaker.full:
        return False
    gone = name.full not in speaking and is_of_the_past(name) and not is_of_the_past(speaker)
    if gone or may_be_same_speaker(name, speaker) or is_surname_of_another(name):
        return False
    if speaker.kind != "person":
        told = name.full in speaking or (" " in name.full and (len(name.mentions) > 1 or name.sure_kind))
        media = is_of_the_media(name) == is_of_the_media(speaker)
        return told and media and not place_type(name.full) and not _may_be_one(name.full, speaker.full)
    same_surname = name.surname.casefold() == speaker.surname.casefold()
    if (same_surname and (" " not in name.full or " " not in speaker.full)) or is_ruled_out(name, speaker, said):
        return False
    first = name.full.split()[0]
    given = any(same_given_name(plain_form(word), plain_form(first)) for word in re.findall(r"\b[A-Z]\w+", said))
    return not (given or spoken_by_name(said, name.surname) or re.search(rf"\b{re.escape(first)}\b", said))


def _may_be_one(one: str, other: str) -> bool:
    """Return whether two names may name one organisation: a word in common, or the initials of the other."""
    words, others = (
        [plain_form(word) for word in full.split() if word[0].isupper() and plain_form(word) not in _IN_MANY]
        for full in (one, other)
    )
    initials = {"".join(word[0] for word in full.split() if word[0].isupper()).casefold() for full in (one, other)}
    acronyms = [plain_form(full) for full in (one, other) if plain_form(full).upper() == full.replace(".", "")]
    short = any(acronym.startswith(first) for acronym in acronyms for first in initials if len(first) > 1)
    return bool(set(words) & set(others)) or short


def _nearness(name: Name, speaker: Name, speaking: Collection[str]) -> int:
    return _prominence(name, speaking) + 2 * bool(name.offices & speaker.offices)


def _prominence(name: Name, speaking: Collection[str]) -> int:
    score = 6 * (name.full in speaking) + 2 * bool(name.role) + min(len(name.mentions), 3)
    return score + (" " in name.full) * 2
