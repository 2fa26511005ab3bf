"""The script for Google Forms, run in a browser before a form that writes down what it is told."""

from typing import Any

import pytest
from playwright.sync_api import Page
from sample_responses import QUIZ, comparable

from quizengine import ChoiceQuestion, Quiz
from quizengine.extensions.losses import loss_report
from quizengine.formats.content.interactions import MultipleChoice, SingleChoice, exported
from quizengine.formats.google_forms import GOOGLE_FORMS

FORM = """
const told = [];
const listening = (kept) => new Proxy(kept, { get: (_, call) =>
  call === "told" ? kept
  : call === "createChoice" ? (text, right) => ({ text, right })
  : call === "build" ? () => kept
  : call.startsWith("add") ? () => { const item = { item: call }; told.push(item); return listening(item); }
  : call.startsWith("get") ? () => "address"
  : (...given) => { kept[call] = given.length > 1 ? given : given[0] ?? true; return listening(kept); } });
const form = { item: "form" };
const FormApp = {
  create: (title) => { told.push(Object.assign(form, { title })); return listening(form); },
  createFeedback: () => listening({}),
  createTextValidation: () => listening({}),
};
const Logger = { log: () => {} };
"""


@pytest.fixture
def told(offline_page: Page) -> list[dict[str, Any]]:
    """The form and its items, with all that the script said of each."""
    script = GOOGLE_FORMS.written(QUIZ)[0].decode("ascii")
    offline_page.goto("about:blank")
    found: list[dict[str, Any]] = offline_page.evaluate(f"() => {{ {FORM} {script}\nmakeQuiz(); return told; }}")
    return found


def test_the_form_is_a_quiz_with_all_questions(told: list[dict[str, Any]]) -> None:
    form, *items = told
    assert (form["title"], form["setIsQuiz"], form["setPublished"]) == ("“Rivers” & <more>", True, True)
    assert [item["item"].removeprefix("add").removesuffix("Item") for item in items] == [
        *["MultipleChoice", "MultipleChoice", "Checkbox", "Checkbox", "Text", "Text", "Text", "Text", "Text", "Text"],
        *["SectionHeader", "Text", "Text", "List", "List", "List", "List", "List", "ParagraphText"],
    ]
    assert items[1]["setTitle"] == "Which river is “long” & slow?\nChoose one." and items[1]["setPoints"] == 1
    assert items[1]["setFeedbackForCorrect"] == {"setText": "“The Elbe is “slow” & long.”"}
    assert items[8]["setTitle"] == "How far? (km)" and items[8]["setValidation"] == {"requireNumber": True}
    assert items[8]["setGeneralFeedback"] == {"setText": "50 km (49 – 51)"}
    assert items[10]["setHelpText"] == "Rain & _____ (1) fall from <_____ (2)> [here]."
    assert items[-1]["setGeneralFeedback"] == {"setText": "[1] Water is <faster> outside = it digs there.\nSo."}
    assert items[13]["setTitle"] == "What flows where? – Elbe"
    assert {"text": "Hamburg", "right": True} in items[13]["setChoices"] and len(items[13]["setChoices"]) == 3


def test_the_choices_marked_right_are_those_that_earn_all(told: list[dict[str, Any]]) -> None:
    compared = 0
    for one, item in zip(exported(QUIZ)[:4], told[1:5], strict=True):
        right = {choice["text"] for choice in item["setChoices"] if choice["right"]}
        if isinstance(one.interaction, SingleChoice | MultipleChoice):
            texts = {option.id: option.text for option in one.interaction.options}
            for sample in comparable(GOOGLE_FORMS, one.question):
                compared += 1
                assert ({texts[ident] for ident in sample.response["answer"]} == right) == (sample.share == 1), sample
        else:
            assert right == {"True"}
    assert compared > 10


def test_an_image_stands_above_its_question(offline_page: Page) -> None:
    question = ChoiceQuestion(
        stem="What? ![a flame](media/a.jpg)", answer="fire", distractors=("ice",), markup="markdown"
    )
    script = GOOGLE_FORMS.written(Quiz("T", (question,)), lambda file: b"GIF")[0].decode("ascii")
    utilities = "const Utilities = { base64Decode: (text) => atob(text), newBlob: (...given) => given };"
    offline_page.goto("about:blank")
    _, image, asked = offline_page.evaluate(f"() => {{ {FORM} {utilities} {script}\nmakeQuiz(); return told; }}")
    assert image == {"item": "addImageItem", "setTitle": "a flame", "setImage": ["GIF", "image/jpeg", "a.jpg"]}
    assert asked["setTitle"] == "What? [a flame]"


def test_what_a_teacher_has_to_mark_is_said() -> None:
    report = loss_report(GOOGLE_FORMS.losses(QUIZ))
    by_hand = "marked differently: the key: you mark what is typed by hand; the key is in the feedback"
    assert f"questions 5–11, 14 {by_hand}" in report
