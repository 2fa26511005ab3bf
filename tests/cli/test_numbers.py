"""An option that takes a number says in plain words which."""

import pytest


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("generate", "a.txt", "--least", "x"), "'--least': found x, expected a number from 0 to 1."),
        (("generate", "a.txt", "--least", "1.5"), "'--least': found 1.5, expected a number from 0 to 1."),
        (("generate", "a.txt", "--count", "0"), "'--count': found 0, expected a whole number, 1 or more."),
        (("generate", "a.txt", "--seed", "one"), "'--seed': found one, expected a whole number."),
        (("facts", "a.txt", "--budget", "0"), "'--budget': found 0, expected a number of seconds above 0."),
        (("serve", "--port", "70000"), "'--port': found 70000, expected a whole number from 0 to 65535."),
        (("serve", "--workers", "many"), "'--workers': found many, expected a whole number from 1 to 64."),
    ],
)
def test_what_was_found_and_what_was_expected_is_said(run, arguments: tuple[str, ...], words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, words in result.stderr) == (2, True), result.stderr
