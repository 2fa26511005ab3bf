"""Two amounts that are the ends of one range: "between 5 and 10", "600,000 to 700,000 tons", "15–20 %"."""

from quizengine.language.numbers.figure import Figure, Tokens
from quizengine.language.numbers.single_figures import as_age, single_amount, year_or_label
from quizengine.language.word_lists import word_set

_CHANGES = word_set(
    "rise rose risen grow grew grown fall fell fallen drop increas decreas declin climb jump cut rais lower "
    "reduc doubl tripl up down swell swelled shrink shrank soar plung go went move moved slip edg expand surg "
    "advanc tumbl"
)


def after_between(cut: Tokens, at: int) -> bool:
    """Return whether "between" is before a figure, perhaps with a hedge between them."""
    return any(token.text == "between" for token in cut[max(0, at - 3) : at])


def range_from(cut: Tokens, first: Figure) -> Figure | None:
    """The range that the figure begins: "between 5 and 10", "600,000 to 700,000 tons", "15–20 %"."""
    at = first.end
    if at >= len(cut) or first.kind in ("label", "decade"):
        return None
    link = cut[at].text
    begin = at + 1
    hyphened = cut[at].glue == "-" and cut[at].kind in ("figure", "word", "currency")
    if hyphened and link != "to" and first.end == first.number_end:
        link, begin = "-", at
        in_figures = any(token.kind == "figure" for token in cut[first.start : first.end])
        if cut[at].kind != "currency" and (cut[at].kind == "figure") != in_figures:
            return None
    elif link == "to" and begin + 1 < len(cut) and cut[begin].text in ("about", "around", "nearly", "perhaps", "some"):
        begin += 1
    elif link == "or" and begin < len(cut) and cut[begin].text in ("so", "more"):
        return None
    if link not in ("to", "and", "–", "—", "-", "or", "through", "‑") or begin >= len(cut):
        return None
    second = (
        (_short_year(cut, first, begin) or year_or_label(cut, begin))
        if first.kind == "year"
        else single_amount(cut, begin, money=first.kind == "money")
    )
    if second is None or not _linked(cut, first, second, link):
        return None
    joined = _joined(first, second)
    return as_age(cut, joined) if joined else None


def _short_year(cut: Tokens, first: Figure, at: int) -> Figure | None:
    """The second year of "1990-95", which leaves its century out."""
    token = cut[at]
    joined = token.glue in ("", "-") and token.kind == "figure" and len(token.text) == 2 and token.text.isdigit()
    if not joined or token.value is None or first.low != first.high:
        return None
    year = first.low - first.low % 100 + token.value
    return Figure(at, at + 1, year, year, "", "year", at + 1) if year > first.low else None


def _linked(cut: Tokens, first: Figure, second: Figure, link: str) -> bool:
    """Return whether these words make a range of the two figures, and not a change, a list or a score."""
    if link == "and":
        return after_between(cut, first.start)
    if link == "or":
        close = 0 < second.low - first.low <= (5 if first.low < 20 else 10) and second.high < 100 and not first.unit
        return close and first.kind == "count"
    opening = [token.text for token in cut[max(0, first.start - 8) : first.start] if token.kind == "word"]
    if "from" in opening[-3:] and link == "to":
        return not any(word.startswith(tuple(_CHANGES)) for word in opening)
    if first.kind == "share" and second.kind == "count":
        return False  # "fell 3/8 to 12 1/2"
    if link == "-":
        if _is_a_telephone_number(cut, first, second):
            return False
        following = cut[second.end] if second.end < len(cut) else None
        if cut[first.start].glue == "-" or (following and following.text == "/"):
            return False
        return following is None or following.glue != "-" or second.kind != "count"
    return True


def _is_a_telephone_number(cut: Tokens, first: Figure, second: Figure) -> bool:
    """Return whether three plain digits and four are together: "555-1234"."""
    raw = (cut[first.start].raw, cut[second.start].raw)
    return all(map(str.isdecimal, raw)) and tuple(map(len, raw)) == (3, 4)


def _joined(first: Figure, second: Figure) -> Figure | None:
    """The range, where the first end borrows the scale and the unit of the second; None if they do not fit."""
    low = first.low
    if first.scale == 1 and second.scale >= 12 and low < second.low / second.scale:
        low *= second.scale
    same = first.unit == second.unit or not first.unit or not second.unit
    kinds = {first.kind, second.kind} - {"count"}
    if not same or len(kinds) > 1 or not low < second.low:
        return None
    unit, kind = second.unit or first.unit, next(iter(kinds), "count")
    end = second.end
    return Figure(
        first.start,
        end,
        low,
        second.high,
        unit,
        kind,
        second.number_end,
        second.scale,
        hedged_from=first.start,
        hedged_to=end,
    )
