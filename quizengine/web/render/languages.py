"""The languages of the pages: their messages, and the choice of a language for each request.

A language is a folder under `translations/` with a compiled catalogue; English is in the code itself. The words of a
quiz are in the quiz's own language, whatever the language of the page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, session
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from quizengine.errors import QuizEngineError

DOMAIN = "quizengine"
FOLDER = Path(__file__).parents[1] / "translations"
_EXTENSION = "quizengine.languages"
_SPOKEN = "quizengine.language"
_REMEMBERED, _LONGEST = 256, 500
"""The number of browsers' language preferences that are remembered, and the longest one read, in characters."""


class LanguageError(QuizEngineError):
    """The pages are not available in this language."""


@dataclass(frozen=True, eq=False)
class Language:
    """A language of the pages."""

    code: str
    """The code that browsers send: de, pt-BR."""
    messages: NullTranslations

    @cached_property
    def name(self) -> str:
        """The name of the language in the language itself."""
        return self.messages.pgettext("the name of this language, in itself", "English")

    @cached_property
    def direction(self) -> str:
        """The direction of writing: ltr or rtl."""
        return self.messages.pgettext("the direction of writing: ltr or rtl", "ltr")

    def figure(self, count: int) -> str:
        """A whole number with its thousands parted: 1,200."""
        return f"{count:,}".replace(",", self.messages.pgettext("between thousands", ","))


ENGLISH = Language("en", NullTranslations())


class Languages:
    """All languages that an app has, and how it chooses one; made once for an app."""

    def __init__(self, default: str = "", folder: Path = FOLDER) -> None:
        """The languages in a folder; `default` is for whoever has chosen none, else what the browser asks for.

        Raises LanguageError if `default` is none of them.
        """
        self.known: Mapping[str, Language] = {ENGLISH.code: ENGLISH, **_read(folder)}
        if default and default not in self.known:
            raise LanguageError(f"found no language {default}, expected one of: {', '.join(self.known)}")
        self._default = self.known.get(default)
        self._wished = lru_cache(_REMEMBERED)(self._wished_anew)

    def choose(self, chosen: str, wishes: str) -> Language:
        """The language for somebody who has chosen this one, or none (empty), and whose browser sends this header."""
        found = self.known.get(chosen) or self._default
        return found or (self._wished(wishes) if len(wishes) <= _LONGEST else ENGLISH)

    def _wished_anew(self, wishes: str) -> Language:
        """The best language for an Accept-Language header; English if it names none of ours."""
        exact = {code.casefold(): language for code, language in self.known.items()}
        nearly = {code.partition("-")[0]: language for code, language in reversed(exact.items())}
        for wish, quality in parse_accept_header(wishes.casefold(), Accept):  # the best first
            found = exact.get(wish) or nearly.get(wish.partition("-")[0])
            if found and quality > 0:
                return found
        return ENGLISH


def use_languages(app: Flask, languages: Languages) -> None:
    """Let the app answer in these languages."""
    app.extensions[_EXTENSION] = languages
    app.before_request(_remember_choice)


def languages() -> Languages:
    """The languages of the app that answers this request."""
    found: Languages = current_app.extensions[_EXTENSION]
    return found


def page_language() -> Language:
    """The language of the page that is being made; English where there is none."""
    try:
        environ = request.environ
    except RuntimeError:  # no request is being answered
        return ENGLISH
    found: Language | None = environ.get(_SPOKEN)
    if found is None:
        wishes = environ.get("HTTP_ACCEPT_LANGUAGE", "")
        found = environ[_SPOKEN] = languages().choose(session.get("language", ""), wishes)
    return found


def gettext(message: str, /, **words: Any) -> str:
    """The message in the language of the page, with these words in it."""
    return page_language().messages.gettext(message) % words


def ngettext(one: str, many: str, count: int, /, **words: Any) -> str:
    """The message for so many; `%(num)s` in it is the number, as the language writes it."""
    language = page_language()
    return language.messages.ngettext(one, many, count) % {"num": language.figure(count), **words}


def pgettext(context: str, message: str, /, **words: Any) -> str:
    """The message in a context, as the same words may mean something else in another one."""
    return page_language().messages.pgettext(context, message) % words


def later(message: str) -> str:
    """The message as it is: marked here for the catalogue, put into a language where it is shown."""
    return message


def later_plural(one: str, many: str) -> tuple[str, str]:
    """The two forms of a message as they are, for `ngettext` where they are shown."""
    return one, many


def _read(folder: Path) -> dict[str, Language]:
    """The languages that have a compiled catalogue in a folder, by their code."""
    found = {}
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        code = path.parent.parent.name.replace("_", "-")
        with path.open("rb") as file:
            found[code] = Language(code, GNUTranslations(file))
    return found


def _remember_choice() -> None:
    """Take the language that somebody has chosen by a link, and keep it in the cookie."""
    if "lang=" not in request.environ.get("QUERY_STRING", ""):
        return
    chosen = request.args.get("lang", "")
    if chosen in languages().known:
        session["language"] = chosen
        session.permanent = True
