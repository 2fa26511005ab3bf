"""Asks for names by a gap in their sentence of the article.

Nothing in the sentence is moved, so it does not matter how its clauses are related.

Next: `event_facts`.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizengine import Article, ChoiceQuestion, Evidence, Fact, Origin, Question, ShortTextQuestion, Span, article_says
from quizengine.language import (
    GAP,
    Name,
    Tree,
    central_names,
    gapped_sentence,
    has_unknown_source,
    mentions_between,
    names_in,
    place_type,
    salience,
    tree_at,
)
from quizengine_fact_recall.asides import is_told_aside
from quizengine_fact_recall.dependent_sentences import depends_on_the_one_before
from quizengine_fact_recall.eligibility import is_news
from quizengine_fact_recall.event_faults import FOR_ITS, GARBLED, MONTH, RELATIVE, RUN_TOGETHER, YEAR
from quizengine_fact_recall.minor_details import asks_for_a_trifle, is_told_by_its_region, tells_where_home_is
from quizengine_fact_recall.name_neighbours import is_part_of_more
from quizengine_fact_recall.name_overlaps import may_be_same_name, place_aliases, shares_word
from quizengine_fact_recall.participant_kinds import PERSON, PLACES, VAGUE, askable_kind
from quizengine_fact_recall.participant_options import (
    are_listed_together,
    enough,
    is_dominant,
    is_in_the_title,
    of_kind,
    told_apart,
)
from quizengine_fact_recall.place_faults import may_be_a_team, tells_of_what_country_it_is
from quizengine_fact_recall.short_names import is_born_as_somebody_else, with_full_names
from quizengine_fact_recall.subject_questions import question_without_a_gap
from quizengine_fact_recall.typed_participants import accepted, can_be_typed

RULE = "gap"
_LEAST_WEIGHT = 0.15
_SHORTEST_TEXT, _WORDS_A_QUESTION = 200, 120
"""Words: of a shorter text a reader remembers each sentence."""
_ABBREVIATION, _OFTEN, _SHORT = re.compile(r"[A-Z]{2,6}"), 3, 4
"""Capitals that an article uses again and again; up to four are guessed from the sentence, unless it explains them."""
_LEAGUE = re.compile(r"(?:league|conference|federation|championship)\b", re.IGNORECASE)
"""Words of names whose abbreviation everybody who follows the sport knows."""
_ERAS = frozenset({"BC", "AD", "BCE", "CE", "AM", "PM", "US", "UK", "TV"})
_PLURALS = frozenset({"NNS", "NNPS"})
_MANY, _SOME, _OPENING = 6, 4, 3
"""Mentions of whom an article is about: fewer where its opening paragraphs name them."""
_RUNNING = frozenset({"candidate", "nominee"})
_REGIONS = frozenset({"country", "state", "place"})
"""Kinds that are typed: common sense rules out the other places of an article as options."""
_BARE = re.compile(
    r"\AThe (?:[a-z]+ )?(?:best|worst|most|least|first|only|last|other|others|latter|former|second|third|largest|same)"
    r"(?: [a-z]+)? (?:is|are|was|were|of)\b|\b(?:less|more) (?!than\b)[a-z]+\b(?!.*\bthan\b)"
    r"|\A(?:The )?(?:others?|same|latter|former) [a-z]+|\bagreed that\b"
    r"|\b[Oo]n (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},) \d{4}\b"
    r"|\b(?:their|his|her|its) (?:former |own )?(?:governor|mayor|president|leader|coach|captain|minister|king|queen)\b"
)
"""Phrases that leave their subject to the sentence before ("the best known is …"), or what somebody did on one day."""
_ON_A_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_IN_THESE_DAYS = re.compile(
    r"\A(?:On|Last|This|Next) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|tonight|last night)\b"
    r"|\b[Ii]n (?:the|these) (?:past|last|recent|coming|next) (?:few |couple of |several )?(?:hour|day|week|month)s\b"
    r"|\b(?:last|this|next) (?:week|month)\b"
)
"""Says when only from the day of the article on."""
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, kw_only=True)
class MissingName(Fact):
    """A name in a sentence that stands alone."""

    kind: str = "name in a sentence"
    missing: Span
    sentence: Span
    name: Name = field(compare=False, repr=False)
    sort: str = field(compare=False, repr=False)
    stem: str = field(compare=False, repr=False)
    rule: str = field(compare=False, repr=False)
    weight: float = field(compare=False, repr=False)

    def values(self) -> dict[str, Any]:
        """The name and its sentence."""
        return {"missing": self.missing, "sentence": self.sentence}


def missing_names(article: Article) -> Iterator[MissingName]:
    """Yield the names of an article that a gap may ask for, one a sentence and each once, in order."""
    if len(article.text.split()) < _SHORTEST_TEXT:
        return
    places = [
        (tree, name, sort, mention)
        for name in names_in(article)
        if (sort := _sort_of(name)) and not is_in_the_title(article, name.full) and not _is_the_topic(name)
        for mention in name.mentions
        if (tree := tree_at(mention)) is not None and salience(tree) >= _LEAST_WEIGHT
    ]
    places.sort(key=lambda place: (-salience(place[0]), place[3].start))
    kept: list[MissingName] = []
    names: set[str] = set()
    sentences: set[Span] = set()
    for tree, name, sort, mention in places:
        sentence = tree.sentence.span
        if name.full in names or sentence in sentences:
            continue
        if worded := _worded(tree, name, sort, mention):
            names.add(name.full)
            sentences.add(sentence)
            stem, rule = worded
            told: dict[str, Any] = {"name": name, "sort": sort, "stem": stem, "rule": rule, "weight": salience(tree)}
            kept.append(MissingName(missing=mention, sentence=sentence, **told))
    yield from sorted(kept, key=lambda each: each.missing.start)


def likeliest(facts: Sequence[Fact], asked: Collection[Span]) -> frozenset[Span]:
    """Return the names that are worth a gap: one for every 120 words of the article, those without figures first.

    A sentence with a figure is asked about by others; `asked` are the sentences about which plain questions are asked.
    """
    gaps = [fact for fact in facts if isinstance(fact, MissingName) and fact.sentence not in asked]
    most = len(gaps[0].missing.article.text.split()) // _WORDS_A_QUESTION if gaps else 0
    gaps.sort(key=lambda each: (bool(_FIGURE.search(each.stem)), -each.weight, each.missing.start))
    return frozenset(each.missing for each in gaps[:most])


def missing_name_question(fact: MissingName) -> Question | None:
    """The question for the missing name; None if neither options nor a typed name will do."""
    asked: dict[str, Any] = {
        "stem": fact.stem,
        "rationale": article_says(fact.sentence.text),
        "evidence": Evidence.of(fact.sentence),
        "origin": Origin("fact_recall", fact.rule),
        "tags": ("fact recall",),
    }
    wrong = _options(fact)
    if enough(wrong):
        return ChoiceQuestion(answer=fact.name.full, distractors=wrong, **asked)
    article = fact.missing.article
    at_home = is_news(article) and "united states" in {fact.name.full.casefold(), *place_aliases(fact.name.full)}
    own = fact.name.full in central_names(article) or tells_of_what_country_it_is(article, fact.name.full)
    country = fact.sort == "country" and (at_home or own)
    if country or not can_be_typed(fact.name):
        return None  # the country that an article is about, or its subject is from, is guessed
    answer, *more = accepted(fact.name, beside_its_noun=f"Which {fact.sort}" in fact.stem)
    return ShortTextQuestion(answer=answer, accept=tuple(more), **asked)


def _sort_of(name: Name) -> str:
    """Return what a question calls a name; empty if nothing can be asked for, or everybody would guess it."""
    article = name.mentions[0].article
    sort = askable_kind(name)
    if sort == PERSON:
        known = name.full in central_names(article) or " " not in name.full or name.offices & _RUNNING
        return "" if is_dominant(name) or (is_news(article) and known) else sort
    if sort or not name.certain:
        return "" if sort == "party" and is_news(article) else sort  # there are two, and everybody knows which
    if (
        not is_news(article)
        and _ABBREVIATION.fullmatch(name.full)
        and name.full not in _ERAS
        and len(name.mentions) >= _OFTEN
        and (len(name.full) > _SHORT or _is_explained(name))
    ):
        return "abbreviation"
    if name.kind == "place" and not place_type(name.full):
        return "place" if len(name.mentions) > 1 and name.sure_kind else ""
    return "organisation" if name.kind == "organisation" and " " in name.full and name.sure_kind else ""


def _is_explained(name: Name) -> bool:
    """Return whether an abbreviation stands in brackets behind the words for it, and these are not a league's."""
    before, found, _ = name.mentions[0].article.text.partition(f" ({name.full})")
    return bool(found) and _LEAGUE.search(" ".join(before.split()[-len(name.full) :])) is None


