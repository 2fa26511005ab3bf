"""What a teacher tells students: an address that their devices reach, and never this machine's own."""

import pytest

from quizengine.web import create_app
from tests.web.conftest import another

TOKEN = "a-token-for-the-teacher-alone"
LAN = "http://192.168.7.20:8000/"


@pytest.fixture
def told(engine, library, store):
    """A teacher's browser before a server whose students come by these addresses."""

    def opened(*addresses: str, lan_command: str = ""):
        known = {"student_addresses": addresses, "lan_command": lan_command}
        app = create_app(engine, library, store, secret_key=b"k" * 32, teacher_token=TOKEN, **known)
        client = another(app)
        client.get(f"/teacher?token={TOKEN}")
        return client

    return opened


def test_the_first_page_shows_the_address_its_code_and_the_others(told):
    page = told(LAN, "http://[fd00::2]:8000/").get("/teacher").text
    assert f'<p class="address"><bdi>{LAN}</bdi></p>' in page
    assert f'aria-label="QR code for {LAN}"><svg ' in page
    assert "<bdi>http://[fd00::2]:8000/</bdi>" in page


def test_where_only_this_machine_is_let_in_it_says_how_to_let_others_in(told):
    page = told("http://127.0.0.1:8000/", lan_command="make serve LAN=1 FOLDER='a & b'").get("/teacher").text
    assert "<svg" not in page and "Address for students" not in page
    assert "start it again with <code>make serve LAN=1 FOLDER=&#39;a &amp; b&#39;</code>" in page
    assert "start it again with <code>quizengine serve --lan</code>" in told().get("/teacher").text


def test_the_page_of_a_class_promises_a_qr_code_only_where_there_is_one(told):
    here, everywhere = told("http://127.0.0.1:8000/"), told(LAN)
    assert "QR code" not in here.get(f"/teacher/classes/{here.open_class('class')}").text
    assert "QR code" in everywhere.get(f"/teacher/classes/{everywhere.open_class('class')}").text


@pytest.mark.parametrize("name", ["quiz.school.example", "10.0.0.5:8000"])
def test_behind_another_server_it_is_the_address_that_the_teacher_came_by(told, name: str):
    browser = told("http://127.0.0.1:8000/")
    page = browser.get(f"/teacher?token={TOKEN}", base_url=f"http://{name}", follow_redirects=True)
    assert f"<bdi>http://{name}/</bdi>" in page.text


def test_a_name_longer_than_any_is_not_shown(told):
    browser, name = told("http://127.0.0.1:8000/"), ".".join(["x" * 50] * 5)
    page = browser.get(f"/teacher?token={TOKEN}", base_url=f"http://{name}", follow_redirects=True)
    assert page.status_code == 200
    assert "<svg" not in page.text


def test_a_class_joins_at_the_address_that_its_devices_reach(told):
    teacher = told(LAN)
    code = teacher.open_class("class")
    page = teacher.get(f"/teacher/classes/{code}").text
    assert f"<bdi>{LAN}join/{code}</bdi>" in page
    assert "http://localhost" not in page
    projected = teacher.get(f"/teacher/classes/{code}/projector").text
    assert f'aria-label="QR code for {LAN}join/{code}"><svg ' in projected
    assert f"<bdi>{LAN}join/{code}</bdi>" in projected


def test_an_open_quiz_shows_its_own_address_to_be_copied_with_its_code(told):
    page = told(LAN).get("/teacher/quizzes/paper-mill").text
    assert f'<p class="address" id="students-address"><bdi>{LAN}quizzes/paper-mill</bdi></p>' in page
    assert 'data-copies="students-address"' in page
    assert f'aria-label="QR code for {LAN}quizzes/paper-mill"><svg ' in page
    assert "localhost" not in page and "Only this computer" not in page


def test_an_open_quiz_that_only_this_machine_reaches_says_so(told):
    page = told("http://127.0.0.1:8000/").get("/teacher/quizzes/paper-mill").text
    assert "<bdi>http://localhost/quizzes/paper-mill</bdi>" in page
    assert "Only this computer can open the quizzes now." in page and "<svg" not in page


def test_the_projected_page_says_so_where_only_this_machine_is_let_in(told):
    here, everywhere = told("http://127.0.0.1:8000/"), told(LAN)
    pages = [one.get(f"/teacher/classes/{one.open_class('class')}/projector").text for one in (here, everywhere)]
    assert ["Only this computer" in page for page in pages] == [True, False]
    assert "localhost" not in pages[1]


def test_a_class_on_this_machine_joins_here(told):
    teacher = told("http://127.0.0.1:8000/")
    code = teacher.open_class("class")
    page = teacher.get(f"/teacher/classes/{code}").text
    assert f"<bdi>http://localhost/join/{code}</bdi>" in page
    assert "<svg" not in page
