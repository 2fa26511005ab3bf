"""The catalogues: every message of the sources is in them, in every language, with the same words to be put in."""

import io
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from quizengine.web.render.languages import DOMAIN, FOLDER, Languages

CODES = ("de", "es", "fr")
KEYWORDS = {**DEFAULT_KEYWORDS, "later": (1,), "later_plural": (1, 2)}


def catalogue(code: str) -> Catalog:
    with (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def messages(code: str) -> list[Message]:
    found = [message for message in catalogue(code) if message.id]
    assert found
    return found


def forms(message: Message) -> list[str]:
    """What a message says: one form, or one for each number."""
    return list(message.string) if isinstance(message.string, (tuple, list)) else [message.string]


def first(message: Message) -> str:
    return message.id[0] if isinstance(message.id, (tuple, list)) else message.id


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)s|%%[ds]", text))


def in_sources(checkout: Path) -> Iterator[tuple[str | None, object]]:
    """Every message of the sources with its context, found as `make messages` finds them."""
    mappings = tomllib.loads((checkout / "pyproject.toml").read_text("utf-8"))["tool"]["babel"]["mappings"]
    methods = [(each["pattern"], each["method"]) for each in mappings]
    options = {each.pop("pattern"): each for each in mappings}
    for _, _, message, _, context in extract_from_dir(checkout, methods, options, KEYWORDS):
        yield context, message


def test_the_template_of_catalogues_has_what_is_in_the_sources_and_nothing_else(checkout: Path):
    with (FOLDER / f"{DOMAIN}.pot").open("rb") as file:
        template = {(message.context, message.id) for message in read_po(file) if message.id}
    assert template == set(in_sources(checkout)), "bring it up to date: make messages"


@pytest.mark.parametrize("code", CODES)
def test_every_message_of_the_sources_is_translated(checkout: Path, code: str):
    said = {(message.context, message.id) for message in messages(code) if all(forms(message)) and not message.fuzzy}
    assert set(in_sources(checkout)) - said == set(), "bring them up to date (make messages), then translate"


@pytest.mark.parametrize("code", CODES)
def test_what_is_compiled_is_what_the_catalogue_says(code: str):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(code))
    path = FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
    assert path.read_bytes() == compiled.getvalue(), "compile it: make messages"


@pytest.mark.parametrize("code", CODES)
def test_a_translation_has_the_same_words_put_in_and_every_form(code: str):
    plurals = catalogue(code).num_plurals
    for message in messages(code):
        assert len(forms(message)) == (plurals if message.pluralizable else 1), message.id
        wanted = placeholders(" ".join(message.id) if message.pluralizable else message.id)
        for number, form in enumerate(forms(message)):
            unsaid = {"%(num)s"} if message.pluralizable and number == 0 else set()  # "the one", without a figure
            assert wanted - unsaid <= placeholders(form) <= wanted, (message.id, form)
            assert "%" not in re.sub(r"%\(\w+\)s|%%", "", form), (message.id, form)


@pytest.mark.parametrize("code", CODES)
def test_a_translation_holds_no_markup_and_the_quotation_marks_of_its_language(code: str):
    marks = {"de": "„“", "es": "«»", "fr": "«»"}[code]
    for message in messages(code):
        for form in forms(message):
            assert not set(form) & set("<>&\"'"), form
            assert set(form) & set("„“”«»") <= set(marks), form
            assert ("“" in first(message)) == (marks[0] in form), form


def test_french_signs_stand_apart_by_a_space_that_does_not_break():
    for message in messages("fr"):
        for form in forms(message):
            assert not re.search(
                r"(?<!\N{NO-BREAK SPACE})[:»](?!%)|«(?!\N{NO-BREAK SPACE})| [:;?!»]", re.sub(r"\)s:%", "", form)
            ), form


@pytest.mark.parametrize("code", CODES)
def test_teachers_and_students_are_spoken_to_in_one_way(code: str):
    """Du to students and Sie to teachers, tú, vous; never two ways in one sentence."""
    other = {
        "de": r"\b(du|dein\w*|dich|dir)\b.*\b(Sie|Ihre?\w*) (?!kann|kommt|steht|sind|ist)",
        "es": r"\b([Uu]sted|[Vv]osotros)\b",
        "fr": r"\b([Tt]u|ton|tes|toi)\b",
    }[code]
    for message in messages(code):
        for form in forms(message):
            assert not re.search(other, form), form


def test_templates_hold_no_words_outside_of_messages(checkout: Path):
    paths = list((checkout / "quizengine" / "web" / "templates").rglob("*.html"))
    assert paths
    for path in paths:
        text = re.sub(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", " ", path.read_text("utf-8"), flags=re.DOTALL)
        text = re.sub(r"<[^>]*>|[\w-]+=\"[^\"]*\"", " ", text)
        assert set(re.findall(r"[A-Za-z][A-Za-z-]+", text)) <= {"quizengine", "long", "wide", "desk", "with-article"}, (
            path.name
        )  # our name, and classes


def test_each_language_tells_its_name_and_direction():
    named = {code: (language.name, language.direction) for code, language in Languages().known.items()}
    ours = {code: (name, "ltr") for code, name in zip(CODES, ("Deutsch", "Español", "Français"), strict=True)}
    assert named == named | ours | {"en": ("English", "ltr")}


def test_the_style_sheet_knows_no_left_and_right(checkout: Path):
    style = (checkout / "quizengine" / "web" / "static" / "quizengine.css").read_text("utf-8")
    declared = re.findall(r"([\w-]+)\s*:\s*([^;{}]+);", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    assert len(declared) > 100
    for name, value in declared:
        if name.startswith("--"):
            continue
        assert not re.search(r"\b(left|right)\b", f"{name} {value}".replace("var(--right)", "")), (name, value)
        sides = re.sub(r"\([^)]*\)", "()", value).split()
        if name in ("margin", "padding", "border-width", "border-radius", "inset") and len(sides) == 4:
            assert sides[1] == sides[3], (name, value)
