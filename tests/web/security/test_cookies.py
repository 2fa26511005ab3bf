"""A cookie is believed when it was signed here and is not too old, however often it comes."""

from datetime import timedelta

from quizengine.web.security.cookies import RememberedCookies


def sent(student) -> str:
    """The cookie as the browser sends it."""
    cookie = student.get_cookie(student.application.config["SESSION_COOKIE_NAME"])
    return f"{cookie.key}={cookie.value}"


def held(app, header: str) -> dict[str, object]:
    with app.test_request_context("/", headers={"Cookie": header}) as context:
        return dict(context.session)


def test_a_cookie_holds_the_same_each_time_it_comes(app, student):
    student.begin()
    first = held(app, sent(student))
    assert first["browser"]
    assert held(app, sent(student)) == first
    assert held(app, f"other=1; {sent(student)}") == first


def test_what_one_request_changes_no_other_sees(app, student):
    student.begin()
    with app.test_request_context("/", headers={"Cookie": sent(student)}) as context:
        context.session["browser"] = "another"
    assert held(app, sent(student))["browser"] != "another"


def test_a_cookie_that_was_changed_holds_nothing(app, student):
    student.begin()
    header = sent(student)
    assert held(app, header)
    for spoilt in (header[:-1], header + "x", header.replace(".", "", 1), header.split("=")[0] + "=", "x" * 5000):
        assert held(app, spoilt) == {}


def test_a_cookie_that_was_believed_is_not_believed_for_ever(app, student):
    student.begin()
    assert held(app, sent(student))
    app.permanent_session_lifetime = timedelta(seconds=-1)
    assert held(app, sent(student)) == {}


def test_a_cookie_signed_elsewhere_holds_nothing(app, student, engine, library, store):
    from quizengine.web import create_app

    student.begin()
    elsewhere = create_app(
        engine, library, store, secret_key=b"another key of thirty-two bytes!", teacher_token="t" * 16
    )
    elsewhere.config["SESSION_COOKIE_NAME"] = app.config["SESSION_COOKIE_NAME"]
    assert isinstance(elsewhere.session_interface, RememberedCookies)
    assert held(elsewhere, sent(student)) == {}


def test_the_cookie_is_for_tls_alone_where_the_page_came_through_it(app):
    plain, secure = app.test_client(), app.test_client()
    assert "Secure" not in plain.get("/quizzes/paper-mill").headers["Set-Cookie"]
    cookie = secure.get("/quizzes/paper-mill", base_url="https://localhost").headers["Set-Cookie"]
    assert all(word in cookie for word in ("Secure", "HttpOnly", "SameSite=Lax"))
