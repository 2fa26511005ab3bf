"""Descriptions of people that only the article around them makes clear: a body without its name, one officer of many.

Next: `described`, which asks for nobody who is described so.
"""

import re

from quizengine import Article
from quizengine.language import PEOPLES, is_role_noun, place_type, plain_form, word_set

_BODIES = word_set(
    """
    academy association authority bank board church college commission committee company council court department
    institute ministry mission office party society trust union university
    """
)
"""Nouns of bodies that articles call by the noun alone, once they have named them."""
_OF_MANY = word_set("officer official figure aide insider executive operative leader source lawmaker politician")
"""Nouns for somebody of a body that has many such people."""
_CAPITAL = re.compile(r"\b(?P<word>[A-Z][\w-]*)(?P<owns>[’']s\b)?")
_OF_WHAT = re.compile(r"\b(?:of|for|at|with|in|from)\b")
_BARE = re.compile(r"(?P<body>[A-Z]{2,6}) \w+")
"""An abbreviation and an office: "OBF chief"."""


def is_vague(words: str, noun: str, article: Article) -> bool:
    """Return whether a reader who has only a description cannot tell whose office it is, or which of many is meant.

    `noun` is the noun that says what somebody is.
    """
    named = [plain_form(word) for word, owns in _CAPITAL.findall(words) if owns or not is_role_noun(word)]
    unnamed = bool(named) and _BODIES.issuperset(named)
    one_of_many = (
        noun in _OF_MANY
        and words.lower().startswith(("a ", "an "))
        and PEOPLES.issuperset(named)
        and _OF_WHAT.search(words) is None
    )
    return unnamed or one_of_many or _is_of_an_unknown_abbreviation(words, article)


def _is_of_an_unknown_abbreviation(words: str, article: Article) -> bool:
    """Return whether an article has an abbreviation before that office alone, and does not tell what it stands for."""
    found = _BARE.fullmatch(words)
    if found is None or place_type(found["body"]) or found["body"].casefold() in PEOPLES:
        return False
    return len(re.findall(rf"\b{found['body']}\b", article.text)) == 1
