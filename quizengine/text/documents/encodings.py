"""Decodes the bytes of a text: by its byte order mark, as UTF-8, or else by a guess that is reported."""

import codecs

from quizengine.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
"""Bytes that the guess looks at."""
_CONTROLS = bytes([*range(9), 11, *range(14, 27), *range(28, 32), 127])
_ENCODINGS = (
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859_{number}" for number in (2, 5, 7, 9, 15)),
    *("koi8_r", "koi8_u", "mac_roman", "cp850", "cp866", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
)
"""Those that texts are still found in."""
_WESTERN = frozenset("éèêàâçùûîïôëäöüßñáíóúåøæœ’‘“”–—…€£«»°ÉÄÖÜ")
"""The characters beyond ASCII in Western European text."""
_WESTERN_ENDS = frozenset("¹²³½¼¾ºª†‡•·×±©®™§¶")
"""Signs of such text that no letter follows: where one does, they are letters of another encoding."""


def decode_text(data: bytes) -> tuple[str, str]:
    """The text of some bytes, without a byte order mark, and a clause that says what was guessed, if anything was.

    Raises ArticleError for what is no text in any encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _read(data, len(mark), encoding), ""
    if b"\0" in data:
        return _wide(data)
    try:
        return data.decode(), ""
    except UnicodeDecodeError as fault:
        return _guessed(data, fault)


def _read(data: bytes, begin: int, encoding: str) -> str:
    try:
        text = data[begin:].decode(encoding)
    except UnicodeDecodeError as fault:
        words = f"byte {begin + fault.start} is not {encoding.upper()}, as the file says it is; save the file as UTF-8"
        raise ArticleError(words) from None
    if (at := text.find("\0")) >= 0:
        raise ArticleError(f"found a NUL character at {at}, expected plain text; is this a text file?")
    return text


def _wide(data: bytes) -> tuple[str, str]:
    """A text in UTF-16 without its mark: nearly every second byte is zero."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    half = max(1, len(data) // 2)
    for many, few, encoding in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if many > 0.4 * half and few < 0.05 * half and len(data) % 2 == 0:
            return _read(data, 0, encoding), _guess(encoding.upper())
    raise ArticleError(f"found a NUL byte at byte {data.find(0)}, expected plain text; is this a text file?")


def _guessed(data: bytes, fault: UnicodeDecodeError) -> tuple[str, str]:
    if "unexpected end" in fault.reason:
        whole = data[: fault.start].decode()
        return whole, f"its last character, at byte {fault.start}, is cut off: is the file whole?"
    encoding = _best_guess(data)
    if encoding is None:
        words = f"byte {fault.start} (0x{data[fault.start]:02x}) is not UTF-8, and no other encoding fits"
        raise ArticleError(f"{words}; save the file as UTF-8")
    return data.decode(encoding, "replace"), _guess(_name(encoding))


def _best_guess(data: bytes) -> str | None:
    """The encoding that makes sense of the bytes; Windows-1252 where all it makes are letters and signs of the West."""
    from charset_normalizer import from_bytes  # 32 ms, and hardly ever needed

    sample = data[:_SAMPLE]
    if len(sample.translate(None, _CONTROLS)) < len(sample):
        return None
    if _is_western(sample.decode("cp1252", "replace")):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=list(_ENCODINGS)).best()
    if best is None or best.chaos > 0.2:
        return None
    return best.encoding


def _is_western(text: str) -> bool:
    """True if all that is beyond ASCII in a text are letters and signs of Western Europe, as they stand in words."""
    return all(
        sign in _WESTERN or (sign in _WESTERN_ENDS and not text[at + 1 : at + 2].isalpha())
        for at, sign in enumerate(text)
        if sign > "\x7f"
    )


def _guess(name: str) -> str:
    return f"read as {name}, a guess; if letters are wrong, save it as UTF-8"


def _name(encoding: str) -> str:
    return encoding.replace("cp125", "Windows-125").replace("iso8859_", "ISO 8859-").replace("_", "-")
