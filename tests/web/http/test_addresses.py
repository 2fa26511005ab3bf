"""The addresses put together by hand are the ones that the routes have."""

from quizengine.web.http import addresses


def test_every_address_is_the_one_that_flask_finds(app):
    with app.test_request_context("/", environ_overrides={"SCRIPT_NAME": "/school"}):
        find = app.url_for
        assert addresses.root_path() + "/" == find("student.home")
        assert addresses.root_path() + "/static/quizengine.css" == find("static", filename="quizengine.css")
        for name in ("paper-mill", "a b ä?"):
            assert addresses.quiz_path(name) == find("student.start", name=name)
        assert addresses.attempt_path("a1") + "/12" == addresses.question_path("a1", 12)
        assert addresses.question_path("a1", 12) == find("taking.question", attempt_id="a1", number=12)
        assert addresses.question_path("a1", 12) == find("taking.save", attempt_id="a1", number=12)
        assert addresses.check_path("a1") == find("taking.check", attempt_id="a1")
        assert addresses.result_path("a1") == find("afterwards.result", attempt_id="a1")
