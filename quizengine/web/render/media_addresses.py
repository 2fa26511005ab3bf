"""The addresses of the images and recordings of quizzes, which nobody can guess.

An address is signed, so what a quiz that is not open yet will show cannot be asked for by its name. It holds a digest
of the content, so browsers may keep the file for good.
"""

import hmac
from urllib.parse import quote

from flask import request

from quizengine.bank.media_files import MediaError, MediaFile, MediaFolders
from quizengine.quiz.markup import Medium, Source

MEDIA = "/media/"
"""The beginning of their paths."""
_DIGITS = 20


class MediaAddresses:
    """Made once for an app; `secret` is for signing addresses."""

    def __init__(self, folders: MediaFolders, secret: bytes) -> None:
        self._folders = folders
        self._secret = secret

    def source(self, medium: Medium) -> Source | None:
        """Return where a page has a file; None if it is not there, or no longer what its name says."""
        try:
            found = self._folders.find(medium.file)
        except MediaError:
            return None
        place = f"{self._signature(medium.file)}/{found.digest}/{quote(medium.file)}"
        return Source(f"{request.script_root}{MEDIA}{place}", found.width, found.height)

    def file(self, signature: str, file: str) -> MediaFile | None:
        """The file that an address of ours leads to; None if the address is not ours, or the file is gone."""
        if not hmac.compare_digest(self._signature(file).encode(), signature.encode()):
            return None
        try:
            return self._folders.find(file)
        except MediaError:
            return None

    def _signature(self, file: str) -> str:
        return hmac.digest(self._secret, f"media {file}".encode(), "sha256").hex()[:_DIGITS]
