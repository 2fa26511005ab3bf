"""What must not happen: a key that leaves early, an attempt in other hands, a form from another site."""

import base64
import re
import zlib
from contextlib import closing
from dataclasses import replace

import pytest
from flask import Flask

from quizengine import ChoiceQuestion, ClozeQuestion, MatchingQuestion, NumericQuestion, ShortTextQuestion
from quizengine.desk.library import Library
from quizengine.quiz.questions import Question
from quizengine.quiz.quiz import Quiz
from quizengine.store import Store
from quizengine.web import create_app


def secrets_of(quiz: Quiz) -> list[str]:
    """What must not be seen before the attempt is submitted: rationales, and the quotations that prove keys."""
    quotes = [question.evidence.quote for question in quiz.questions if question.evidence]
    return [*(question.rationale for question in quiz.questions), *quotes, "Ida Marsh", "hard coal"]


def everything_said(client, addresses: list[str]) -> list[str]:
    """Each answer in full: its headers, its cookies as they read when decoded, and its body."""
    said = []
    for address in addresses:
        with client.get(address) as answer:
            cookies = [decoded(cookie) for cookie in answer.headers.getlist("Set-Cookie")]
            said.append("\n".join([str(answer.headers), *cookies, answer.text]))
    return said


def decoded(cookie: str) -> str:
    value = cookie.partition("=")[2].partition(";")[0]
    payload = value.lstrip(".").partition(".")[0]
    data = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    return (zlib.decompress(data) if value.startswith(".") else data).decode()


def crawl(client, attempt: str) -> list[str]:
    """Every address that pages link to, from the front page and the attempt's own, as far as they lead."""
    found, todo = set(), ["/", f"{attempt}/check", *(f"{attempt}/{number}" for number in range(1, 9))]
    while todo:
        address = todo.pop()
        if address in found:
            continue
        found.add(address)
        with client.get(address) as page:
            links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page.text)
        todo += [link.replace("&amp;", "&") for link in links]
    return sorted(found)


def test_no_secret_is_said_before_the_attempt_is_submitted(student, quiz: Quiz, fill):
    attempt = student.begin()
    student.send(f"{attempt}/4", {"part-1": "17"})
    addresses = crawl(student, attempt)
    assert len(addresses) > 20
    for said in everything_said(student, addresses):
        assert [secret for secret in secrets_of(quiz) if secret in said] == []


def test_the_same_secrets_are_found_once_it_is_submitted(student, quiz: Quiz):
    attempt = student.begin()
    student.send(f"{attempt}/submit")
    (said,) = everything_said(student, [f"{attempt}/result"])
    said = said.replace("&#39;", "'")
    assert [secret for secret in secrets_of(quiz) if secret not in said] == []


def test_no_secret_is_said_while_a_test_is_under_way_however_the_quiz_was_begun(student, other, teacher, quiz, right):
    """Handed in or not, in the test or from the list, in practice or before the test: no page shows a key."""
    before, practice = other.begin("Ben"), other.begin("Cy", mode="practice")
    other.send(f"{before}/submit")
    other.send(f"{practice}/1", {"part-1": "nothing"})
    code = teacher.open_class("test")
    attempt = student.join(code)
    student.send(f"{attempt}/1", right[0])
    student.send(f"{attempt}/submit")
    other.send(f"{practice}/2", right[1])
    for client, theirs in ((student, attempt), (other, before), (other, practice)):
        pages = [f"{theirs}/{page}" for page in ("result", "1/feedback", "article/1", "2/feedback", "article/2")]
        for said in everything_said(client, [*crawl(client, theirs), *pages]):
            assert [secret for secret in secrets_of(quiz) if secret in said] == []
        client.send(f"{theirs}/retry")
    assert "7 questions" not in student.get("/quizzes/paper-mill").text
    teacher.send(f"/teacher/classes/{code}/close")
    for client, theirs in ((student, attempt), (other, before)):
        assert quiz.questions[0].rationale in client.get(f"{theirs}/result").text.replace("&#39;", "'")