def _is_the_topic(name: Name) -> bool:
    """Return whether an article keeps naming it, or a person most often of all, so that everybody guesses it.

    Of gaps for what carries an article and is not a person, readers who judged them blind took none of 6.
    """
    known = central_names(name.mentions[0].article)
    if name.kind != "person":
        return name.full in known
    opens = name.mentions[0].paragraph in name.mentions[0].article.paragraphs[:_OPENING]
    most = name.full in known[:1] and len(name.mentions) >= _MANY
    return most or (opens and name.full in known and len(name.mentions) >= _SOME)


def _worded(tree: Tree, name: Name, sort: str, mention: Span) -> tuple[str, str] | None:
    """The sentence with a gap, or a plain question, and the name of its rule.

    None if it is no plain sentence that stands alone, or tells the name.
    """
    own = tree.tokens_in(mention)
    if own and sort == PERSON and len(own) == 1 and tree.tokens[own[0]].xpos in _PLURALS:
        return None  # "High Commissioner for Refugees"
    if not own or is_part_of_more(tree, own, sort) or is_told_aside(tree, own, name, sort):
        return None
    if has_unknown_source(tree, range(len(tree.tokens))):
        return None
    found = gapped_sentence(tree, own, name.full)
    if found is None or shares_word(" ".join(found), name.full) or _points_elsewhere(found[1], sort):
        return None
    lead, shown = found
    in_full = with_full_names(shown, mention.article, name.full)
    if in_full is None or depends_on_the_one_before(tree, shown) or asks_for_a_trifle(in_full):
        return None
    shown = in_full
    plain = question_without_a_gap(tree, own, shown, sort)
    if plain is not None and not lead:
        return None if is_born_as_somebody_else(plain[0], mention.article) else plain
    if shown.removeprefix("The ").startswith(GAP):
        return None
    told = sort == "organisation" or name.full.casefold().startswith(f"{sort} ")  # "League of Nations"
    asked = "Whose name" if sort == PERSON else "Which name" if told else f"Which {sort}"
    return f"{lead} {asked} is missing? “{shown}”".strip(), RULE


