"""Packs: what is shared comes out as it went in, programs only for those who ask, and nothing is ever overwritten."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from quizengine import FormatError
from quizengine.authoring.packs import (
    PLUGIN,
    Pack,
    PackedFile,
    make_pack,
    packed_kind,
    plan_unpacking,
    read_pack,
    unpack,
)
from quizengine.errors import WriteError
from quizengine.formats.encodings.packages import packed

FILES = {
    "quizengine.toml": "",
    "question_banks/river.yaml": "format: quizengine/1\ntitle: River\n",
    "seeds/river.txt": "The river",
    "media/river.png": "png",
    "question_banks/media/mill.png": "png",
    "plugins/rules.py": "1 / 0",
    "plugins/dates/pyproject.toml": "[project]",
}
PRIVATE = {
    "quizengine.db": "answers",
    "school.yaml": "name: Ours",
    "question_banks/.edits/river.log": "log",
    "plugins/__pycache__/rules.pyc": "old",
    "seeds/.hidden.txt": "hidden",
    "question_banks/river.yaml.before": "old",
    "notes.txt": "mine",
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with something of everything, and what must not be shared."""
    return write(tmp_path / "mine", FILES | PRIVATE)


def pack_of(folder: Path) -> Pack:
    return read_pack(make_pack(folder, "River", "CC0")[0], "river.quizpack")


def test_what_is_packed_comes_out_byte_for_byte_and_nothing_private_is_in_it(folder: Path, tmp_path: Path) -> None:
    data, made = make_pack(folder, "River", "CC BY 4.0")
    pack = read_pack(data, "river.quizpack")
    assert pack == made and (pack.title, pack.licence) == ("River", "CC BY 4.0")
    assert {one.path: one.data.decode() for one in pack.files} == FILES
    assert make_pack(write(tmp_path / "again", FILES), "River", "CC BY 4.0")[0] == data
    there = tmp_path / "there"
    unpack(plan_unpacking(pack, there, with_code=True), there)
    assert {path.relative_to(there).as_posix() for path in there.rglob("*") if path.is_file()} == set(FILES)


def test_programs_are_left_out_unless_wanted(folder: Path, tmp_path: Path) -> None:
    plan = plan_unpacking(pack_of(folder), tmp_path / "there", with_code=False)
    left = {"quizengine.toml", "plugins/rules.py", "plugins/dates/pyproject.toml"}
    assert {one.path for one in plan.left_out} == left and {one.path for one in plan.new} == set(FILES) - left


def test_nothing_is_overwritten_and_nothing_is_written_where_one_name_is_taken(folder: Path, tmp_path: Path) -> None:
    there = write(tmp_path / "there", {"seeds/river.txt": "Another river", "media/river.png": "png"})
    plan = plan_unpacking(pack_of(folder), there, with_code=True)
    assert [one.path for one in plan.same] == ["media/river.png"]
    with pytest.raises(WriteError, match=r"stay as they are: seeds/river\.txt; unpack elsewhere"):
        unpack(plan, there)
    assert (there / "seeds" / "river.txt").read_text() == "Another river" and not (there / "question_banks").exists()


def test_a_link_cannot_lead_out_of_the_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "seeds").symlink_to(tmp_path)
    with pytest.raises(FormatError, match="a link leads out of the folder"):
        plan_unpacking(pack_of(folder), tmp_path / "there", with_code=False)


def forged(path: str, data: bytes = b"x", listed: str | None = None, **manifest: object) -> bytes:
    """A pack with one file that its writer put together by hand."""
    files = {listed or path: {"sha256": sha256(b"x").hexdigest()}}
    head = {"format": "quizengine-pack/1", "title": "", "licence": "", "files": files} | manifest
    return packed({"pack.json": json.dumps(head).encode(), path: data})


BAD = {
    "a path out of it": (forged("seeds/../../x.txt"), "leads out of the package"),
    "an absolute path": (forged("/etc/x.txt"), "leads out of the package"),
    "a hidden file": (forged("seeds/.bashrc.txt"), "which no pack may have"),
    "a program in another place": (forged("question_banks/x.py"), "which no pack may have"),
    "a database": (forged("quizengine.db"), "which no pack may have"),
    "a drawing with a program": (forged("media/x.svg"), "which no pack may have"),
    "a back slash": (forged("seeds\\x.txt"), "which no pack may have"),
    "a changed file": (forged("seeds/x.txt", b"y"), "the hash of seeds/x.txt is another one"),
    "a file that is not listed": (forged("seeds/x.txt", listed="seeds/y.txt"), "either only packed or only listed"),
    "another format": (forged("seeds/x.txt", format="zip"), "found a package that is no pack"),
    "no list": (forged("seeds/x.txt", files=[]), "found no list of files"),
    "no zip file": (b"not a zip", "damaged or not whole"),
    "half a file": (forged("seeds/x.txt")[:80], "damaged or not whole"),
    "no manifest": (packed({"seeds/x.txt": b"x"}), "found no file “pack.json”"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_forged_or_damaged_pack_is_refused_in_words(name: str) -> None:
    data, words = BAD[name]
    with pytest.raises(FormatError, match=words):
        read_pack(data, "bad.quizpack")


def test_a_pack_needs_a_licence_and_something_to_share(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="found no licence"):
        make_pack(folder, "River", " ")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FormatError, match="found nothing to share"):
        make_pack(tmp_path / "empty", "River", "CC0")


def test_whatever_lies_in_plugins_counts_as_a_program() -> None:
    assert packed_kind("plugins/dates/banks/dates.yaml") == PLUGIN == packed_kind("plugins/a.txt")
    assert PackedFile("seeds/a.txt", packed_kind("seeds/a.txt"), b"").kind == "article"
