"""What a form sent: all of it, or nothing of it."""

import io

import pytest
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge, UnsupportedMediaType

from quizengine.web.http.form_data import sent_form

FORM = "application/x-www-form-urlencoded"


def read(app, body: bytes, length: str | None = None, kind: str = FORM) -> dict[str, list[str]]:
    """The fields of a body that says it is so long; None for one that only ends."""
    environ = {"wsgi.input": io.BytesIO(body), "CONTENT_TYPE": kind}
    environ |= {"wsgi.input_terminated": True} if length is None else {"CONTENT_LENGTH": length}
    with app.test_request_context("/", method="POST", environ_overrides=environ):
        return sent_form().to_dict(flat=False)


@pytest.mark.parametrize("words", [0, 1, 3000, 9000])
def test_a_form_is_read_whole_however_long_and_whether_it_says_so_or_not(app, words: int):
    text = "answer " * words
    body = f"part-1={text.replace(' ', '+')}&part-2=&part-1=b".encode()
    expected = {"part-1": [text, "b"], "part-2": [""]}
    assert read(app, body, str(len(body))) == expected
    assert read(app, body) == expected


def test_only_what_the_length_says_is_read(app):
    assert read(app, b"part-1=ab&part-2=c", "9") == {"part-1": ["ab"]}


@pytest.mark.parametrize("length", ["40", "40000"])
def test_a_form_that_is_not_all_there_is_no_answer(app, length: str):
    with pytest.raises(ClientDisconnected):
        read(app, b"part-1=Ida", length)


def test_a_form_that_is_far_too_long_is_refused(app):
    body = b"part-1=" + b"x" * 2**19
    with pytest.raises(RequestEntityTooLarge):
        read(app, body, str(len(body)))


def test_a_body_that_is_no_form_is_no_empty_answer(app):
    with pytest.raises(UnsupportedMediaType):
        read(app, b'{"part-1": "Ida"}', "17", "application/json")
    assert read(app, b"", "0", "") == {}
