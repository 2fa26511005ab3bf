"""Plain text as HTML and back."""

import pytest

from quizengine.formats.encodings.html_text import html_of, html_to_text


@pytest.mark.parametrize("words", [r"Is \(x\) or \[y\]?", "$$x^2$$ and $5"])
def test_signs_that_would_begin_a_formula_stay_words(words: str) -> None:
    html = html_of(words)
    assert not any(signs in html for signs in (r"\(", r"\[", "$$"))
    assert html_to_text(html) == words


def test_code_keeps_its_lines_and_cells_stay_apart() -> None:
    assert html_to_text("<p>So?</p><pre>if x:\n    y\n</pre>") == "So?\nif x:\n    y"
    assert html_to_text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "a | b\nc"
