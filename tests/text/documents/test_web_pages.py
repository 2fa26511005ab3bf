"""Of a web page and of Markdown, the text is read, with its structure, and nothing that stands around it."""

import pytest

from quizengine import Article
from quizengine.text.documents.html_blocks import blocks_of
from quizengine.text.documents.html_tokens import html_tokens

ARTICLE = """
<article><h1>The flood</h1><p class=byline>By Jane Doe</p>
<p>A <dfn>weir</dfn> is a low dam. The <b>mill</b> burnt down in <em>1904</em>.<br>
It was never built again by anybody.</p>
<h2>What remains</h2>
<ul><li>300 people left the valley of the Orra.</li><li>40 houses stand empty there.</li></ul>
<figure><img src=mill.jpg><figcaption>The mill in 1903</figcaption></figure>
<blockquote>&ldquo;We have never seen water this high,&rdquo; said Maria Lopes.</blockquote>
<table><tr><td>1990</td><td>12</td></tr></table></article>
"""
PAGE = f"""<!doctype html><html><head><title>The flood | The Post</title></head><body>
<nav><a href=/>Home</a><a href=/news>All the news of the valley</a></nav>{ARTICLE}
<aside><h3>Most read</h3><p>The mayor opens 3 new pools in the upper town today.</p></aside>
<footer>Copyright 2024</footer></body></html>"""
PROSE = [
    "A weir is a low dam. The mill burnt down in 1904.",
    "It was never built again by anybody.",
    "300 people left the valley of the Orra.",
    "40 houses stand empty there.",
    "“We have never seen water this high,” said Maria Lopes.",
]


def read(text: str, name: str = "a.txt") -> Article:
    return Article.from_bytes(text.encode(), name)


@pytest.mark.parametrize("page", [PAGE, ARTICLE], ids=["page", "piece"])
def test_a_page_gives_its_article_alone(page: str) -> None:
    article = read(page)
    assert str(article.title) == "The flood"
    assert sorted(" ".join(one.text for one in article.paragraphs).split()) == sorted(" ".join(PROSE).split())
    assert {one.text for one in article.marked_terms} == {"weir", "mill"}


def test_an_encoding_that_a_page_names_is_used() -> None:
    page = (
        "<!doctype html><html><head><meta charset=windows-1251></head><body><p>Мост упал в 1931 году.</p></body></html>"
    )
    article = Article.from_bytes(page.encode("cp1251"))
    assert article.text == "Мост упал в 1931 году." and article.source is not None and article.source.notes == ()


def test_a_table_a_caption_and_a_script_are_marked_or_left_out() -> None:
    blocks = blocks_of(f"<script>var a = '<p>12</p>';</script>{ARTICLE}")
    assert [block.text for block in blocks if block.kind == "table"] == ["1990 | 12"]
    assert [block.text for block in blocks if block.kind == "caption"] == ["The mill in 1903"]
    assert not any("var a" in block.text for block in blocks)


def test_a_paragraph_in_bold_is_the_heading_that_it_is_meant_as() -> None:
    [heading, warning] = blocks_of("<p><b>What remains</b></p><p><b>Nobody may enter.</b></p>")
    assert (heading.kind, warning.kind) == ("heading", None)


@pytest.mark.parametrize(
    ("html", "tokens"),
    [
        ("<P>a &lt; b</P>", [("start", "p"), ("text", "a < b"), ("end", "p")]),
        ('<a title="x > y">z', [("start", "a"), ("text", "z")]),
        ("a<br/>b", [("text", "a"), ("start", "br"), ("end", "br"), ("text", "b")]),
        ("<title/>b", [("start", "title"), ("end", "title"), ("text", "b")]),
        ("a<!-- <p> -->b<!doctype x>c<?php 1 ?>d", [("text", letter) for letter in "abcd"]),
        ("3 < 4", [("text", "3 "), ("text", "<"), ("text", " 4")]),
        ("<script>a<b</SCRIPT>c", [("start", "script"), ("text", "a<b"), ("end", "script"), ("text", "c")]),
        ("a<!-- never closed <p>b", [("text", "a")]),
        ('a<p title="never closed>b', [("text", "a"), ("start", "p")]),
    ],
)
def test_tags_are_read_as_browsers_read_them(html: str, tokens: list[tuple[str, str]]) -> None:
    assert list(html_tokens(html)) == tokens


