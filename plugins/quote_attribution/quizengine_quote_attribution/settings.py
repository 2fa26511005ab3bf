"""Where somebody said it, as far as the text beside the verb tells: in a press release, in an interview."""

import re
from dataclasses import dataclass

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
    Setting("In a statement", _in("statement"), ("In a press release", "On social media", "At a news conference")),
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
    Setting("At a news conference", _in("(?:news|press) (?:conference|briefing)"), ("In a statement",)),
    Setting("In a speech", _in("speech|campaign rally|rally")),
    Setting("In a debate", _in("debate")),
    Setting("In a letter or an email", _in("letter|email|e-mail|memo|text message"), ("In a statement",)),
    Setting("In court", _in("court|testimony|trial")),
    Setting("In a book", _in("book|memoir|autobiography")),
)
"""Each option once; settings that may hold at the same time are near one another."""

_CLAUSE = re.compile(r"[^“”\"'’.;:\n]{0,90}")


def setting_of(quotation: Quotation) -> Setting | None:
    """The one setting that the words right after the speaker and the verb name; None where there is none, or two."""
    if quotation.cue is None or quotation.rule == "continues":
        return None
    at = max(quotation.cue.end, quotation.speaker.end)
    clause = _CLAUSE.match(quotation.cue.article.text, at, quotation.cue.paragraph.end)
    words = clause[0] if clause else ""
    found = [setting for setting in SETTINGS if setting.words.search(words)]
    return found[0] if len(found) == 1 else None


def other_settings(setting: Setting) -> tuple[str, ...]:
    """Options that are wrong for certain: all settings that cannot hold together with this one."""
    return tuple(
        other.option
        for other in SETTINGS
        if other != setting and other.option not in setting.near and setting.option not in other.near
    )
