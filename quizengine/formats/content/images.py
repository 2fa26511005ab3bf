"""Images and recordings in files: where a text finds them, and which of them a package needs."""

from base64 import b64encode
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from quizengine.extensions.records import MediaSource
from quizengine.formats.content.interactions import ExportedQuestion
from quizengine.quiz.markup import Medium, Source, Surface
from quizengine.quiz.markup.media import Kind, suffix_of

Address = Callable[[str, bytes], str]
"""Takes the reference and the bytes of an image, and returns what a text in the file calls it."""

_TYPES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}


def inside_the_text(file: str, data: bytes) -> str:
    """Return an address that holds the image itself."""
    return f"data:{image_type(file)};base64,{b64encode(data).decode()}"


def image_type(file: str) -> str:
    """Return the media type of an image by the ending of its name."""
    return f"image/{_TYPES.get(suffix_of(file), 'png')}"


def showing(surface: Surface, one: ExportedQuestion, address: Address) -> Surface:
    """Return a surface that shows those images and plays those recordings of a question that are at hand."""

    def source(medium: Medium) -> Source | None:
        data = one.files.get(medium.file)
        return None if data is None else Source(address(medium.file, data))

    return replace(surface, source=source)


def needed(questions: Iterable[ExportedQuestion]) -> Mapping[str, bytes]:
    """Return the files at hand that questions show or play, each once, in their order."""
    shown = (medium.file for one in questions for medium in one.original.media)
    files = {file: data for one in questions for file, data in one.files.items()}
    return {file: files[file] for file in dict.fromkeys(shown) if file in files}


def with_files(
    questions: Iterable[ExportedQuestion], media: MediaSource, kinds: Collection[Kind]
) -> tuple[ExportedQuestion, ...]:
    """Return the questions with the files of their images or recordings at hand, as far as there are any."""
    return tuple(replace(one, files=_files_of(one, media, kinds)) for one in questions)


def _files_of(one: ExportedQuestion, media: MediaSource, kinds: Collection[Kind]) -> Mapping[str, bytes]:
    found = {medium.file: media(medium.file) for medium in one.original.media if medium.kind in kinds}
    return {file: data for file, data in found.items() if data is not None}
