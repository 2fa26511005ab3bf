"""Renders templates in the language of the page."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from flask import Flask, current_app, request
from jinja2 import Environment, Template
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from quizengine.web.render.forms import Form
from quizengine.web.render.languages import Language, Languages, page_language
from quizengine.web.render.sentence_gaps import with_field_in_sentence

_EXTENSION = "quizengine.pages"
_TEMPLATES = 256
_LOCALES = 64
_MESSAGES = 4096
_ALONE = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")


class PlainMessages(Extension):
    """Puts messages without values, `{{ _('Back') }}`, into a template when it is compiled for a language.

    Looking up the half dozen of them on every page of a question would cost a twentieth of the page.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens with each such message as the text that it is."""
        found: list[Token] = []
        for token in stream:
            found.append(token)
            while found and not _may_be_alone(found):
                yield found.pop(0)
            if len(found) == len(_ALONE):
                gettext: Any = self.environment.globals["gettext"]
                yield Token(found[0].lineno, "data", str(gettext(found[3].value)))
                found = []
        yield from found


def _may_be_alone(tokens: list[Token]) -> bool:
    """Return whether a message that stands alone begins with these tokens."""
    named = len(tokens) < 2 or tokens[1].value == "_"
    return named and all(token.type == kind for token, kind in zip(tokens, _ALONE, strict=False))


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
        template = self._environment(language).get_template(name)
        template.globals = dict(template.globals)  # a chain of mappings, whose copy for each page costs a fifth of it
        return template

    def _parts(self, language: Language, locale: str) -> Any:
        """The macros that draw a question of a quiz in this locale on a page in this language."""
        return self.template(language, "parts.html").make_module(language_marks(language, locale))

    def _new_environment(self, language: Language) -> Environment:
        environment = self._app.jinja_env.overlay()
        environment.globals = {
            **environment.globals,
            **_speaking(language),
            "language": language,
            "in_language": _attributes(language.code, language.direction),
            "languages": tuple(self._languages.known.values()),
        }
        environment.newstyle_gettext = True  # type: ignore[attr-defined] # the extension puts it there
        return environment


def use_pages(app: Flask, languages: Languages) -> None:
    """Let the app make pages in these languages."""
    app.extensions[_EXTENSION] = Pages(app, languages)


def render_page(template: str, locale: str = "", **shown: Any) -> str:
    """The page that a template makes of what is shown; `locale` is that of the quiz whose words are on it.

    The same as Flask's, without what no template of ours asks for: Flask hands the request and the session to every
    template, which costs a tenth of a page.
    """
    environ = request.environ
    language = page_language()
    shown |= {
        "root": environ.get("SCRIPT_NAME", ""),
        "desk": environ.get("quizengine.desk_path", ""),
        **language_marks(language, locale),
    }
    return _pages().template(language, template).render(shown)


def render_question(form: Form, locale: str) -> Markup:
    """The stem and the fields of a question, to be put into a page."""
    macros = _pages().parts(page_language(), locale)
    return Markup(macros.question(with_field_in_sentence(form)))  # noqa: S704 # the template has escaped what comes from banks and students


def lang_attributes(locale: str) -> Markup:
    """The attributes of an element whose words are in this locale; none if that is the language of the page."""
    return language_marks(page_language(), locale)["quiz_lang"]


def bdi(words: str, attributes: str = "") -> Markup:
    """Words whose direction says nothing about the words around them: a name, the title of a quiz."""
    return Markup("<bdi{}>{}</bdi>").format(attributes, words)


@lru_cache(_TEMPLATES)
def language_marks(language: Language, locale: str) -> dict[str, Markup]:
    """Return the marks for words of a quiz, and for our words among them; none if both are in one language.

    The direction of a quiz follows from its words.
    """
    if locale in ("", language.code):
        return {"quiz_lang": Markup(), "page_lang": Markup()}
    return {
        "quiz_lang": _attributes(locale, "auto"),
        "page_lang": _attributes(language.code, language.direction),
    }


def _attributes(locale: str, direction: str) -> Markup:
    return Markup(' lang="{}" dir="{}"').format(locale, direction)


def _speaking(language: Language) -> dict[str, Callable[..., Markup]]:
    """Return what templates call for messages. What is put into one is escaped unless it is markup."""
    messages = language.messages

    @lru_cache(_MESSAGES, typed=True)  # by type: text and markup with the same letters are not the same
    def gettext(message: str, /, **words: Any) -> Markup:
        return escape(messages.gettext(message)) % words

    def ngettext(one: str, many: str, count: int, /, **words: Any) -> Markup:
        return escape(messages.ngettext(one, many, count)) % {"num": language.figure(count), **words}

    def pgettext(context: str, message: str, /, **words: Any) -> Markup:
        return escape(messages.pgettext(context, message)) % words

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}


def _pages() -> Pages:
    found: Pages = current_app.extensions[_EXTENSION]
    return found
