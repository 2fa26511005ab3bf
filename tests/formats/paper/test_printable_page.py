"""The printable page before two judges: the Nu HTML checker, and axe in a real browser."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from accessibility import violations
from node_tools import missing, node_module
from playwright.sync_api import Page
from sample_responses import QUIZ

from quizengine import OpenQuestion, Quiz
from quizengine.formats.paper import HTML, HTML_KEY, HTML_LARGE


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The sheets as files."""
    folder = tmp_path_factory.mktemp("pages")
    files = [folder / "sheet.html", folder / "large.html", folder / "key.html"]
    for file, form in zip(files, (HTML, HTML_LARGE, HTML_KEY), strict=True):
        file.write_bytes(form.written(QUIZ)[0])
    assert all(file.stat().st_size for file in files)
    return files


def test_the_nu_html_checker_finds_nothing(pages: list[Path]) -> None:
    java = shutil.which("java") or missing("found no Java for the HTML checker: apt-get install default-jre-headless")
    checker = node_module("vnu-jar", "build/dist/vnu.jar")
    quick = ["-Xss4m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
    command = [java, *quick, "-jar", str(checker), "--format", "json", "--stdout", "--also-check-css", *map(str, pages)]
    said = json.loads(subprocess.run(command, capture_output=True, check=False).stdout)["messages"]
    assert [one["message"] for one in said if one["type"] == "error" or one.get("subType") == "warning"] == []


def test_axe_finds_nothing_and_nothing_is_too_wide_on_a_phone(pages: list[Path], offline_page: Page) -> None:
    offline_page.set_viewport_size({"width": 360, "height": 800})
    for page in pages:
        offline_page.goto(page.as_uri())
        assert (page.name, violations(offline_page)) == (page.name, [])
        assert offline_page.evaluate("document.documentElement.scrollWidth") <= 360


def test_paragraphs_do_not_run_together(offline_page: Page) -> None:
    two = OpenQuestion(stem="Look.\n\nWhy?", answer="It is wet.\n\nSo it flows.", markup="markdown")
    offline_page.set_content(HTML_KEY.written(Quiz("T", (two,)))[0].decode())
    shown = offline_page.inner_text("section").split("\n")
    assert [line for line in shown if line] == ["1. Look.", "Why?", "It is wet.", "So it flows."]
