"""Texts with markup: what a page shows, the words alone, the files they need, and what is refused."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import pytest

from quizengine.quiz.markup import Medium, Source, Surface, as_latex, blocks, faults, html, media, phrase, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* and **b**", "<p><em>a</em> and <strong>b</strong></p>"),
        ("H~2~O, 10^6^", "<p>H<sub>2</sub>O, 10<sup>6</sup></p>"),
        ("a `max(a, b)`", "<p>a <code>max(a, b)</code></p>"),
        ("```py\nif a:\n    b < c\n```", '<pre tabindex="0"><code>if a:\n    b &lt; c</code></pre>'),
        ("one\ntwo", "<p>one<br>\ntwo</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> said", "<blockquote>\n<p>said</p>\n</blockquote>"),
        ("# no heading", "<p># no heading</p>"),
        ("    not code", "<p>not code</p>"),
        ("<b>no</b> <!-- html -->", "<p>&lt;b&gt;no&lt;/b&gt; &lt;!-- html --&gt;</p>"),
        (r"\*as it is\*", "<p>*as it is*</p>"),
        ("It costs $5 or $6.", "<p>It costs $5 or $6.</p>"),
        (
            "[a](https://b.org/?c=1)",
            '<p><a href="https://b.org/?c=1" target="_blank" rel="noopener noreferrer nofollow">a</a></p>',
        ),
        (
            "$x^2$",
            '<p><math display="inline"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math></p>',
        ),
        ("![a cell](media/cell.png)", '<p><img src="media/cell.png" alt="a cell"></p>'),
    ],
)
def test_what_a_page_shows(text: str, shown: str) -> None:
    assert html(text).strip() == shown
    assert faults(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*a* and **b**", "a and b"),
        ("H~2~O, 10^6^, x^n+1^, a~max~, b~?!~", "H₂O, 10⁶, xⁿ⁺¹, aₘₐₓ, b_(?!)"),
        ("What does `not x` mean?", "What does `not x` mean?"),
        ("Look:\n\n```\nif a:\n    b\n```", "Look:\nif a:\n    b"),
        ("- a\n- b\n  1. c\n  2. d", "- a\n- b\n  1. c\n  2. d"),
        ("|a|b|\n|-|-|\n|1|2|", "a | b\n1 | 2"),
        ("$x^2$ and\n\n$$\n\\frac{1}{2}\n$$", "x^2 and\n\\frac{1}{2}"),
        ("![a *red* cell](media/cell.png)", "[a red cell]"),
        ("[the source](https://example.org)", "the source"),
        ("<b>", "<b>"),
    ],
)
def test_the_words_alone(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_table_scrolls_in_a_box_of_its_own_and_its_numbers_stand_to_the_right() -> None:
    shown = html("|n|\n|--:|\n|1|")
    assert shown.startswith('<div class="scroll" tabindex="0"><table>') and '<td class="right">1</td>' in shown
    assert "style" not in shown


def test_blocks_tell_the_paragraph_that_asks_from_what_stands_around_it() -> None:
    found = blocks("![a map](media/map.png)\n\nWhich **river**?\n\n```\na\n```")
    assert [(block.kind, block.has_words) for block in found] == [
        ("paragraph", False), ("paragraph", True), ("code", True),
    ]  # fmt: skip
    assert found[1].html == "Which <strong>river</strong>?"


def test_one_paragraph_is_bare_in_a_label_and_several_are_told_apart() -> None:
    assert phrase("*a*") == "<em>a</em>"
    assert phrase("a\n\nb") == '<span class="paragraph">a</span><span class="paragraph">b</span>'


def test_a_recording_has_controls_its_words_and_a_transcript_to_unfold() -> None:
    text = '![a robin](media/robin.mp3 "Two notes.")'
    shown = html(text, Surface(lambda medium: Source("/x/robin.mp3"), transcript="Abschrift"))
    assert '<audio controls="" preload="metadata" src="/x/robin.mp3" aria-label="a robin"></audio>' in shown
    assert "<details><summary>Abschrift</summary>Two notes.</details>" in shown
    assert media(text) == (Medium("media/robin.mp3", "a robin", "audio", "Two notes."),)


def test_an_image_has_its_size_and_without_a_file_its_words_stand_there() -> None:
    text = "![a cell](media/cell.png)"
    assert 'width="30" height="20"' in html(text, Surface(lambda medium: Source("/cell.png", 30, 20)))
    assert html(text, Surface(lambda medium: None)) == '<p><span class="no-media">a cell</span></p>'


def test_a_platform_that_draws_formulas_itself_gets_them_in_latex() -> None:
    assert html("$a<b$", Surface(formula=as_latex)) == r"<p>\(a&lt;b\)</p>"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("![](media/a.png)", "without an alternative text"),
        ("![a](https://example.org/a.png)", "found the address"),
        ("![a](//example.org/a.png)", "found the address"),
        ("![a](data:image/png;base64,AAAA)", "found the address"),
        ("![a](file:///etc/passwd)", "found the address"),
        ("![a](media/../bank.yaml)", "found the reference"),
        ("![a](../media/a.png)", "found the reference"),
        ("![a](/media/a.png)", "found the reference"),
        ("![a](media/.secret.png)", "found the reference"),
        ("![a](media/a\\b.png)", "found the reference"),
        ("![a](media/%2e%2e/a.png)", "found the reference"),
        ("![a](<media/CON .png>)", ""),
        ("![a](media/a.svg)", "SVG"),
        ("![a](media/a.html)", "expected one that ends in"),
        ("[a](javascript:alert(1))", "found a link"),
        ("[a](data:text/html,x)", "found a link"),
        ("[a](/etc)", "found a link"),
        (r"$\unknown x$", r"\unknown"),
        (r"$x^$", "cannot be read"),
        (r"$\newcommand{\a}{\a\a}\a$", "without macros"),
        ("$" + "{" * 60 + "x" + "}" * 60 + "$", "deep"),
        ("$" + "x+" * 600 + "x$", "characters"),
        ("*" * 100_000, "100,000 characters"),
        ("|" * 500 + "\n|-|", "bars"),
        ("*a* " * 2_000, "pieces"),
    ],
)
def test_what_is_refused(text: str, fault: str) -> None:
    assert [fault in found for found in faults(text)[:1]] == [True] * bool(fault)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "![a](javascript:alert(1))",
        '![a" onerror="alert(1)](media/a.png "b\\" onload=\\"alert(1)")',
        '[a](https://example.org/"onclick="alert(1))',
        r"$\text{<script>alert(1)</script>}$",
        r"$\text{&lt;img src=x onerror=alert(1)&gt;}$",
        r"$\href{javascript:alert(1)}{x}$",
        r"$\style{background:url(//x)}{x}$",
        r"$\class{a}{x}$",
        "```<img src=x onerror=alert(1)>\n</code><script>alert(1)</script>\n```",
        "|<script>|\n|-|\n|<img src=x onerror=alert(1)>|",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "<svg/onload=alert(1)>",
        r"$\mathrm{</math><img src=x onerror=alert(1)>}$",
    ],
)
def test_nothing_hostile_comes_through(text: str, elements: Callable[[str], list[tuple[str, dict[str, Any]]]]) -> None:
    found = elements(html(text))
    assert found
    for tag, attributes in found:
        assert tag not in {"script", "svg", "style", "iframe", "object"}
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "id", "srcset")]
        assert attributes.get("href", "https://").startswith("https://")
        assert attributes.get("src", "media/a.png") == "media/a.png"


BOMBS = {
    "emphasis": "*" * 100_000,
    "brackets": "[" * 10_000,
    "images": "![" * 5_000,
    "quotations": "> " * 5_000,
    "lists": "- " * 5_000,
    "columns": ("|" + "a|" * 39 + "\n|" + "-|" * 39 + "\n" + "|a|\n" * 2_000)[:10_000],
    "backticks": "`" * 10_000,
    "emphasis of words": "*a_" * 3_333,
    "scripts": "x^" * 5_000,
    "braces": "$" + "{" * 400 + "$",
    "fractions": "$" + r"\frac" * 150 + "$",
    "roots": "$" + r"\sqrt{" * 39 + "}" * 39 + "$",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_bounded(name: str) -> None:
    begun = perf_counter()
    shown = html(BOMBS[name])
    plain(BOMBS[name])
    faults(BOMBS[name])
    assert perf_counter() - begun < 10  # some tenths of a second; minutes without the limits
    assert len(shown) < 2_000_000
