"""Who may see the metrics, and in which class each page is counted."""

from collections.abc import Mapping

import pytest
from flask import Flask

from quizengine.desk.library import Library
from quizengine.engine import Engine
from quizengine.store import Store
from quizengine.web import create_app
from quizengine.web.monitoring.observed import UNKNOWN, route_class
from quizengine.web.monitoring.settings import Monitoring
from quizengine.web.security.teacher_token import TokenError

KEY = b"a key of thirty-two bytes, for tests"
TOKEN = "a-token-for-prometheus"


@pytest.fixture
def watched(engine: Engine, library: Library, store: Store) -> Flask:
    return create_app(
        engine, library, store, secret_key=KEY, teacher_token="x" * 16, monitoring=Monitoring(metrics=True)
    )


@pytest.fixture
def with_token(engine: Engine, library: Library, store: Store) -> Flask:
    wanted = Monitoring(metrics=True, token=TOKEN)
    return create_app(engine, library, store, secret_key=KEY, teacher_token="x" * 16, monitoring=wanted)


def status(app: Flask, headers: Mapping[str, str], place: str = "127.0.0.1") -> int:
    return app.test_client().get("/metrics", headers=dict(headers), environ_base={"REMOTE_ADDR": place}).status_code


def test_without_a_token_only_this_machine_sees_the_metrics(watched: Flask) -> None:
    assert status(watched, {}) == status(watched, {}, "::1") == 200
    assert status(watched, {}, "192.168.1.20") == 404


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_whoever_comes_through_another_server_is_not_on_this_machine(watched: Flask, header: str) -> None:
    assert status(watched, {header: "127.0.0.1"}) == 404


def test_with_a_token_only_its_owner_sees_the_metrics(with_token: Flask) -> None:
    assert status(with_token, {"Authorization": f"Bearer {TOKEN}"}, "192.168.1.20") == 200
    assert status(with_token, {}) == 404
    assert status(with_token, {"Authorization": "Bearer another"}) == 404


def test_there_are_no_metrics_unless_they_are_wanted(app: Flask) -> None:
    assert status(app, {}) == 404


def test_a_token_that_can_be_guessed_is_refused() -> None:
    with pytest.raises(TokenError, match="16 or more"):
        Monitoring(metrics=True, token="short")


def test_every_page_is_counted_in_one_of_few_classes(app: Flask) -> None:
    classes = {rule.endpoint: route_class(rule.endpoint, rule.rule) for rule in app.url_map.iter_rules()}
    assert classes["taking.question"] == "question" and classes["taking.save"] == "answer"
    assert (
        set(classes.values()) == {"question", "answer", "attempt", "student", "teacher", "file", "monitoring"}
        and UNKNOWN not in classes.values()
    )
