"""The school's look: read strictly, refused in words where it cannot be read, and seen without a new start."""

import os
import re
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from quizengine.engine import start
from quizengine.web import create_app
from quizengine.web.render.colours import DARK, LIGHT, PAIRS, Colours, contrast, unreadable_colours
from quizengine.web.render.school import Look, SchoolsLook, read_look

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect width="9"/></svg>'
WHOLE = """\
name: Linden School
open: all
logo: logo.svg
colours: {accent: "#005A9C", on_accent: "#fff"}
dark_colours:
  accent: "#8cf"
"""
STYLE = """\
@media screen and (prefers-color-scheme: light) {
  :root {
    --accent: #005a9c;
    --on-accent: #ffffff;
  }
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --accent: #88ccff;
  }
}
"""


@pytest.fixture
def school(tmp_path: Path) -> Callable[[str], Look]:
    """The look that a text of `school.yaml` gives, in a folder with a logo of each kind."""
    for name, data in {"logo.svg": SVG, "logo.png": PNG, "logo.JPG": b"\xff\xd8\xff\xe0"}.items():
        (tmp_path / name).write_bytes(data)

    def look(text: str) -> Look:
        (tmp_path / "school.yaml").write_text(text, "utf-8")
        return read_look(tmp_path)

    return look


def test_a_whole_file_gives_name_logo_and_a_stylesheet_of_custom_properties_alone(school):
    look = school(WHOLE)
    assert look.findings == ()
    assert look.name == "Linden School"
    assert (look.picture.data, look.picture.kind) == (SVG, "image/svg+xml")
    assert look.style == STYLE


def test_the_example_of_the_documents_is_read_without_fault(school, checkout: Path, tmp_path: Path):
    [example] = re.findall(r"(?ms)^```yaml\n(.*?)^```", (checkout / "docs" / "school.md").read_text("utf-8"))
    (tmp_path / "linden.svg").write_bytes(SVG)
    look = school(example)
    assert look.findings == ()
    assert look.name and look.picture and look.style.count("--") == 4


def test_the_documents_name_every_colour(checkout: Path):
    told = (checkout / "docs" / "school.md").read_text("utf-8")
    assert {name for row in re.findall(r"(?m)^\| (`.*?) \|", told) for name in re.findall(r"`(\w+)`", row)} == {
        *asdict(LIGHT)
    }


def test_without_a_file_there_is_nothing_to_see(tmp_path: Path):
    assert read_look(tmp_path) == read_look(None) == Look()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("nam: Linden School", ":1:1: nam: found the unknown field `nam`; did you mean `name`?"),
        ("name: A\ncolors: {}", ":2:1: colors: found the unknown field `colors`; did you mean `colours`?"),
        ("colours: {acent: '#000'}", ":1:11: colours.acent: found the unknown field `acent`; did you mean `accent`?"),
        ("colours:\n  accent: #005a9c", ":2:10: colours.accent: found `#005a9c`, which YAML leaves out as a comment;"),
        ("colours:\n  accent: blue", ":2:11: colours.accent: found “blue”, expected a colour of 3 or 6 hexadecimal"),
        ("colours: {accent: '#12345'}", "found “#12345”, expected a colour of 3 or 6 hexadecimal digits"),
        ("colours: {accent: '#fff;} body{}'}", "found “#fff;} body{}”, expected a colour of 3 or 6 hexadecimal"),
        ("colours: blue", ":1:10: colours: found the text “blue”, expected fields (name: value)"),
        ("name:", ":1:6: name: found nothing, expected text; fill it in, or remove it"),
        (f"name: {'x' * 81}", ":1:7: name: found 81 characters, expected at most 80"),
        ("logo: none.png", ":1:7: logo: found no file 'none.png' beside school.yaml, expected the logo there"),
        ("logo: ../logo.png", "logo: found another place, expected the name of a file beside school.yaml"),
        ("logo: /etc/hostname.png", "logo: found another place, expected the name of a file beside school.yaml"),
        ("logo: .", "logo: found another place, expected the name of a file beside school.yaml"),
        ('logo: "a\\0b.png"', "logo: found no file 'a\\x00b.png' beside school.yaml"),
        ("logo: school.yaml", "logo: found a file of another kind, expected one of: .png, .jpg, .jpeg, .svg"),
        ("logo: false.png", "logo: found something else in false.png, expected a picture of the kind that its ending"),
        ("logo: large.png", "logo: found more than 500,000 bytes, expected a smaller picture"),
        ("", "school.yaml: found an empty file, expected fields: name, logo, colours, dark_colours"),
        ("- a", ":1:1: found a list of 1, expected fields: name, logo, colours, dark_colours"),
        ("name: 'Linden", ":1:7: found a quoted text that never ends; a closing quotation mark is missing"),
        ("name: A\nname: B", "found the field `name` a second time (first in line 1); keep one"),
    ],
)
def test_a_fault_is_told_with_its_place_and_what_to_do(school, tmp_path: Path, text: str, words: str):
    (tmp_path / "false.png").write_bytes(SVG)
    (tmp_path / "large.png").write_bytes(PNG + b"x" * 500_000)
    look = school(text)
    assert len(look.findings) == 1
    assert words in str(look.findings[0])
    assert str(look.findings[0]).startswith(str(tmp_path / "school.yaml"))
    assert (look.name, look.style, look.picture) == (("A" if text.startswith("name: A\nc") else look.name), "", None)


