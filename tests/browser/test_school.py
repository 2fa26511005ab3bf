"""What people see of a school's look, and of the address that is projected for students."""

import io
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import zxingcpp
from accessibility import violations
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from quizengine.web.http.network import is_loopback, local_addresses

from .conftest import Serve, Site

LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60"><style>.leaf { fill: rgb(0, 128, 64) }</style>
<script>document.documentElement.setAttribute("fill", "red"); fetch("http://evil.example/")</script>
<circle class="leaf" cx="30" cy="30" r="28"/><path class="leaf" d="M62 30 q26 -52 56 0 q-30 52 -56 0z"/></svg>
"""
SCHOOL = """\
name: Linden School on the Hill
open: all
logo: linden.svg
colours: {accent: "#7a1f3d", page: "#fffdf5", card: "#f4ecd8", focus: "#005a9c"}
dark_colours: {accent: "#ffb3c7", on_accent: "#3a0a1a", page: "#1a1416", card: "#2a2024"}
"""
WIDTHS = (320, 768, 1280)
WINDOWS = tuple(product(WIDTHS, ("light", "dark")))


@pytest.fixture(scope="module")
def school(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder that has a school's look."""
    folder = Path(shutil.copytree(checkout / "tests" / "folder", tmp_path_factory.mktemp("school") / "folder"))
    (folder / "school.yaml").write_text(SCHOOL, "utf-8")
    (folder / "linden.svg").write_text(LOGO, "utf-8")
    return folder


@pytest.fixture(scope="module")
def at_home(serve: Serve, school: Path) -> Iterator[Site]:
    """A server that lets in this machine alone."""
    with serve(school) as site:
        yield site


@pytest.fixture
def homes(at_home: Site, plain_tab: Page) -> dict[str, str]:
    """The student's and the teacher's first page and the one with the teacher's address; the teacher is let in."""
    plain_tab.goto(at_home.teacher)
    teacher = f"{at_home.student}/teacher"
    return {"student": f"{at_home.student}/", "teacher": teacher, "teacher-address": f"{teacher}/address"}


@pytest.fixture(scope="module")
def in_the_network(serve: Serve, school: Path) -> Iterator[Site]:
    """A server that lets the local network in; nothing here asks it by any address but this machine's own."""
    if not local_addresses():
        pytest.skip("this machine is in no local network")
    with serve(school, "--lan") as site:
        yield site


@pytest.fixture
def students_told(in_the_network: Site, plain_tab: Page) -> str:
    """The teacher's first page, on which the address for students stands; the teacher is let in."""
    plain_tab.goto(in_the_network.teacher)
    return in_the_network.teacher.partition("?")[0]


def test_axe_finds_nothing_in_a_school_s_look_light_or_dark(homes, plain_tab: Page):
    for scheme, page in (("light", "rgb(255, 253, 245)"), ("dark", "rgb(26, 20, 22)")):
        plain_tab.emulate_media(color_scheme=scheme)
        for name, address in homes.items():
            plain_tab.goto(address)
            assert plain_tab.evaluate("getComputedStyle(document.body).backgroundColor") == page
            assert (name, scheme, violations(plain_tab)) == (name, scheme, [])


def test_paper_keeps_the_house_s_own_colours(homes, plain_tab: Page):
    plain_tab.goto(homes["student"])
    plain_tab.emulate_media(media="print")
    assert plain_tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_nothing_of_a_school_s_look_is_asked_of_any_other_server(
    homes, plain_tab: Page, at_home: Site, students_told: str
):
    asked: list[str] = []
    plain_tab.on("request", lambda request: asked.append(request.url))
    for address in (*homes.values(), students_told):
        plain_tab.goto(address)
    own = (f"{at_home.student}/", students_told.removesuffix("teacher"), "data:")
    assert [address for address in asked if not address.startswith(own)] == []
    kept = [address for address in asked if "/school/" in address]
    assert {address.rsplit("/", 1)[1] for address in kept} == {"colours.css", "logo"}


def test_the_logo_is_drawn_in_its_own_colours_and_its_script_does_not_run(homes, plain_tab: Page, chromium: Browser):
    plain_tab.goto(homes["student"])
    shot = plain_tab.locator("header img.logo").screenshot()
    colours = Image.open(io.BytesIO(shot)).convert("RGB").getcolors(10_000)
    assert colours is not None
    assert (0, 128, 64) in {colour for _, colour in colours}
    logo = plain_tab.locator("header img.logo").get_attribute("src")
    assert logo is not None
    alone, said = chromium.new_context().new_page(), []
    alone.on("console", lambda message: said.append(message.text))
    alone.goto(homes["student"].rstrip("/") + logo)  # as a page of its own, a script in it could run
    assert alone.evaluate("document.documentElement.getAttribute('fill')") is None
    assert any("Blocked script execution" in each for each in said)
    alone.context.close()


