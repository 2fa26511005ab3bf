"""A page that is drawn once for all attempts has the bytes that the template gives for each of them."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from markupsafe import Markup

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.render.page_frames import render_framed
from quizengine.web.render.pages import render_page

FIXED = {
    "title": "Rivers & <lakes>",
    "total": 11,
    "number": 2,
    "to_check": False,
    "flagged": False,
    "withheld": False,
    "article": "The “Danube”",
    "may_read": False,
}
TEXTS = {
    "student": "Ada",
    "attempt": "/attempts/0123",
    "drawn": Markup("<fieldset><legend>Where?</legend></fieldset>"),
    "ends": "",
    "seconds": "",
    "saved_at": "",
    "code": "KTR-4XN-9ZZ",
}
NOTHING: dict[str, Any] = {"errors": (), "beside": (), "unsaved": ""}


@pytest.fixture
def asked(app: Flask) -> Iterator[None]:
    with app.test_request_context("/attempts/0123/2"):
        yield


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "The “Danube”"),
        ("number", 1),
        ("to_check", True),
        ("flagged", True),
        ("withheld", True),
        ("article", ""),
        ("may_read", True),
    ],
)
def test_another_kind_of_page_is_another_page(name: str, value: object) -> None:
    for fixed in (FIXED, FIXED | {name: value}):
        assert render_framed("question.html", "en", fixed, TEXTS) == render_page(
            "question.html", "en", **fixed, **TEXTS, **NOTHING
        )


@pytest.mark.usefixtures("asked")
def test_each_student_gets_their_own_texts_and_nobody_elses() -> None:
    names = ("Ada", "Zoë <b>", 'Bo "&amp;" O’Neil', "slot-", "%(number)s {{ number }}")
    times = (("", ""), ("10:42", "0"), ("10:43", "59"))
    for locale, name, (ends, seconds), code, saved_at in product(("en", "de"), names, times, ("", "K-T"), ("", "9:05")):
        texts = TEXTS | {"student": name, "ends": ends, "seconds": seconds, "code": code, "saved_at": saved_at}
        framed = render_framed("question.html", locale, FIXED, texts)
        assert framed == render_page("question.html", locale, **FIXED, **texts, **NOTHING)


def test_a_page_is_drawn_anew_when_the_school_changes_its_look(tmp_path: Path) -> None:
    own = tmp_path / "school"
    own.mkdir()
    engine = start(own)
    store = Store(tmp_path / "attempts.db")
    app = create_app(engine, open_library(engine), store, secret_key=b"k" * 32, teacher_token="t" * 16)
    for name in ("Hill School", "Lake School"):
        (own / "school.yaml").write_text(f"name: {name}\n", "utf-8")
        with app.test_request_context("/attempts/0123/2"):
            assert name in render_framed("question.html", "en", FIXED, TEXTS)
    store.close()


def test_a_page_behind_another_path_has_its_addresses(app: Flask) -> None:
    for path in ("", "/quiz"):
        with app.test_request_context("/attempts/0123/2", environ_overrides={"SCRIPT_NAME": path}):
            assert f'href="{path}/static/quizengine.css' in render_framed("question.html", "en", FIXED, TEXTS)
