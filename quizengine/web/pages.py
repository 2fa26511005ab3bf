"""Templates become pages, in the language that is spoken."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from flask import Flask, current_app
from jinja2 import Environment, Template
from markupsafe import Markup, escape

from quizengine.web.forms import Form
from quizengine.web.languages import Language, Languages, spoken

_EXTENSION = "quizengine.pages"
_TEMPLATES = 256
_LOCALES = 64


class Pages:
    """The templates of an app as each of its languages reads them; what is the same for all pages is made once."""

    def __init__(self, app: Flask, languages: Languages) -> None:
        self._app = app
        self._languages = languages
        self._environment = lru_cache(None)(self._new_environment)
        self.template = lru_cache(_TEMPLATES)(self._template)
        self.parts = lru_cache(_LOCALES)(self._parts)

    def _template(self, language: Language, name: str) -> Template:
        """The template with its messages in this language."""
        return self._environment(language).get_template(name)

    def _parts(self, language: Language, locale: str) -> Any:
        """The macros that draw a question of a quiz in this locale on a page in this language."""
        return self.template(language, "parts.html").make_module(beside(language, locale))

    def _new_environment(self, language: Language) -> Environment:
        environment = self._app.jinja_env.overlay()
        environment.globals = {
            **environment.globals,
            **_speaking(language),
            "language": language,
            "languages": tuple(self._languages.known.values()),
        }
        environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension puts it there
        return environment


def use_pages(app: Flask, languages: Languages) -> None:
    """Let the app make pages in these languages."""
    app.extensions[_EXTENSION] = Pages(app, languages)


def page_of(template: str, locale: str = "", **shown: Any) -> str:
    """The page that a template makes of what is shown; `locale` is that of the quiz whose words are on it.

    The same as Flask's, without what no template of ours asks for: Flask hands the request and the session to every
    template, which costs a tenth of a page.
    """
    language = spoken()
    return _pages().template(language, template).render(beside(language, locale) | shown)


def drawn(form: Form, locale: str) -> Markup:
    """The stem and the fields of a question, to be put into a page."""
    macros = _pages().parts(spoken(), locale)
    return Markup(macros.question(form))  # noqa: S704 # the template has escaped what comes from banks and students


def apart(locale: str) -> Markup:
    """The attributes of an element whose words are in this locale; none where that is the language of the page."""
    return beside(spoken(), locale).get("quiz_lang", Markup())


def bdi(words: str, attributes: str = "") -> Markup:
    """Words whose direction says nothing about the words around them: a name, the title of a quiz."""
    return Markup("<bdi{}>{}</bdi>").format(attributes, words)


@lru_cache(_TEMPLATES)
def beside(language: Language, locale: str) -> dict[str, Markup]:
    """What templates mark words of a quiz with, and words of ours among them; nothing where both are in one language.

    The direction of a quiz follows from its words.
    """
    if locale in ("", language.code):
        return {}
    return {
        "quiz_lang": Markup(' lang="{}" dir="auto"').format(locale),
        "page_lang": Markup(' lang="{}" dir="{}"').format(language.code, language.direction),
    }


def _speaking(language: Language) -> dict[str, Callable[..., Markup]]:
    """What templates call for messages. What is put into one is escaped unless it is markup."""
    messages = language.messages
    plain: dict[str, Markup] = {}

    def gettext(message: str, /, **words: Any) -> Markup:
        if words:
            return escape(messages.gettext(message)) % words
        if message not in plain:
            plain[message] = escape(messages.gettext(message) % ())
        return plain[message]

    def ngettext(one: str, many: str, count: int, /, **words: Any) -> Markup:
        return escape(messages.ngettext(one, many, count)) % {"num": language.figure(count), **words}

    def pgettext(context: str, message: str, /, **words: Any) -> Markup:
        return escape(messages.pgettext(context, message)) % words

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}


def _pages() -> Pages:
    found = current_app.extensions[_EXTENSION]
    assert isinstance(found, Pages)
    return found
