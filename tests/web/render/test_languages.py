"""Which language a page is in, and how the words of a quiz stand in a page of another language."""

import re

import pytest
from click.testing import CliRunner
from flask import Flask

from quizengine.__main__ import quizengine
from quizengine.web import create_app
from quizengine.web.render.languages import LanguageError, Languages, gettext, ngettext, page_language

KEY, TOKEN = b"k" * 32, "t" * 32
SAYS = {"en": "Quizzes", "de": "Quiz", "es": "Cuestionarios", "fr": "Quiz"}


def tongue(page: str) -> str:
    """The language that a page says it is in."""
    found = re.search(r'<html lang="([^"]+)" dir="ltr">', page)
    assert found, page[:200]
    return found[1]


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-AT, en;q=0.5", "de"),
        ("pt-BR, es;q=0.4, fr;q=0.8", "fr"),
        ("nl, pl;q=0.5", "en"),
        ("de;q=0, fr;q=0.1", "fr"),
        ("fr-CA;q=0.3, DE-at;q=0.4", "de"),
        ("*", "en"),
        (";;;q=x, \u00e9", "en"),
        ("de," * 300, "en"),
    ],
)
def test_a_browser_gets_the_language_that_it_asks_for(app: Flask, wishes, language):
    assert tongue(app.test_client().get("/", headers={"Accept-Language": wishes}).text) == language


@pytest.mark.parametrize("language", SAYS)
def test_a_language_is_chosen_by_a_link_and_remembered(student, language):
    page = student.get("/", headers={"Accept-Language": "fr, de"}).text
    assert f'<a href="?lang={language}" lang="{language}"' in page
    assert f"<h1>{SAYS[language]}</h1>" in student.get(f"/?lang={language}").text
    assert tongue(student.get("/quizzes/paper-mill", headers={"Accept-Language": "fr, de"}).text) == language


def test_only_a_choice_is_kept_in_the_cookie(app: Flask):
    client = app.test_client()
    assert "Set-Cookie" not in client.get("/", headers={"Accept-Language": "de"}).headers
    assert "Set-Cookie" not in client.get("/?lang=xx").headers
    assert "Set-Cookie" in client.get("/?lang=de").headers


def test_a_language_that_is_none_of_ours_changes_nothing(student):
    student.get("/?lang=es")
    for query in ("lang=xx", "lang=", "lang=%00", "lang=../es", "xlang=de"):
        assert tongue(student.get(f"/?{query}").text) == "es"


def test_the_teacher_s_choice_comes_before_the_browser_s_and_after_the_student_s(engine, library, store):
    app = create_app(engine, library, store, secret_key=KEY, teacher_token=TOKEN, languages=Languages("de"))
    client = app.test_client()
    assert tongue(client.get("/", headers={"Accept-Language": "fr"}).text) == "de"
    assert tongue(client.get("/?lang=es").text) == "es"
    assert tongue(client.get("/", headers={"Accept-Language": "fr"}).text) == "es"


def test_a_server_is_not_started_in_a_language_that_it_does_not_speak():
    with pytest.raises(LanguageError, match=r"found no language tlh, expected one of: en, .*de"):
        Languages("tlh")


def test_the_command_refuses_a_language_in_words(folder):
    done = CliRunner().invoke(quizengine, ["serve", str(folder), "--port", "0", "--language", "tlh"])
    assert done.exit_code == 1
    assert "found no language tlh, expected one of: en" in done.output


def test_leaving_the_computer_forgets_the_language(student):
    student.get("/?lang=es")
    assert tongue(student.send("/leave")) == "en"


