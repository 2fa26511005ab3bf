"""People who cannot be options beside a speaker, as every reader sees from the words or from who they are.

Beside a witness whom the article has to introduce, a candidate whom everybody knows is an option that nobody picks; and
the holder of the office that the words speak of cannot have said them. The president of another country stands out
among the politicians of one.
"""

import re

from quizengine.language import Name, is_introduced, is_taken_as_known
from quizengine_quote_attribution.foreign_offices import is_of_another_country
from quizengine_quote_attribution.speaker_groups import speaker_group

_TELLS_OF_A_SEX = re.compile(
    r"(?i)\b(?:as|i am|i[’']m|i was) (?:an? |the |her |his )?(?:\w+ )?"
    r"(?:wom[ae]n|m[ae]n|mother|father|wife|husband|girl|boy|mom|dad|daughter|son|sister|brother|grandmother"
    r"|grandfather|widow|widower|aunt|uncle|latina|latino|nun|monk|schoolgirl|schoolboy)\b"
    r"|\bmy (?:wife|husband|girlfriend|boyfriend)\b"
)
"""Words that tell whether a man or a woman speaks."""


def tells_of_a_sex(said: str) -> bool:
    """Return whether some words tell whether a man or a woman says them: "I am the proud daughter of a miner"."""
    return _TELLS_OF_A_SEX.search(said) is not None


def is_ruled_out(name: Name, speaker: Name, said: str) -> bool:
    """True if a person is no option beside a speaker: too well known, spoken of by office, or of another country."""
    return _is_too_well_known(name, speaker) or _is_spoken_of(name, said) or is_of_another_country(name, speaker, said)


def _is_too_well_known(name: Name, speaker: Name) -> bool:
    """True if the article takes a person as known and not the speaker; among politicians the offices say nothing."""
    if is_taken_as_known(speaker):
        return False
    return not is_introduced(name) or (is_taken_as_known(name) and speaker_group(speaker) != "politics")


def _is_spoken_of(name: Name, said: str) -> bool:
    """Return whether words tell of the holder of an office that a person has: "The mayor will stand by his word"."""
    return any(re.search(rf"(?i)\bthe {re.escape(office)}\b(?! (?:of|to|for)\b)", said) for office in name.offices)
