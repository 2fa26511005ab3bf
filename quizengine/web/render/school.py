"""The contents of `school.yaml` in the working folder: name, logo, colours, time zone, and what is open."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Literal
from zoneinfo import ZoneInfo

from quizengine.bank import Fields, read_fields
from quizengine.errors import QuizEngineError
from quizengine.extensions.records import Finding
from quizengine.system.files import read_bank_bytes
from quizengine.web.render.colours import DARK, LIGHT, Colours, full_hex, stylesheet, unreadable_colours

FILE = "school.yaml"
LONGEST_NAME = 80
MOST_LOGO_BYTES = 500_000

State = tuple[tuple[int, int] | None, ...]
"""The time of each file's last change (in nanoseconds) and its size; None for a file that is not there."""


@dataclass(frozen=True)
class Picture:
    """A logo: its bytes, and the type that it is served with."""

    data: bytes
    kind: str


@dataclass(frozen=True)
class Look:
    """The additions of a school to every page, and the faults in its file."""

    name: str = ""
    style: str = ""
    """A stylesheet with only custom properties; empty if there are none."""
    picture: Picture | None = None
    findings: tuple[Finding, ...] = ()
    all_open: bool = False
    """True if quizzes whose files name no state are open to students."""
    zone: tzinfo | None = None
    """The time zone of the school; None for that of the server."""

    @cached_property
    def version(self) -> str:
        """A text that changes whenever the files behind the addresses do."""
        return sha256(self.style.encode() + (self.picture.data if self.picture else b"")).hexdigest()[:12]


@dataclass(frozen=True, kw_only=True)
class School:
    """The fields of `school.yaml`."""

    name: str = ""
    logo: str = ""
    colours: Colours = field(default_factory=Colours)
    dark_colours: Colours = field(default_factory=Colours)
    open: Literal["all"] | None = None
    time_zone: str = ""


@dataclass(frozen=True)
class _Kind:
    """A kind of picture: its type, and what its first bytes hold."""

    type: str
    sign: bytes
    anywhere: bool = False


_KINDS = {
    ".png": _Kind("image/png", b"\x89PNG\r\n\x1a\n"),
    ".jpg": _Kind("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": _Kind("image/jpeg", b"\xff\xd8\xff"),
    ".svg": _Kind("image/svg+xml", b"<svg", anywhere=True),
}


class SchoolsLook:
    """Holds the look for all requests of a process; read again when a file of it has come, gone or changed."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._look, self._files, self._state = Look(), (), ()  # type: tuple[Look, tuple[Path, ...], State]
        self._reading = Lock()
        self.now()

    def now(self) -> Look:
        """The look as the files are now; where another request reads them already, as it was before."""
        if self._folder is None or (self._files and self._state == _state(self._files)):
            return self._look
        if self._reading.acquire(blocking=False):
            try:
                self._look, self._files, self._state = _read(self._folder)
            finally:
                self._reading.release()
        return self._look


def read_look(folder: Path | None) -> Look:
    """The look of a working folder; the house's own without one, or without a file `school.yaml` in it."""
    return _read(folder)[0] if folder else Look()


def _state(files: tuple[Path, ...]) -> State:
    return tuple(map(_told, files))


def _told(path: Path) -> tuple[int, int] | None:
    try:
        told = path.stat()
    except (OSError, ValueError):  # there is none, or no file can have such a name
        return None
    return told.st_mtime_ns, told.st_size


def _read(folder: Path) -> tuple[Look, tuple[Path, ...], State]:
    """The look, the files that it comes from, and how they were before they were read."""
    path = folder / FILE
    state = _state((path,))
    if state == (None,):
        return Look(), (path,), state
    try:
        read = read_fields(read_bank_bytes(path), str(path), School)
    except QuizEngineError as fault:
        return Look(findings=(Finding(str(fault)),)), (path,), state
    school, findings = read.record, list(read.findings)
    name = school.name.strip()
    if len(name) > LONGEST_NAME:
        findings.append(read.finding(f"found {len(name)} characters, expected at most {LONGEST_NAME}", ("name",)))
        name = ""
    logo = folder / school.logo
    files = (path, logo) if school.logo else (path,)
    state += _state(files[1:])
    picture = _picture(logo, folder, read, findings) if school.logo else None
    light = _readable(school.colours, LIGHT, "colours", read, findings)
    dark = _readable(school.dark_colours, DARK, "dark_colours", read, findings)
    zone = _zone(school.time_zone, read, findings)
    style, all_open = stylesheet(light, dark), school.open == "all"
    return Look(" ".join(name.split()), style, picture, tuple(findings), all_open, zone), files, state


def _zone(name: str, read: Fields[School], findings: list[Finding]) -> tzinfo | None:
    """Return the time zone of this name; None, with a finding, where this computer knows none."""
    if not name:
        return None
    with suppress(KeyError, ValueError, OSError):  # not known, not a name of a zone, not the name of a file
        return ZoneInfo(name)
    found = f"found “{name[:40]}”, expected a time zone that this computer knows, such as Europe/Berlin"
    findings.append(read.finding(found, ("time_zone",)))
    return None


def _readable(chosen: Colours, own: Colours, name: str, read: Fields[School], findings: list[Finding]) -> Colours:
    """The colours that were chosen, or none of them when one is not a colour or cannot be read."""
    given = {each: full_hex(colour) for each, colour in chosen.chosen.items()}
    faults = [(each, _no_colour(chosen.chosen[each])) for each, colour in given.items() if not colour]
    faults = faults or list(unreadable_colours(Colours(**given), own))
    findings += [read.finding(f"{why} (until then, none of `{name}` is used)", (name, each)) for each, why in faults]
    return Colours() if faults else Colours(**given)


def _no_colour(found: str) -> str:
    return f'found “{found[:40]}”, expected a colour of 3 or 6 hexadecimal digits in quotation marks: "#005a9c"'


def _picture(logo: Path, folder: Path, read: Fields[School], findings: list[Finding]) -> Picture | None:
    try:
        return _loaded(logo, folder)
    except _LogoError as fault:
        findings.append(read.finding(str(fault), ("logo",)))
        return None


class _LogoError(Exception):
    """A logo that cannot be shown, and why."""


def _loaded(logo: Path, folder: Path) -> Picture:
    kind = _KINDS.get(logo.suffix.lower())
    if logo.parent != folder or logo.name.startswith("."):
        raise _LogoError(f"found another place, expected the name of a file beside {FILE}")
    if kind is None:
        raise _LogoError(f"found a file of another kind, expected one of: {', '.join(_KINDS)}")
    if not logo.is_file():
        raise _LogoError(f"found no file {logo.name!r} beside {FILE}, expected the logo there")
    try:
        with open(logo, "rb") as file:
            data = file.read(MOST_LOGO_BYTES + 1)
    except OSError as fault:
        raise _LogoError(f"{logo.name} cannot be read: {fault.strerror}") from None
    if len(data) > MOST_LOGO_BYTES:
        raise _LogoError(f"found more than {MOST_LOGO_BYTES:,} bytes, expected a smaller picture")
    if not (kind.sign in data if kind.anywhere else data.startswith(kind.sign)):
        raise _LogoError(f"found something else in {logo.name}, expected a picture of the kind that its ending says")
    return Picture(data, kind.type)
