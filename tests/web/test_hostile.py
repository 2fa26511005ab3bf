"""Whatever is sent, the answer is a page: never a fault of the server's own, never a changed answer of another."""

import os
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizengine.desk.library import open_library
from quizengine.engine import start
from quizengine.web import create_app

from .conftest import KEY, TOKEN, another

WHOLE = bool(os.environ.get("QUIZENGINE_TORTURE"))

WORDS = st.text(max_size=40)
PATHS = st.lists(
    st.sampled_from(
        ["attempts", "quizzes", "teacher", "results", "files", "paper-mill", "yaml", "1", "check", "submit"]
    )
    | WORDS,
    max_size=5,
).map(lambda parts: quote("/".join(parts)).lstrip("/"))
FORMS = st.dictionaries(
    st.sampled_from(["part-0", "part-1", "part-2", "to", "student", "once", "again", "token"]) | WORDS,
    st.lists(st.sampled_from(["1", "true", "900"]) | WORDS | st.text(min_size=900, max_size=1100), max_size=4),
    max_size=6,
)
HOSTILE = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@HOSTILE
@given(
    path=PATHS,
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"]),
    form=FORMS,
    query=FORMS,
    cookie=WORDS,
)
def test_no_request_makes_the_server_fail(other, path, method, form, query, cookie):
    name = other.application.config["SESSION_COOKIE_NAME"]
    headers = {"Origin": "http://localhost", "Cookie": f"{name}={cookie.encode().hex()}"}
    with other.open(f"/{path}", method=method, data=form, query_string=query, headers=headers) as answer:
        assert answer.status_code < 500


@HOSTILE
@given(number=st.integers(1, 8), form=FORMS, body=st.binary(max_size=200), raw=st.booleans())
def test_no_form_makes_a_question_fail(student, number, form, body, raw):
    attempt = getattr(student, "attempt", None) or student.begin()
    student.attempt = attempt
    headers = {"Origin": "http://localhost"}
    if raw:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    answer = student.post(f"{attempt}/{number}", data=body if raw else form, headers=headers)
    assert answer.status_code in (303, 400, 422)
    assert student.get(f"{attempt}/{number}").status_code == 200
    assert student.get(f"{attempt}/check").status_code == 200


METHODS = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "BREW"]
VALUES = st.sampled_from(
    ["MINE", "THEIRS", "paper-mill", "yaml", "quizengine.css", "0", "1", "9", "99999999999999999999", "-1", "..", "%00"]
) | st.text(max_size=30)
BODIES = st.binary(max_size=300) | st.sampled_from([b"part-1=x", b"part-1=" + b"x" * 300_000, b"&" * 2000, b"{}", b"%"])
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "Origin": st.sampled_from(["http://localhost", "http://evil.example", "null", "http://[", ""]),
        "Referer": st.sampled_from(["http://localhost/", "//", "http://["]),
        "Sec-Fetch-Site": st.sampled_from(["same-origin", "cross-site", "none", "x"]),
        "Content-Type": st.sampled_from(
            [
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=b",
                "text/x",
                ";",
            ]
        ),
        "Host": st.sampled_from(["localhost", "evil.example", "[", "localhost:99999", "a b", ""]),
        "Cookie": st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=60),
        "Content-Length": st.sampled_from(["-1", "x", "0", "999999999999"]),
        "Range": st.sampled_from(["bytes=0-", "bytes=9-1", "x"]),
        "If-None-Match": st.sampled_from(["*", '"', "W/"]),
        "Transfer-Encoding": st.just("chunked"),
    },
)


@settings(HOSTILE, max_examples=10_000 if WHOLE else 150)
@given(data=st.data(), method=st.sampled_from(METHODS), body=BODIES, headers=HEADERS, query=st.text(max_size=30))
def test_no_route_fails_or_tells_what_is_another_s(app, student, other, store, data, method, body, headers, query):
    mine, theirs = getattr(app, "two", None) or (student.begin("Ada"), other.begin("Zebedee"))
    app.two = mine, theirs
    rule = data.draw(st.sampled_from(sorted(app.url_map.iter_rules(), key=lambda each: (each.rule, each.endpoint))))
    path = rule.rule
    for name in sorted(rule.arguments):
        value = data.draw(VALUES)
        value = {"MINE": mine.rsplit("/", 1)[1], "THEIRS": theirs.rsplit("/", 1)[1]}.get(value, quote(value))
        path = path.replace(f"<{name}>", value).replace(f"<int:{name}>", value).replace(f"<path:{name}>", value)
    with student.open(path, method=method, data=body, headers=headers, query_string=query) as answer:
        page = answer.get_data(as_text=True)
    assert answer.status_code < 500
    assert "Zebedee" not in page
    assert "Traceback" not in page
    kept = store.load(theirs.rsplit("/", 1)[1], None)
    assert (kept.attempt.responses, kept.submitted) == ({}, None)


@pytest.mark.parametrize("origin", ["http://[", "//[x", "http://", ""])
def test_an_origin_that_is_no_address_is_another_site(student, origin):
    attempt = student.begin()
    answer = student.post(f"{attempt}/5", data={"part-1": "x"}, headers={"Origin": origin})
    assert answer.status_code == 403


TRAP = """
from dataclasses import dataclass
from typing import ClassVar
from quizengine import hookimpl
from quizengine.quiz.parts import Gap, Text, TextKey
from quizengine.quiz.questions import Question

class Odd(BaseException): pass

@dataclass(frozen=True, kw_only=True)
class Trap(Question):
    type: ClassVar[str] = "trap"
    def check(self): pass
    def parts(self, rng): return Text(self.stem), Gap("a")
    def key(self): return {{"a": TextKey(("x",))}}
    def grade(self, response):
        if response:
            {does}
        return super().grade(response)

@hookimpl
def quizengine_question_types():
    yield Trap
"""
BANK = "format: quizengine/1\ntitle: Trap\nstate: open\nquestions:\n  - {type: trap, stem: What now?}\n"


@pytest.mark.parametrize("does", ["raise Odd", "raise SystemExit", "raise KeyboardInterrupt", "raise GeneratorExit"])
def test_a_question_type_that_raises_what_is_no_exception_costs_one_page(tmp_path, store, does):
    for name, text in (("plugins/trap.py", TRAP.format(does=does)), ("question_banks/trap.yaml", BANK)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text)
    engine = start(tmp_path)
    student = another(create_app(engine, open_library(engine), store, secret_key=KEY, teacher_token=TOKEN))
    attempt = student.begin(quiz="trap")
    student.post(f"{attempt}/1", data={"part-1": "x"}, headers={"Origin": "http://localhost"})
    answer = student.post(f"{attempt}/submit", headers={"Origin": "http://localhost"}, follow_redirects=True)
    assert answer.status_code == 500 and "Something went wrong on the server" in answer.text
    assert student.get("/").status_code == 200
