"""The tags and the text of HTML, in order, read as browsers read them.

In time proportional to the length of a page, where the standard library's parser is quadratic on tags and comments that
are never closed (six seconds for 60 KB); only the names of tags is needed of what it gives.
"""

import re
from collections.abc import Iterator
from html import unescape

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)")
_IN_TAG = re.compile(r">|=\s*[\"']")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp"})
"""Elements whose content is plain text until their end tag."""


def html_tokens(html: str) -> Iterator[tuple[str, str]]:
    """Each piece of a page with its kind: "text", "start", "end", with the name of the tag in small letters."""
    at, end = 0, len(html)
    while at < end:
        begin = html.find("<", at)
        if begin != at:
            yield "text", unescape(html[at : begin if begin >= 0 else end])
        if begin < 0:
            return
        tag = _TAG.match(html, begin)
        if tag is None:
            at = _past_no_tag(html, begin)
            if at == begin + 1:
                yield "text", "<"
            continue
        name, at = tag["name"].lower(), _past_tag(html, tag.end())
        yield "end" if tag["end"] else "start", name
        closed = html.endswith("/>", begin, at)
        if closed:
            yield "end", name
        if name in _RAW and not tag["end"] and not closed:
            close = re.compile(rf"</{name}", re.IGNORECASE).search(html, at)
            inside, at = (html[at : close.start()], close.start()) if close else (html[at:], end)
            yield "text", inside


def _past_no_tag(html: str, begin: int) -> int:
    """Return where a comment or a declaration ends that begins here; the next character where neither does."""
    if html.startswith("<!--", begin):
        close = html.find("-->", begin + 4)
        return close + 3 if close >= 0 else len(html)
    if html.startswith(("<!", "<?", "</"), begin):
        close = html.find(">", begin)
        return close + 1 if close >= 0 else len(html)
    return begin + 1


def _past_tag(html: str, at: int) -> int:
    """Return where a tag ends; a > between quotation marks does not end it."""
    while found := _IN_TAG.search(html, at):
        if found[0] == ">":
            return found.end()
        close = html.find(found[0][-1], found.end())
        if close < 0:
            break
        at = close + 1
    return len(html)