def test_what_is_sound_is_used_beside_what_is_faulty(school):
    look = school("name: Linden School\nlogo: none.png\ncolours: {accent: blue}\ndark_colours: {accent: '#8cf'}\nx: 1")
    assert [(finding.line, finding.path) for finding in look.findings] == [(5, "x"), (2, "logo"), (3, "colours.accent")]
    assert look.name == "Linden School"
    assert "light" not in look.style
    assert "#88ccff" in look.style


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "colours: {accent: '#7aa7d9'}",
            "colours.accent: found #7aa7d9 on #fdfcfa (`accent` on `page`), a contrast of 2.45:1, expected 4.5:1 or "
            "more for links (WCAG AA); choose a darker one",
        ),
        (
            "dark_colours: {accent: '#005a9c'}",
            "dark_colours.accent: found #005a9c on #16181c (`accent` on `page`), a contrast of 2.49:1, expected 4.5:1 "
            "or more for links (WCAG AA); choose a lighter one",
        ),
        ("colours: {page: '#888888'}", "colours.page: found #555d68 on #888888 (`soft` on `page`), a contrast of 1."),
        ("colours: {on_accent: '#1d4f91'}", "a contrast of 1.00:1, expected 4.5:1 or more for the words of buttons"),
        ("colours: {line: '#dddddd'}", "a contrast of 1.32:1, expected 3.0:1 or more for the borders of fields"),
    ],
)
def test_colours_that_cannot_be_read_are_refused_with_the_contrast_found(school, text: str, words: str):
    look = school(text)
    said = "\n".join(map(str, look.findings))
    assert words in said
    assert look.style == ""


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1),
        ("#777777", "#ffffff", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#0000ff", "#ffffff", 8.592),
    ],
)
def test_contrast_is_computed_as_wcag_defines_it(one: str, other: str, ratio: float):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.001)


@pytest.mark.parametrize("own", [LIGHT, DARK])
def test_the_house_s_own_colours_keep_its_rule(own: Colours):
    assert list(unreadable_colours(own, own)) == []
    assert {name for pair in PAIRS for name in (pair.front, pair.back)} == {*asdict(own)} - {"hair"}


def test_the_house_s_own_colours_are_those_of_the_stylesheet(checkout: Path):
    style = (checkout / "quizengine" / "web" / "static" / "quizengine.css").read_text()
    light, dark = re.findall(r":root \{\n(.*?)\}", style, re.DOTALL)[:2]
    for block, own in ((light, LIGHT), (dark, DARK)):
        told = {name.replace("-", "_"): colour for name, colour in re.findall(r"--([\w-]+): (#\w+);", block)}
        assert told == asdict(own)


