"""Messages between the server and the process of the plugins."""

from io import BytesIO

import pytest

from quizengine.extensions.isolation.wire import (
    add_time_limit,
    decode_value,
    encode_value,
    receive_message,
    send_message,
    split_time_limit,
)
from quizengine.text.article import Article

HERE = Article("It rained for 3 days.", "rain.txt")
THERE = Article("It rained for 3 days.", "rain.txt")
OTHER = Article("The river rose.", "river.txt")


def test_the_article_is_a_reference_that_each_side_fills_with_its_own() -> None:
    data = encode_value([HERE.span(3, 9), None], HERE)
    assert b"rained" not in data
    span, nothing = decode_value(data, THERE)
    assert span.article is THERE and span.text == "rained" and nothing is None


def test_any_other_article_travels_with_its_text_and_name() -> None:
    data = encode_value((OTHER, HERE), HERE)
    other, own = decode_value(data, THERE)
    assert (other.text, other.name) == (OTHER.text, OTHER.name)
    assert other is not OTHER and own is THERE


def test_without_an_article_there_is_no_reference() -> None:
    assert decode_value(encode_value([None, OTHER]))[1].text == OTHER.text
    with pytest.raises(Exception, match="a reference to an article where there is none"):
        decode_value(encode_value(HERE, HERE))


def test_messages_come_one_by_one_and_a_cut_one_never() -> None:
    pipe = BytesIO()
    send_message(pipe, b"first")
    send_message(pipe, b"")
    whole = pipe.getvalue()
    pipe.seek(0)
    assert [receive_message(pipe) for _ in range(3)] == [b"first", b"", None]
    assert receive_message(BytesIO(whole[:3])) is None
    assert receive_message(BytesIO(whole[:12])) is None


def test_a_request_carries_its_time_limit() -> None:
    assert split_time_limit(add_time_limit(2.5, b"find")) == (2.5, b"find")
