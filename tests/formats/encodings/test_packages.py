"""Packages: the same bytes every time, and a glance that tells formats apart."""

from bad_packages import package

from quizengine.formats.encodings.packages import Package, mentions_name, packed, repacked


def test_the_same_files_have_the_same_bytes_in_their_order() -> None:
    files = {"b.txt": b"one", "a.txt": "zwölf".encode()}
    assert packed(files) == packed(files) == repacked(packed(files))
    assert Package(packed(files), "x.zip").names() == ("b.txt", "a.txt")
    assert Package(packed(files), "x.zip").read("a.txt").decode() == "zwölf"


def test_a_glance_finds_a_word_in_the_manifest_or_a_file() -> None:
    assert mentions_name(b"<questestinterop>", b"nothing", b"<questestinterop")
    many = {f"{number}.xml": b"<a/>" for number in range(20)}
    assert mentions_name(package(**many, **{"imsmanifest.xml": b"here"}), b"here")
    assert not mentions_name(package(**many), b"here")
    assert not mentions_name(b"PK\3\4 broken", b"broken")