@pytest.fixture
def served(folder: Path, store, library, tmp_path: Path) -> tuple[Path, FlaskClient]:
    """A working folder with the look of a school, and a student's browser."""
    (tmp_path / "logo.svg").write_bytes(SVG)
    (tmp_path / "school.yaml").write_text(WHOLE)
    app = create_app(start(tmp_path), library, store, secret_key=b"k" * 32, teacher_token="t" * 32)
    return tmp_path, app.test_client()


LINKS = re.compile(r'(?:href|src)="(/school/[0-9a-f]{12}/(?:colours\.css|logo))"')


def links(client: FlaskClient, address: str = "/") -> list[str]:
    return LINKS.findall(client.get(address).text)


def test_name_logo_and_colours_stand_on_every_page(served):
    _, client = served
    client.get(f"/teacher?token={'t' * 32}")
    once = re.search(r'name="once" value="([^"]+)"', client.get("/quizzes/paper-mill").text)[1]
    headers = {"Origin": "http://localhost"}
    question = client.post("/quizzes/paper-mill", data={"student": "Ada", "once": once}, headers=headers).location
    check = question.replace("/1", "/check")
    for address in ("/", "/quizzes/paper-mill", question, check, "/nowhere", "/teacher", "/teacher/results"):
        page = client.get(address).text
        assert '<span class="school"><bdi>Linden School</bdi></span>' in page, address
        assert len(LINKS.findall(page)) == 2, address
        assert page.index("/static/quizengine.css") < page.index("/colours.css"), address


def test_the_stylesheet_and_the_logo_have_a_type_of_ours_and_run_nothing(served):
    _, client = served
    style, logo = map(client.get, links(client))
    assert (style.mimetype, style.text) == ("text/css", STYLE)
    assert (logo.mimetype, logo.data) == ("image/svg+xml", SVG)
    for answer in (style, logo):
        assert answer.headers.getlist("Content-Security-Policy") == [
            "default-src 'none'; style-src 'unsafe-inline'; sandbox"
        ]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert "Set-Cookie" not in answer.headers


def test_an_old_address_gives_what_is_there_now_and_is_not_kept(served):
    folder, client = served
    old = links(client)
    (folder / "school.yaml").write_text(WHOLE.replace("#005A9C", "#104060"))
    style = client.get(old[0])
    assert "#104060" in style.text
    assert style.headers["Cache-Control"] == "no-store"


def test_a_changed_file_is_seen_at_the_next_page(served):
    folder, client = served
    first = links(client)
    (folder / "school.yaml").write_text("name: Oak School\nlogo: oak.png")
    page = client.get("/").text
    assert "Oak School" in page
    assert LINKS.findall(page) == []
    (folder / "oak.png").write_bytes(PNG)  # the logo comes after the file that names it
    [logo] = links(client)
    assert client.get(logo).mimetype == "image/png"
    (folder / "school.yaml").unlink()
    page = client.get("/").text
    assert "Oak School" not in page
    assert LINKS.findall(page) == []
    assert [client.get(address).status_code for address in first] == [404, 404]


def test_what_is_wrong_stands_on_the_teacher_s_page(served):
    folder, client = served
    (folder / "school.yaml").write_text("colours: {accent: '#7aa7d9'}")
    home = client.get(f"/teacher?token={'t' * 32}", follow_redirects=True).text
    assert '<a href="/teacher/plugins">3 things to look at in files and plugins</a>' in home
    page = client.get("/teacher/plugins").text
    assert "school.yaml:1:19: colours.accent: found #7aa7d9 on #fdfcfa" in page
    assert client.get("/").status_code == 200


def test_a_name_is_words_and_nothing_more(served):
    folder, client = served
    (folder / "school.yaml").write_text("name: <script>alert(1)</script>{{ 7 * 7 }}")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7 * 7 }}" in client.get("/").text


def test_the_files_are_read_again_only_when_they_have_changed(tmp_path: Path):
    (tmp_path / "school.yaml").write_text("name: Oak School")
    look = SchoolsLook(tmp_path)
    first = look.now()
    assert look.now() is first
    told = (tmp_path / "school.yaml").stat()
    os.utime(tmp_path / "school.yaml", ns=(told.st_atime_ns, told.st_mtime_ns + 1))
    assert look.now() is not first
    assert look.now() == first
