"""Images and recordings that a teacher hands in, stored in the folder `media` under a name of ours.

An image is drawn again: turned upright, no larger than a page needs, and without what cameras add, such as the place
where it was taken. So nothing of the file that was handed in is kept but its picture.
"""

import io
import re
import unicodedata
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quizengine.bank.media_files import (
    MOST_AUDIO_BYTES,
    MOST_PIXELS,
    MediaError,
    MediaFolders,
    checked,
)
from quizengine.desk.changes import alone
from quizengine.engine import Engine
from quizengine.quiz.markup.media import KINDS, MEDIA_FOLDER, Medium, suffix_of
from quizengine.system.files import write_whole

LARGEST_IMAGE = 15_000_000
"""The most bytes of a photograph that is handed in; it is stored much smaller."""
_MOST_SIDE = 1_600
_FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_LONGEST_NAME = 40


def take_media(engine: Engine, name: str, data: bytes) -> str:
    """Store an image or a recording in the working folder, and return the reference to it: `media/cell.png`.

    `name` is what the browser calls it, and never a path. The same file twice is stored once. Raises MediaError for
    what is neither, or far too large, and WriteError.
    """
    if engine.folder is None:
        raise MediaError("this is what comes with quizengine; serve a working folder of your own to add images")
    return store_media(engine.folder, name, data)


def store_media(parent: Path, name: str, data: bytes) -> str:
    """Store an image or a recording in the folder `media` inside another, as `take_media` does."""
    if not data:
        raise MediaError("found an empty file, expected an image or a recording")
    suffix = suffix_of(name.replace("\\", "/").rpartition("/")[2])
    if suffix not in KINDS:
        raise MediaError(f"found a file of another kind, expected one that ends in {', '.join(KINDS)}")
    if KINDS[suffix] == "image":
        data, suffix = _drawn_anew(data)
    elif len(data) > MOST_AUDIO_BYTES:
        raise MediaError(f"found {len(data):,} bytes, expected at most {MOST_AUDIO_BYTES:,}; make it shorter")
    else:
        checked(data, suffix)
    folder = parent / MEDIA_FOLDER
    with alone(folder / "any"):
        for file in _names(name, suffix):
            place = folder / file
            if not place.exists():
                write_whole(place, data)
                return f"{MEDIA_FOLDER}/{file}"
            if place.is_file() and place.read_bytes() == data:
                return f"{MEDIA_FOLDER}/{file}"
    raise MediaError(f"found too many files with the name {name[:60]}, expected another name")


def media_of(engine: Engine) -> tuple[Medium, ...]:
    """The images and recordings in the working folder, by name; their alternative text is the name in words."""
    folders = MediaFolders((engine.folder,)) if engine.folder else MediaFolders(())
    media = (Medium(file, _in_words(file), KINDS[suffix_of(file)]) for file in folders.listed())
    return tuple(medium for medium in media if not folders.fault(medium))


def reference(medium: Medium) -> str:
    """The text that refers to the image or recording."""
    words = re.sub(r"[\[\]\\\s]+", " ", medium.alt).strip()
    return f"![{words}]({f'<{medium.file}>' if ' ' in medium.file or '(' in medium.file else medium.file})"


def _drawn_anew(data: bytes) -> tuple[bytes, str]:
    """The picture alone, and the ending for it; of an animation its first picture."""
    from PIL import Image, ImageOps

    if len(data) > LARGEST_IMAGE:
        raise MediaError(f"found {len(data):,} bytes, expected at most {LARGEST_IMAGE:,}; make it smaller")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of large images, which are refused below
            with Image.open(io.BytesIO(data), formats=_FORMATS) as found:
                if found.width * found.height > MOST_PIXELS:
                    raise MediaError(f"found too many pixels, expected at most {MOST_PIXELS:,} in all; make it smaller")
                is_photograph = found.format == "JPEG"
                upright: Any = ImageOps.exif_transpose(found)
                picture = upright.convert("RGB" if is_photograph else "RGBA")
    except MediaError:
        raise
    except Exception:  # whatever a broken file makes the library raise
        raise MediaError("found something else in the file, expected a PNG, JPEG, GIF or WebP image") from None
    picture.thumbnail((_MOST_SIDE, _MOST_SIDE))
    made = io.BytesIO()
    if is_photograph:
        picture.save(made, "JPEG", quality=88, optimize=True)
    else:
        picture.save(made, "PNG", optimize=True)
    return made.getvalue(), ".jpg" if is_photograph else ".png"


def _names(name: str, suffix: str) -> Iterator[str]:
    """Yield different names for a file, made of the letters and digits of what the browser calls it."""
    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST_NAME].strip("-") or "file"
    yield f"{words}{suffix}"
    for number in range(2, 100):
        yield f"{words}-{number}{suffix}"


def _in_words(file: str) -> str:
    return re.sub(r"[\W_]+", " ", Path(file).stem).strip() or "image"
