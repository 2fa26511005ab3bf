"""Where somebody said it, as far as the text beside the verb tells: in a press release, in an interview."""

import re
from dataclasses import dataclass

from quizengine import Span
from quizengine.language.sentences import sentence_of
from quizengine_quote_attribution.quotation import Quotation


@dataclass(frozen=True)
class Setting:
    """One kind of setting, as an option shows it; the words that mean it; and options that may be true as well."""

    option: str
    words: re.Pattern[str]
    near: tuple[str, ...] = ()


def _in(nouns: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:in|on|at|during|via|by) (?:an? |the |his |her |their |its )?(?:[a-z-]+ ){{0,2}}(?:{nouns})\b"
    )


SETTINGS = (
    Setting("In a press release", _in("(?:press|news) release"), ("In a statement",)),
    Setting(
        "In a statement",
        _in("statement"),
        ("In a press release", "On social media", "At a news conference", "In a speech"),
    ),
    Setting("In an interview", _in("interview"), ("On radio or television",)),
    Setting(
        "On radio or television",
        _in("(?:radio|television|TV|cable) (?:show|program|programme)|podcast"),
        ("In an interview", "In a debate", "In a speech", "At a news conference"),
    ),
    Setting(
        "On social media",
        re.compile(
            r"\b(?:on|via) (?:X|Twitter|Facebook|Instagram|Telegram|social media|Truth Social)\b"
            r"|\bin an? (?:[a-z-]+ )?(?:tweet|Facebook post|Instagram post)\b"
        ),
    ),
    Setting("At a news conference", _in("(?:news|press) (?:conference|briefing)"), ("In a statement", "In a speech")),
    Setting("In a speech", _in("speech|campaign rally|rally")),
    Setting("In a debate", _in("debate")),
    Setting("In a letter or an email", _in("letter|email|e-mail|memo|text message"), ("In a statement",)),
    Setting("In court", _in("court|testimony|trial")),
    Setting("In a book", _in("book|memoir|autobiography")),
)
"""Each option once; settings that may hold at the same time are near one another."""

_CLAUSE = re.compile(r"[^“”\"'’.;:\n]{0,90}")
_LEADING = re.compile(
    r"(?:Speaking |Writing )?(?P<where>(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Vv]ia) [^,“”\"\n]{2,70}),\s"
    r"(?:(?:an?|the|its|their|his|her) [^,“”\"\n]{2,60},\s)?[^,“”\"]{0,60}\Z"
)
"""The first words of a sentence up to its subject; between them at most a title: "In a speech, the mayor, "."""

_LONGEST_LEAD = 300
"""Characters: more than `_LEADING` can match."""


def setting_of(quotation: Quotation) -> Setting | None:
    """The one setting that the words beside the speaker and the verb name; None where there is none, or two."""
    if quotation.cue is None or quotation.rule == "continues":
        return None
    words = f"{_leading(quotation)} {_following(quotation, quotation.cue)}"
    found = [setting for setting in SETTINGS if setting.words.search(words)]
    return found[0] if len(found) == 1 else None


def _following(quotation: Quotation, cue: Span) -> str:
    """What stands right after the speaker and the verb: “…,” Ruth Abel said in an interview."""
    clause = _CLAUSE.match(cue.article.text, max(cue.end, quotation.speaker.end), cue.paragraph.end)
    return clause[0] if clause else ""


def _leading(quotation: Quotation) -> str:
    """What the sentence of the speaker begins with: In a press release, Ruth Abel said: “…”."""
    speaker = quotation.speaker
    sentence = sentence_of(speaker, inside=True)
    if speaker.start - sentence.start > _LONGEST_LEAD:
        return ""
    found = _LEADING.match(speaker.article.text[sentence.start : speaker.start])
    leads = found and speaker.end <= quotation.quote[0].start
    return found["where"][0].lower() + found["where"][1:] if found and leads else ""


def other_settings(setting: Setting) -> tuple[str, ...]:
    """Options that are wrong for certain: all settings that cannot hold together with this one."""
    return tuple(
        other.option
        for other in SETTINGS
        if other != setting and other.option not in setting.near and setting.option not in other.near
    )