def rekeyed(question: Question) -> Question:
    """The same question to the eye, with another key."""
    match question:
        case ChoiceQuestion(answer=str() as answer, distractors=distractors):
            return replace(question, answer=distractors[0], distractors=(answer, *distractors[1:]))
        case ChoiceQuestion(answer=answers, distractors=distractors):
            return replace(question, answer=distractors, distractors=tuple(answers))
        case NumericQuestion():
            return replace(question, answer=question.answer * 7)
        case ShortTextQuestion():
            return replace(question, answer="Tilde Brook", accept=())
        case ClozeQuestion():
            return replace(question, text=question.text.replace("four|4", "nine").replace("hard coal|coal", "peat"))
        case MatchingQuestion(pairs=pairs):
            rights = [pair.right for pair in pairs]
            turned = [*rights[1:], rights[0]]
            return replace(question, pairs=tuple(replace(p, right=r) for p, r in zip(pairs, turned, strict=True)))
        case _:
            answer = question.answer
            return replace(question, answer=answer[::-1] if question.type == "ordering" else not answer)


def test_pages_are_the_same_to_the_byte_whatever_the_key_is(engine, library: Library, quiz: Quiz, tmp_path):
    """No order, length, address or header follows from a key: two quizzes that differ in all keys look alike."""

    def without(question: Question) -> Question:
        return replace(question, evidence=None, rationale="")

    plain = replace(quiz, questions=tuple(without(question) for question in quiz.questions))
    other = replace(plain, questions=tuple(map(rekeyed, plain.questions)))
    assert sum(a.key() != b.key() for a, b in zip(plain.questions, other.questions, strict=True)) == 8
    seen, cookie = [], ""
    for number, each in enumerate((plain, other)):
        entry = replace(library.entries[0], name="paper-mill", quiz=each)
        with closing(Store(tmp_path / f"{number}.db")) as store:
            app = create_app(engine, Library((entry,), ()), store, secret_key=b"k" * 32, teacher_token="t" * 32)
            client, name = app.test_client(), app.config["SESSION_COOKIE_NAME"]
            client.get("/quizzes/paper-mill")
            cookie = cookie or client.get_cookie(name).value
            client.set_cookie(name, cookie)  # the very same browser, and so the very same attempt
            form, headers = {"student": "Ada", "once": "the same form"}, {"Origin": "http://localhost"}
            attempt = client.post("/quizzes/paper-mill", data=form, headers=headers).location.rsplit("/", 1)[0]
            pages = [client.get(f"{attempt}/{place}") for place in (*range(1, 9), "check")]
        code = re.search(r"[A-Z2-9]{3}-[A-Z2-9]{3}-[A-Z2-9]{3}", pages[0].text)[0]
        seen.append([(page.text.replace(code, ""), list(page.headers)) for page in pages])
    assert seen[0] == seen[1]


def test_an_attempt_is_found_by_nobody_else(student, other, right, app: Flask):
    attempt = student.begin("Ada")
    student.send(f"{attempt}/5", right[4])
    other.begin("Eve")
    views = [rule for rule in app.url_map.iter_rules() if str(rule).startswith("/attempts/")]
    assert len(views) >= 13
    for rule in views:
        address = str(rule).replace("<attempt_id>", attempt.rsplit("/", 1)[1]).replace("<int:number>", "5")
        for method in sorted(rule.methods & {"GET", "POST"}):
            answer = other.open(address, method=method, data=right[0], headers={"Origin": "http://localhost"})
            assert (rule.endpoint, answer.status_code) == (rule.endpoint, 404)
            assert "Ida Marsh" not in answer.text
    assert "Submit 1 answer<" in student.get(f"{attempt}/check").text


def test_the_name_of_another_attempt_is_not_filled_in(student, other):
    attempt = student.begin("Ada Quill")
    answer = other.get(f"/quizzes/paper-mill?again={attempt.rsplit('/', 1)[1]}")
    assert answer.status_code == 404
    assert "Ada Quill" not in answer.text


def test_an_attempt_cannot_be_taken_over_by_its_start_form(student, other, store: Store):
    student.get("/quizzes/paper-mill")
    other.get("/quizzes/paper-mill")
    form = {"student": "Ada", "once": "the same for both"}
    headers = {"Origin": "http://localhost"}
    first, second = (c.post("/quizzes/paper-mill", data=form, headers=headers).location for c in (student, other))
    assert first != second


