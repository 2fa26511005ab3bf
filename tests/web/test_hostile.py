"""Whatever is sent, the answer is a page: never a fault of the server's own, never a changed answer of another."""

from urllib.parse import quote

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