def test_choosing_a_language_on_the_way_loses_no_attempt(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/1", right[0])
    page = student.get(f"{attempt}/check?lang=de").text
    assert "Antworten prüfen" in page
    assert "The stream ran dry." in page
    assert page.count("Nicht beantwortet") == 7


def test_a_question_is_drawn_anew_in_each_language(student):
    attempt = student.begin()
    for language, said in (
        ("de", "Lücke 1 von 2"),
        ("en", "Gap 1 of 2"),
        ("fr", "Trou 1 sur 2"),
        ("de", "Lücke 1 von"),
    ):
        assert said in student.get(f"{attempt}/6?lang={language}").text


def test_an_error_is_told_in_the_language_of_the_page(student):
    attempt = student.begin()
    student.get("/?lang=de")
    page = student.send(f"{attempt}/4", {"part-1": "viele"})
    assert "„viele“ lässt sich nicht als Zahl lesen. Schreibe Ziffern, zum Beispiel 1,080 oder 2.5." in page
    assert "Fehler: Frage 4 von 8" in page
    page = student.send(f"{attempt}/8", student.places(f"{attempt}/8", "2", "2", "", ""))
    assert "Platz 2 ist mehrmals vergeben" in page
    assert "Seite nicht gefunden" in student.get("/nowhere").text


def test_a_refusal_is_told_in_the_language_of_the_browser(student):
    answer = student.post("/leave", headers={"Origin": "http://elsewhere.example", "Accept-Language": "fr"})
    assert answer.status_code == 403
    assert "Ce formulaire a été envoyé depuis un autre site." in answer.text


def test_points_are_written_as_the_language_writes_them(student, right):
    attempt = student.begin()
    student.send(f"{attempt}/2", {"part-1": right[1]["part-1"][:1]})
    student.send(f"{attempt}/submit")
    assert "0,5 von 11 Punkten" in student.get(f"{attempt}/result?lang=de").text
    assert "0.5 of 11 points" in student.get(f"{attempt}/result?lang=en").text


def test_every_page_of_the_teacher_speaks_the_language_and_says_what_is_english(teacher, student):
    student.send(f"{student.begin()}/submit")
    home = teacher.get("/teacher?lang=de").text
    assert "Lernende an anderen Geräten" in home
    assert "8 Fragen" in home
    files = teacher.get("/teacher/plugins").text
    assert "Was Ihre Aufmerksamkeit braucht" in files
    assert "8 Fragetypen" in files
    quiz = teacher.get("/teacher/quizzes/paper-mill").text
    assert '<h1 class="kept" lang="en" dir="auto">The paper mill</h1>' in quiz
    download = teacher.get("/teacher/quizzes/paper-mill/download").text
    assert "können Sie Lernenden geben" in download
    results = teacher.get("/teacher/results").text
    assert "0 von 11" in results
    address = re.search(r'href="(/teacher/results/[^"]+)"', results)[1]
    assert "0 von 11 Punkten" in teacher.get(address).text
    assert "Weitere Fragen aus dem Artikel" in teacher.get("/teacher/quizzes/paper-mill/more").text


def test_the_words_of_a_quiz_say_their_language_on_a_page_in_another_and_only_there(student):
    assert 'lang="en" dir="auto"' not in student.get("/").text
    assert (
        '<h3 lang="en" dir="auto"><a href="/quizzes/paper-mill">The paper mill</a></h3>'
        in student.get("/?lang=fr").text
    )
    attempt = student.begin()
    page = student.get(f"{attempt}/2").text
    assert '<div lang="en" dir="auto">' in page
    assert '<p class="hint" lang="fr" dir="ltr">Choisissez tout ce qui convient.</p>' in page


def test_what_a_student_typed_stays_text_in_a_message(student):
    attempt = student.begin("<i>Ada</i>")
    student.send(f"{attempt}/submit")
    for language in SAYS:
        page = student.get(f"{attempt}/result?lang={language}").text
        assert "<bdi>&lt;i&gt;Ada&lt;/i&gt;</bdi>" in page
        assert "<i>Ada" not in page


def test_outside_of_a_request_english_is_spoken():
    assert page_language().code == "en"
    assert gettext("Question %(number)s", number=3) == "Question 3"
    assert ngettext("%(num)s question", "%(num)s questions", 1200) == "1,200 questions"


def test_figures_are_written_as_the_language_writes_them(app: Flask):
    for language, said in (("de", "1.200 Fragen"), ("fr", "1\N{NARROW NO-BREAK SPACE}200 questions")):
        with app.test_request_context(headers={"Accept-Language": language}):
            assert ngettext("%(num)s question", "%(num)s questions", 1200) == said
