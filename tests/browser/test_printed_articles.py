"""A PDF file that a browser prints is read as it was written: columns, headings, notes, heads and feet."""

import pytest
from playwright.sync_api import Browser

from quizengine import Article

FLOOD = (
    "The bridge over the Orra carried 12,400 vehicles a day until the flood of last week, when the water came and took "
    "the mill of Senn away with 14 houses."
)
NIGHT = "Nobody was hurt, though three hundred people spent the night in schools."
PAGE = f"""
<h1>The flood of the Orra valley and what it took away</h1><p><i>By Jane Doe</i></p>
{f"<p>{FLOOD}<sup>4</sup> {NIGHT}<sup>5</sup></p><h2>What came next</h2><p>{NIGHT}</p>" * 8}
<table><tr><td>1990<td>12,000</tr><tr><td>2000<td>13,000</tr></table>
<p style="font-size:8pt">4 Report of the ministry, 1999.<br>5 Interview with the mayor.</p>
"""


def printed(chromium: Browser, page: str) -> bytes:
    """The page as Chromium prints it, with a head and a foot on each sheet."""
    tab = chromium.new_page()
    tab.set_content(f"<html lang=en>{page}</html>")
    data = tab.pdf(
        display_header_footer=True,
        header_template="<span style='font-size:9px;margin-left:40px'>The Valley Post</span>",
        footer_template="<span style='font-size:9px;margin-left:40px'>Page <span class=pageNumber></span></span>",
        margin={"top": "80px", "bottom": "80px"},
    )
    tab.close()
    return data


@pytest.mark.parametrize("columns", [1, 2])
def test_a_printed_page_gives_its_paragraphs(chromium: Browser, columns: int) -> None:
    style = f"<style>body {{ column-count: {columns}; text-align: justify; hyphens: auto }}</style>"
    article = Article.from_bytes(printed(chromium, style + PAGE), "flood.pdf")
    assert str(article.title) == "The flood of the Orra valley and what it took away"
    assert [one.text for one in article.paragraphs] == [f"{FLOOD} {NIGHT}", NIGHT] * 8
    for kind in ("page number", "running head", "author line", "8 headings", "16 footnote marks"):
        assert kind in article.left_out
