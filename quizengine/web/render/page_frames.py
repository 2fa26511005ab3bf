"""Pages that are drawn once for all attempts, with slots for what is each one's own.

Drawing the page of a question takes a third of a request; filling the slots of a drawn one, a fiftieth. The bytes are
the same: a text in a slot is escaped as the template would have escaped it.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from flask import Flask, current_app, request
from markupsafe import escape

from quizengine.web.render.languages import Language, page_language
from quizengine.web.render.pages import render_page
from quizengine.web.render.school import SchoolsLook

_EXTENSION = "quizengine.page_frames"
_REMEMBERED = 1024


@dataclass(frozen=True)
class _Frame:
    """A drawn page, cut at its slots."""

    pieces: tuple[str, ...]
    """The texts between the slots; one more than there are slots."""
    slots: tuple[str, ...]
    """The names of the texts that go between the pieces."""

    def filled(self, texts: Mapping[str, str]) -> str:
        """The page with these texts."""
        whole = [self.pieces[0]]
        for slot, piece in zip(self.slots, self.pieces[1:], strict=True):
            whole += (escape(texts[slot]), piece)
        return "".join(whole)


class _Kind(NamedTuple):
    """All that determines a page except the texts in its slots."""

    template: str
    language: Language
    locale: str
    places: tuple[str, str]
    """The root of the app, and the teacher's page behind a preview."""
    look: tuple[str, str]
    """The version of the school's look, and the school's name."""
    fixed: tuple[tuple[str, Any], ...]
    filled: tuple[tuple[str, bool], ...]
    """Each slot, and whether there is a text in it: templates leave out what is empty."""


class PageFrames:
    """The drawn pages of an app."""

    def __init__(self, school: SchoolsLook) -> None:
        self.school = school
        self._mark = f"slot-{secrets.token_hex(8)}-"  # in no text of a bank
        self.frame = lru_cache(_REMEMBERED)(self._drawn)

    def _drawn(self, kind: _Kind) -> _Frame:
        marks = {name: f"{self._mark}{name}-" if there else "" for name, there in kind.filled}
        page = render_page(kind.template, kind.locale, **dict(kind.fixed), **marks)
        pieces = re.split(f"{self._mark}(\\w+)-", page)
        return _Frame(tuple(pieces[::2]), tuple(pieces[1::2]))


def use_page_frames(app: Flask, school: SchoolsLook) -> None:
    """Let the app remember drawn pages."""
    app.extensions[_EXTENSION] = PageFrames(school)


def render_framed(template: str, locale: str, fixed: Mapping[str, Any], texts: Mapping[str, str]) -> str:
    """The page that `render_page` makes of the same values, drawn once for all that differ only in the texts.

    The fixed values must be hashable. The template does nothing with a text but show it, and ask whether it is empty.
    """
    frames: PageFrames = current_app.extensions[_EXTENSION]
    environ, look = request.environ, frames.school.now()
    kind = _Kind(
        template,
        page_language(),
        locale,
        (environ.get("SCRIPT_NAME", ""), environ.get("quizengine.desk_path", "")),
        (look.version, look.name),
        tuple(fixed.items()),
        tuple((name, bool(text)) for name, text in texts.items()),
    )
    return frames.frame(kind).filled(texts)