def test_a_cookie_that_was_tampered_with_opens_nothing(student, app: Flask):
    attempt = student.begin()
    name = app.config["SESSION_COOKIE_NAME"]
    value = student.get_cookie(name).value
    student.set_cookie(name, value[:-2] + ("AA" if value[-2:] != "AA" else "BB"))
    assert student.get(f"{attempt}/1").status_code == 404


def test_the_cookie_is_kept_from_scripts_and_other_sites(student):
    cookie = student.get("/quizzes/paper-mill").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


FOREIGN = [
    {},
    {"Origin": "null"},
    {"Origin": "http://evil.example"},
    {"Origin": "http://localhost:81"},
    {"Referer": "http://evil.example/?http://localhost/"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_a_form_from_another_site_changes_nothing(student, teacher, right, headers, app: Flask):
    attempt = student.begin()
    posts = [rule for rule in app.url_map.iter_rules() if "POST" in rule.methods]
    assert len(posts) >= 40
    for rule in posts:
        address = (str(rule).replace("<attempt_id>", attempt.rsplit("/", 1)[1]).replace("<int:number>", "1")).replace(
            "<name>", "paper-mill"
        )
        browser = teacher if address.startswith("/teacher") else student
        answer = browser.post(address, data={**right[0], "student": "Eve", "once": "x"}, headers=headers)
        assert (str(rule), answer.status_code) == (str(rule), 403)
    assert student.get(f"{attempt}/check").text.count("Not answered") == 8


@pytest.mark.parametrize(
    "headers", [{"Origin": "http://localhost"}, {"Referer": "http://localhost/x"}, {"Sec-Fetch-Site": "same-origin"}]
)
def test_a_form_of_our_own_is_taken(student, headers):
    attempt = student.begin()
    assert student.post(f"{attempt}/1", data={}, headers=headers).status_code == 303


def test_every_answer_carries_the_headers_that_protect_it(student, teacher):
    attempt = student.begin()
    addresses = ["/", "/quizzes/paper-mill", f"{attempt}/1", f"{attempt}/check", "/nowhere", "/teacher", "/leave"]
    theirs = [(teacher, "/teacher"), (teacher, "/teacher/results")]
    for client, address in [*((student, each) for each in addresses), *theirs]:
        headers = client.get(address).headers
        rules = headers["Content-Security-Policy"].split("; ")
        assert {"default-src 'none'", "script-src 'self'", "connect-src 'self'", "style-src 'self'"} <= set(rules), (
            address
        )
        assert not any(word in " ".join(rules) for word in ("unsafe", "http", "*"))
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert headers["Cache-Control"] == "no-store"


def test_no_page_holds_a_script_or_a_style_of_its_own(student, teacher):
    attempt = student.begin()
    pages = [student.get(each).text for each in crawl(student, attempt) if "/static/" not in each]
    pages += [teacher.get(each).text for each in ("/teacher", "/teacher/results", "/teacher/quizzes/paper-mill")]
    assert len(pages) > 10
    for page in pages:
        assert not re.search(
            r"<script(?! src=\"/static/(?:taking|copying).js\?v=[0-9a-f]{8}\" defer></script>)|<style|\son\w+=|\sstyle=|javascript:|=\"https?://",
            page,
        )


def test_words_of_a_bank_are_words_and_nothing_more(engine, library: Library, store: Store):
    hostile = "</h1><script>alert(1)</script>{{ 1234567 * 7 }}\"'><img src=x onerror=alert(1)>\u202e"
    question = ChoiceQuestion(stem=hostile, answer=hostile + "a", distractors=(hostile + "b",), rationale=hostile)
    entry = replace(library.entries[0], name="hostile", quiz=Quiz(hostile, (question,), description=hostile))
    app = create_app(engine, Library((entry,), ()), store, secret_key=b"k" * 32, teacher_token="t" * 32)
    client, headers = app.test_client(), {"Origin": "http://localhost"}
    pages = [client.get("/").text, client.get("/quizzes/hostile").text]
    form = {"student": hostile[:70], "once": "1"}
    attempt = client.post("/quizzes/hostile", data=form, headers=headers).location.rsplit("/", 1)[0]
    pages += [client.get(f"{attempt}/1").text, client.get(f"{attempt}/check").text]
    pages.append(client.post(f"{attempt}/submit", headers=headers, follow_redirects=True).text)
    client.get(f"/teacher?token={'t' * 32}")
    pages += [client.get(each).text for each in ("/teacher", "/teacher/results", "/teacher/quizzes/hostile")]
    for page in pages:
        assert "alert(1)" in page
        assert page.count("<script") == page.count('<script src="/static/')
        assert "<img" not in page
        assert "8641969" not in page


def test_a_request_beyond_measure_gets_a_page_that_says_so(student):
    attempt = student.begin()
    answer = student.post(f"{attempt}/5", data={"part-1": "x" * 300_000}, headers={"Origin": "http://localhost"})
    assert answer.status_code == 413
    assert "That is too long" in answer.text


def test_a_form_of_very_many_fields_is_refused(student):
    attempt = student.begin()
    form = {f"f{number}": "x" for number in range(5000)}
    headers = {"Origin": "http://localhost", "Content-Type": "multipart/form-data; boundary=b"}
    body = "".join(f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\nx\r\n' for name in form) + "--b--\r\n"
    assert student.post(f"{attempt}/5", data=body, headers=headers).status_code == 413


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/quizzes/none", 404),
        ("GET", "/quizzes/..%2f..%2fetc", 404),
        ("GET", "/attempts/none/1", 404),
        ("GET", "/quizzes//x", 404),
        ("DELETE", "/", 403),
        ("GET", "/leave", 405),
        ("GET", "/teacher", 403),
    ],
)
def test_a_fault_is_a_page_of_the_house(student, method, address, status):
    answer = student.open(address, method=method)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert "Go to all quizzes" in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize("number", [0, 9, 10**30])
def test_there_are_no_questions_beyond_the_last(student, number):
    attempt = student.begin()
    assert student.get(f"{attempt}/{number}").status_code == 404


def test_a_fault_of_ours_is_a_page_without_a_traceback(student, app: Flask, library: Library):
    attempt = student.begin()
    app.jinja_env.globals["style"] = None
    app.jinja_env.filters["lang_attributes"] = lambda *given: 1 / 0
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = student.get(f"{attempt}/check")
    assert answer.status_code in (200, 500)
    answer = student.get("/")
    assert answer.status_code == 500
    assert "Something went wrong on the server" in answer.text
    assert "ZeroDivisionError" not in answer.text


def test_only_known_names_of_the_machine_are_answered_to(engine, library: Library, store: Store):
    app = create_app(
        engine, library, store, secret_key=b"k" * 32, teacher_token="t" * 32, hosts=("127.0.0.1", "localhost")
    )
    client = app.test_client()
    for address in ("/", "/static/quizengine.css", "/nowhere", "/teacher"):
        with client.get(address, headers={"Host": "localhost:8000"}) as answer:
            assert answer.status_code != 400
        for name in ("evil.example", "localhost.evil.example", "127.0.0.1.evil.example:80", "[::1]", "[fd00::3]", ""):
            assert client.get(address, headers={"Host": name}).status_code == 400, (address, name)


@pytest.mark.parametrize("hosts", [(), ("localhost",)])
@pytest.mark.parametrize("name", [f"{'x' * 64}.example", "a..b", "." * 70])
def test_a_name_that_is_none_gets_plain_words(engine, library: Library, store: Store, name, hosts):
    app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token="t" * 32, hosts=hosts)
    answer = app.test_client().get("/", headers={"Host": name})
    assert (answer.status_code, answer.mimetype) == (400, "text/plain")


def test_addresses_of_ipv6_are_answered_to_when_known(engine, library: Library, store: Store):
    hosts = ("[::1]", "[fd00:7::20]", "::2")
    client = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token="t" * 32, hosts=hosts).test_client()
    for name in ("[::1]", "[::1]:8000", "[fd00:7::20]:8000", "[FD00:7::20]", "[::2]"):
        assert client.get("/", headers={"Host": name}).status_code == 200, name
    for name in ("[fd00:7::21]", "[fd00", "fd00:7::20", "[fd00:7::20].evil.example"):
        assert client.get("/", headers={"Host": name}).status_code == 400, name