def _points_elsewhere(shown: str, sort: str) -> bool:
    """True if a sentence is garbled, or dated by something else, or gives a day or a share of voters without a year."""
    if any(fault.search(shown) for fault in (FOR_ITS, RELATIVE, GARBLED, RUN_TOGETHER, _BARE)):
        return True
    if (sort in PLACES and _ON_A_WEEKDAY.search(shown)) or _IN_THESE_DAYS.search(shown):
        return True  # where one dinner was
    if sort in PLACES and sort != "country" and may_be_a_team(shown):
        return True
    if sort == "country" and is_told_by_its_region(shown):
        return True
    of_a_day = MONTH.search(shown) is not None or (sort == PERSON and "percent" in shown)
    return of_a_day and YEAR.search(shown) is None


def _options(fact: MissingName) -> tuple[str, ...]:
    if fact.sort in VAGUE or fact.sort in _REGIONS or tells_where_home_is(fact.stem):
        return ()
    article = fact.missing.article
    here = {name.full for _, name in mentions_between(article, fact.sentence.start, fact.sentence.end)}
    the = _follows_the(fact.missing)
    fitting = [
        name
        for name in of_kind(article, fact.sort)
        if name.full not in here
        and not shares_word(fact.stem, name.full)
        and not may_be_same_name(name.full, fact.name.full)
        and name.sure_kind
        and not name.full.endswith(".")
        and the == (2 * sum(map(_follows_the, name.mentions)) > len(name.mentions))
        and (fact.sort != PERSON or name.offices & fact.name.offices or are_listed_together(name, fact.name))
    ]
    if fact.sort == "city" and any(place_type(full) in ("country", "state") for full in here):
        return ()  # where the city lies rules others out

    fitting.sort(key=lambda name: min(abs(each.start - fact.missing.start) for each in name.mentions))
    return told_apart(fitting)


def _follows_the(mention: Span) -> bool:
    return mention.article.text[max(0, mention.start - 4) : mention.start].lower() == "the "