def set_window(tab: Page, width: int, scheme: str) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.emulate_media(color_scheme=scheme)


def test_a_camera_reads_the_code_on_the_teacher_s_page(students_told, plain_tab: Page):
    plain_tab.goto(students_told)
    told = plain_tab.locator(".address").inner_text()
    assert told.startswith("http://") and "127.0.0.1" not in told
    for width, scheme in WINDOWS:
        set_window(plain_tab, width, scheme)
        expect(plain_tab.get_by_role("img", name=f"QR code for {told}")).to_be_visible()
        shot = Image.open(io.BytesIO(plain_tab.screenshot(full_page=True)))
        found = [each.text for each in zxingcpp.read_barcodes(shot, try_invert=False)]
        assert (width, scheme, found) == (width, scheme, [told])


def projected(tab: Page, teacher: str) -> str:
    """Give the quiz to a class and open its page for the projector; gives the class code."""
    tab.goto(f"{teacher}/quizzes/paper-mill/class")
    tab.get_by_label("When they have submitted").check()
    tab.get_by_role("button", name="Create the class code").click()
    code = tab.url.rsplit("/", 1)[1]
    tab.get_by_role("link", name="Show it on the projector").click()
    tab.wait_for_url("**/projector")  # with its stylesheet
    return code


def test_a_camera_leads_a_class_to_its_quiz(students_told: str, plain_tab: Page, checkout: Path):
    code = projected(plain_tab, students_told)
    for width in WIDTHS:
        plain_tab.set_viewport_size({"width": width, "height": 800})
        plain_tab.wait_for_load_state()
        assert plain_tab.evaluate("document.scrollingElement.scrollWidth") == width
        shot = plain_tab.screenshot(
            path=checkout / "build" / "screenshots" / f"school-class-{width}.png", full_page=True
        )
        [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)), try_invert=False)
        assert found.text.endswith(f"/join/{code}")
        assert not is_loopback(urlsplit(found.text).hostname or "")
    assert violations(plain_tab) == []


def test_the_address_for_students_is_large_enough_to_be_projected(students_told, plain_tab: Page):
    plain_tab.set_viewport_size({"width": 1280, "height": 800})
    projected(plain_tab, students_told)
    size = plain_tab.locator(".address").evaluate("each => parseFloat(getComputedStyle(each).fontSize)")
    code = plain_tab.locator(".qr svg").bounding_box()
    assert size >= 36
    assert code is not None and code["width"] >= 280
    assert violations(plain_tab) == []


def test_a_teacher_makes_a_new_address_and_the_other_browser_is_out(
    serve: Serve, school: Path, tmp_path: Path, chromium: Browser, plain_tab: Page
):
    with serve(school, "--attempts", str(tmp_path / "attempts.db")) as site:  # others keep their address
        other = chromium.new_context().new_page()
        for tab in (plain_tab, other):
            tab.goto(site.teacher)
        plain_tab.get_by_role("button", name="Create a new address for the teacher’s pages").click()
        expect(plain_tab.get_by_role("status")).to_contain_text(
            "All other browsers are signed out; this one stays signed in."
        )
        other.goto(f"{site.student}/teacher")
        expect(other.get_by_role("heading", level=1)).to_have_text("You cannot open this page")
        plain_tab.get_by_text("Show the address").click()
        link = plain_tab.get_by_role("link", name="teacher?token=")
        other.goto(link.inner_text())
        expect(other.get_by_role("heading", level=1)).to_have_text("Quizzes")
        assert violations(plain_tab) == []
        other.context.close()


def test_pages_in_a_school_s_look_are_photographed_and_fit(homes, students_told: str, plain_tab: Page, checkout: Path):
    place = checkout / "build" / "screenshots"
    for name, address in {**homes, "projected": students_told}.items():
        plain_tab.goto(address)
        for closed in plain_tab.locator("details > summary").all():
            closed.click()
        plain_tab.wait_for_load_state()
        for width, scheme in WINDOWS:
            set_window(plain_tab, width, scheme)
            wide = plain_tab.evaluate("document.scrollingElement.scrollWidth")
            assert (name, scheme, wide) == (name, scheme, width)
            plain_tab.screenshot(path=place / f"school-{name}-{width}-{scheme}.png", full_page=True)
            assert (place / f"school-{name}-{width}-{scheme}.png").stat().st_size > 2000
