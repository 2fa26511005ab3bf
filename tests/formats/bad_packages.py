"""Packages that somebody tampered with, or that a download broke off, and what a reader has to say of them."""

import io
import struct
import zipfile


def package(**files: bytes) -> bytes:
    """A package with these files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def locked() -> bytes:
    """A package that says of its one file that it is encrypted."""
    data = bytearray(package(**{"a.xml": b"<a/>"}))
    at = data.index(b"PK\1\2") + 8
    data[at : at + 2] = struct.pack("<H", 1)
    return bytes(data)


def bad_packages(good: bytes, root: str, kind: str) -> dict[str, bytes]:
    """Bad packages by the words that refuse them; `root` is the element of questions, `kind` that of their resource."""
    missing = f'<m><resource type="{kind}" href="no.xml"><file href="no.xml"/></resource></m>'
    entity = f'<!DOCTYPE q [<!ENTITY a "aaa">]><{root}>&a;</{root}>'
    return {
        "bad.zip: found a package that is damaged or not whole (File is not": good[:200],
        "bad.zip: found a package that is damaged or not whole": good[: len(good) // 2],
        "found the path “../../etc/x.xml”, which leads out of the package": package(**{"../../etc/x.xml": b"<a/>"}),
        "which leads out of the package": package(**{"C:\\x.xml": b"<a/>"}),
        "found a package that unpacks to 60,000,000 bytes": package(**{"a.xml": b"0" * 60_000_000}),
        "found a package with a password": locked(),
        "found no question, expected the items of": package(**{"a.xml": b"<a/>"}),
        "bad.zip: a.xml:1:": package(**{"a.xml": f"<{root}><item>".encode()}),
        "found no file “no.xml” in the package": package(**{"imsmanifest.xml": missing.encode()}),
        "bad.zip: a.xml:1:25: found the entity “a”": package(**{"a.xml": entity.encode()}),
        "found XML with the root <html>, expected": b"<html/>",
        "found more than 200 elements in each other": b"<q>" * 300,
    }
