"""Questions about a quotation: who said it, what somebody said, and the word that completes it."""

import re
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from quizengine import (
    ChoiceQuestion,
    ClozeQuestion,
    Evidence,
    Fact,
    Origin,
    Question,
    Refusal,
    ShortTextQuestion,
)
from quizengine.language.word_lists import listed
from quizengine_quote_attribution.candidates import (
    FEWEST_DISTRACTORS,
    named,
    other_speakers,
)
from quizengine_quote_attribution.gaps import gap_in, with_blank
from quizengine_quote_attribution.proof import proof, rationale
from quizengine_quote_attribution.quotation import Quotation
from quizengine_quote_attribution.settings import other_settings, setting_of
from quizengine_quote_attribution.shown import shown
from quizengine_quote_attribution.typed import accepted_names
from quizengine_quote_attribution.worth import other_quotations, why_not_asked

_WRITTEN = listed("wrote writes tweeted tweets writing tweeting emailed")
_FIGURE = re.compile(r"(?<![\w.,$€£-])(?:\d[\d,]*\d|\d)(?:\.\d+)?(?![\w%-])")
_LIKELY = 6
"""Out of how many names of the article, the most often mentioned, the wrong ones are drawn."""
_TAGS = ("quote attribution",)


def ask(fact: Fact, others: Sequence[Fact], rng: Random) -> Iterator[Question | Refusal]:
    """The ways to ask about one quotation, or why it is not asked."""
    if not isinstance(fact, Quotation):
        return
    reason = _not_asked(fact, others)
    if reason:
        yield Refusal(fact.quote[0].to(fact.quote[-1]), fact.rule, reason)
        return
    yield from _who(fact, others, rng)
    yield from _which(fact, others)
    yield from _figure(fact)
    yield from _name(fact, rng)
    yield from _where(fact, rng)


def _not_asked(fact: Quotation, others: Sequence[Fact]) -> str:
    """Why nothing may be asked about a quotation among the others; empty when it may."""
    same = [one for one in others if isinstance(one, Quotation) and shown(one) == shown(fact) and one.name != fact.name]
    return why_not_asked(fact) or (f"{same[0].name} said the same" if same else "")


def _who(fact: Quotation, others: Sequence[Fact], rng: Random) -> Iterator[Question]:
    """Who said, “…”? With the others of the article as options, or typed where there are too few of them."""
    name = named(fact)
    assert name is not None
    who = "Who" if name.kind == "person" else "Which source"
    stem = f"{who} {_verb(fact)}, {_quoted(shown(fact))}"
    distractors = other_speakers(fact, others, rng)
    beside = _beside(fact)
    if len(distractors) >= FEWEST_DISTRACTORS:
        yield ChoiceQuestion(stem=stem, answer=name.full, distractors=distractors, **beside)
        return
    accepted = accepted_names(name)
    ask_full = " Give the full name." if name.kind == "person" and name.surname not in accepted else " Type the name."
    yield ShortTextQuestion(stem=stem + ask_full, answer=accepted[0], accept=accepted[1:], **beside)


def _which(fact: Quotation, others: Sequence[Fact]) -> Iterator[Question]:
    """Which of these did X say? With what others said as options."""
    texts = other_quotations(fact, others)
    if len(texts) < FEWEST_DISTRACTORS:
        return
    stem = (
        f"Which of these did {_called(fact)} {'write' if _verb(fact) == 'wrote' else 'say'}, according to the article?"
    )
    options = tuple(f"“{text}”" for text in texts)
    yield ChoiceQuestion(stem=stem, answer=f"“{shown(fact)}”", distractors=options, **_beside(fact))


def _figure(fact: Quotation) -> Iterator[Question]:
    """The quotation with a gap for a figure in it."""
    words = shown(fact)
    figure = _FIGURE.search(words)
    if figure is None or words.count(figure[0]) > 1:
        return
    before, after = _doubled(words[: figure.start()]), _doubled(words[figure.end() :])
    yield ClozeQuestion(
        stem=f"Complete what {_called(fact)} {_verb(fact)}.",
        text=f"“{before}{{{figure[0]}}}{after}”",
        **_beside(fact),
    )


def _name(fact: Quotation, rng: Random) -> Iterator[Question]:
    """The quotation without a name that stands in it, with others of the article beside it."""
    words = shown(fact)
    gap = gap_in(fact, words)
    if gap is None or len(gap.others) < FEWEST_DISTRACTORS + 1:
        return
    yield ChoiceQuestion(
        stem=f"Which name completes what {_called(fact)} {_verb(fact)}: {_quoted(with_blank(words, gap.words))}",
        answer=gap.words,
        distractors=tuple(rng.sample(gap.others[:_LIKELY], FEWEST_DISTRACTORS + 1)),
        **_beside(fact),
    )


def _where(fact: Quotation, rng: Random) -> Iterator[Question]:
    """In what setting it was said, where the words beside the verb tell."""
    setting = setting_of(fact)
    if setting is None:
        return
    verb = "write" if _verb(fact) == "wrote" else "say"
    yield ChoiceQuestion(
        stem=f"Where did {_called(fact)} {verb}, {_quoted(shown(fact))}",
        answer=setting.option,
        distractors=tuple(rng.sample(other_settings(setting), FEWEST_DISTRACTORS + 1)),
        **_beside(fact),
    )


def _called(fact: Quotation) -> str:
    """The speaker in the middle of a sentence: an organisation with "the" where the article has it so."""
    name = named(fact)
    if name is None or name.kind == "person":
        return fact.name
    text = fact.speaker.article.text
    return (
        f"the {fact.name}"
        if any(text[max(0, m.start - 4) : m.start].lower() == "the " for m in name.mentions)
        else fact.name
    )


def _verb(fact: Quotation) -> str:
    return "wrote" if fact.rule == "post" or (fact.cue and fact.cue.text in _WRITTEN) else "said"


def _quoted(words: str) -> str:
    """The words in marks at the end of a question, with one mark of punctuation between them and the reader."""
    return f"“{words}”" if words.endswith(("?", "!")) else f"“{words}”?"


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _beside(fact: Quotation) -> dict[str, Any]:
    """What every question about a quotation carries beside its content."""
    return {
        "rationale": rationale(fact),
        "evidence": Evidence.of(proof(fact)),
        "origin": Origin("quote_attribution", fact.rule),
        "tags": _TAGS,
    }
