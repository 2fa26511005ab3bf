"""Where something was said: in an interview, in court …, by the noun that the verb of saying has with it.

Next: `asking`, which offers the settings that cannot hold at the same time.
"""

from dataclasses import dataclass

from quizengine.language import tree_at
from quizengine.language.word_lists import listed
from quizengine_quote_attribution.quotation import Quotation


@dataclass(frozen=True)
class Setting:
    """A way of saying something in public, as an option."""

    option: str
    nouns: frozenset[str]
    """Nouns that tell it, and names of networks."""
    near: tuple[str, ...] = ()
    """Options that may be right as well."""


SETTINGS = (
    Setting("In a press release", listed("release"), ("In a statement",)),
    Setting(
        "In a statement",
        listed("statement"),
        ("In a press release", "On social media", "At a news conference", "In a speech"),
    ),
    Setting("In an interview", listed("interview"), ("On radio or television",)),
    Setting(
        "On radio or television",
        listed("radio television tv show program programme podcast"),
        ("In an interview", "In a debate", "In a speech", "At a news conference"),
    ),
    Setting("On social media", listed("x twitter facebook instagram telegram media tweet post")),
    Setting("At a news conference", listed("conference briefing"), ("In a statement", "In a speech")),
    Setting("In a speech", listed("speech rally")),
    Setting("In a debate", listed("debate")),
    Setting("In a letter or an email", listed("letter email e-mail memo"), ("In a statement",)),
    Setting("In court", listed("court testimony trial")),
    Setting("In a book", listed("book memoir autobiography")),
)
"""Each option once; settings that may hold at the same time are near one another."""
_PREPOSITIONS = listed("in on at during via by")


def setting_of(quotation: Quotation) -> Setting | None:
    """The one setting that the phrases beside the verb name; None where there is none, or two."""
    if quotation.cue is None or quotation.rule in ("continues", "follows"):
        return None
    tree = tree_at(quotation.cue)
    tokens = [
        token
        for at, token in enumerate(tree.tokens if tree else ())
        if tree and any(tree.tokens[case].form.lower() in _PREPOSITIONS for case in tree.dependents(at, "case"))
    ]
    nouns = {
        form
        for token in tokens
        if not any(piece.overlaps(token.span) for piece in quotation.quote)
        for form in (token.lemma.lower(), token.form.lower().rstrip("."))
    }
    found = [setting for setting in SETTINGS if setting.nouns & nouns]
    return found[0] if len(found) == 1 else None


def other_settings(setting: Setting) -> tuple[str, ...]:
    """Options that are wrong for certain: all settings that cannot hold together with this one."""
    return tuple(
        other.option
        for other in SETTINGS
        if other != setting and other.option not in setting.near and setting.option not in other.near
    )