MARKDOWN = """---
title: The flood
date: 2021-05-03
---

# The flood

A **weir** is a low *dam*, as [the ministry](https://example.org/1999) says.[^1]
It stood for 300 years.

Heading below
-------------

> “It is high,” said Maria Lopes.

* 300 people left.
* 40 houses fell.

    echo 17

| a | b |
|---|---|
| 1 | 2 |

[^1]: Report of 1999.
"""


def test_markdown_gives_words_and_structure_and_no_code() -> None:
    article = read(MARKDOWN, "flood.md")
    assert str(article.title) == "The flood"
    assert [one.text for one in article.paragraphs] == [
        "A weir is a low dam, as the ministry says. It stood for 300 years.",
        "“It is high,” said Maria Lopes.",
        "300 people left.",
        "40 houses fell.",
    ]
    assert [one.text for one in article.marked_terms] == ["weir"]


def test_indented_lines_are_code_only_in_a_file_that_is_named_as_markdown() -> None:
    text = "# The flood\n\nThe weir fell.\n\n    It was built of oak.\n\nIt rained."
    assert [one.text for one in read(text, "flood.md").paragraphs] == ["The weir fell.", "It rained."]
    assert [one.text for one in read(text, "flood.txt").paragraphs] == [
        "The weir fell.",
        "It was built of oak.",
        "It rained.",
    ]


def test_a_title_in_front_of_markdown_is_the_title_where_no_heading_is() -> None:
    article = read(MARKDOWN.replace("# The flood\n", ""), "flood.md")
    assert str(article.title) == "The flood" and article.paragraphs[0].text.startswith("A weir is")


@pytest.mark.parametrize(
    "text",
    [
        "The mill * the weir * fell.",
        "#1 of 12 mills fell.",
        "It is [sic] (so).",
        "He wrote 2**3 and 4**5.",
        "a | b",
        "The sum a < b > c </p>",
    ],
)
def test_plain_text_with_odd_signs_stays_plain(text: str) -> None:
    assert read(text).source is None


@pytest.mark.parametrize("name", ["main", "article"])
def test_of_a_page_with_very_many_tags_the_main_element_is_taken(name: str) -> None:
    items = "".join(f"<p>The mill sold <b>{number}</b> sacks.</p>" for number in range(6000))
    page = (
        f"<!doctype html><html><body><nav><li>Home of mills</li></nav><h1>The mill</h1><{name}>{items}</{name}>"
        "<div><p>Nine other pages tell of mills.</p></div></body></html>"
    )
    article = Article.from_bytes(page.encode())
    assert str(article.title) == "The mill"
    assert len(article.paragraphs) == 6000
    assert article.source is not None and article.source.notes == ()


def test_of_a_page_with_very_many_tags_and_no_such_element_everything_is_taken_and_told() -> None:
    items = "".join(f"<p>The mill sold <b>{number}</b> sacks.</p>" for number in range(6000))
    article = Article.from_bytes(f"<!doctype html><html><body><nav></nav>{items}</body></html>".encode())
    assert article.source is not None and "so large that its main text was not told" in article.source.notes[0]


def test_a_term_and_its_meaning_in_a_list_of_definitions_are_one_line() -> None:
    listed = (
        "<dl><dt>weir</dt> <dd><p>low dam across a river</p></dd><dt><b>moat</b></dt><dd>ditch</dd></dl><p>End.</p>"
    )
    assert [block.text for block in blocks_of(listed)] == ["weir: low dam across a river", "moat: ditch", "End."]
    alone = "<dl><dt>weir</dt><dt>moat</dt><dd>ditch</dd><dd>trench</dd></dl>"
    assert [block.text for block in blocks_of(alone)] == ["weir:", "moat: ditch", "trench"]
