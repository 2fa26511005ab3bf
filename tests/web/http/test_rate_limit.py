"""Codes that are wrong are counted where they came from: an IPv4 address, or the /64 network of an IPv6 one."""

import pytest

from quizengine.store import misses

WRONG = "/join?code=KTR4XN"


def statuses(browser, *addresses: str) -> list[int]:
    return [browser.get(WRONG, environ_overrides={"REMOTE_ADDR": each}).status_code for each in addresses]


def test_a_guesser_changes_nothing_by_another_address_of_one_ipv6_network(student):
    found = statuses(student, *(f"2001:db8:1:2:{number:x}::{number:x}" for number in range(1, misses.MOST + 3)))
    assert found == [404] * misses.MOST + [429] * 2
    assert statuses(student, "2001:db8:1:3::1", "10.0.0.7") == [404, 404]


@pytest.mark.parametrize("again", ["10.0.0.7", "::ffff:10.0.0.7"])
def test_one_address_of_ipv4_is_one_however_it_is_written(student, again: str):
    assert statuses(student, *["::ffff:10.0.0.7"] * misses.MOST) == [404] * misses.MOST
    assert statuses(student, again, "10.0.0.8") == [429, 404]


def test_a_socket_without_an_address_is_counted_too(student):
    assert statuses(student, *[""] * (misses.MOST + 1))[-1] == 429


def test_a_whole_class_joins_from_one_address(teacher, app):
    code = teacher.open_class("class")
    browser = app.test_client()
    assert {browser.get(f"/join/{code}").status_code for _ in range(3 * misses.MOST)} == {200}


def test_a_code_typed_on_another_keyboard_is_the_same(teacher, student):
    code = teacher.open_class("class")
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    assert student.get("/join", query_string={"code": wide}).location == f"/join/{code}"
