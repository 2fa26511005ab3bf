"""Openings before the first sentence of a paragraph that do not belong to it: datelines, forms of address."""

import re

from quizengine.text.layout.furniture import DATE, NAME

_AGENCIES = r"(?:AP|AFP|PA|UPI|CNN|BBC|NPR|Reuters|Xinhua|IANS|PTI|ANI|dpa|Bloomberg)"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?: [A-ZÀ-Þ.’'-]+){0,3}"
_STATE = r"(?:[A-Z]\.){2,3}"
_PLACES = (
    rf"{_CAPITALS}(?:, {NAME}(?: {NAME}){{0,2}})?(?:,? {DATE})?"
    r"(?: ?\([^()\n]{2,40}\))?",
    rf"{NAME}(?: {NAME}){{0,3}}(?:,? {DATE})? ?\([A-Z][\w ./-]{{1,30}}\)",
    rf"{NAME}(?: {NAME}){{0,2}}, (?:{NAME}, )?{DATE}",
    rf"{DATE} ?\([A-Z][\w ./-]{{1,30}}\)",
    rf"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+(?:[ /][A-ZÀ-Þ.’'-]+){{1,3}}(?:, (?:{_STATE}|{NAME}))?(?:,? {DATE})?"
    r"(?: ?\([^()\n]{2,40}\))?",
    rf"{_CAPITALS}, {_STATE}",
    rf"{_CAPITALS}(?:, {NAME}(?: {NAME}){{0,2}})?(?:, {DATE})? ?/[A-Z][\w -]{{2,20}}/",
    rf"{NAME}(?: {NAME}){{0,2}}, {NAME}(?: {NAME}){{0,2}}",
    rf"\({_AGENCIES}\)",
)
"""The place and date of a report: "ORRA, May 3 (AFP)", "Orra (Reuters)"."""
PREFIXES = (
    (
        "dateline",
        re.compile(
            rf"(?:{'|'.join(_PLACES)}) ?(?:[—–]|--?(?= )) ?(?=[A-ZÀ-Þ“\"‘$€£\d])"
            rf"|(?:\({_AGENCIES}\)|\[[A-ZÀ-Þ ]{{3,30}}\]"
            rf"|[A-ZÀ-Þ]{{3,}}(?: [A-ZÀ-Þ]{{2,}}){{0,2}}:) ?(?=[A-ZÀ-Þ“\"‘][^A-ZÀ-Þ])"
            rf"|{NAME}(?: {NAME}){{0,2}} \| (?=[A-ZÀ-Þ“\"‘])"
        ),
    ),
    (
        "letter form",
        re.compile(
            r"(?:To the [Ee]ditor|Dear (?:[Ss]irs?|[Mm]adam|[Ee]ditors?|[Ss]ir or [Mm]adam)|SIR|Sir)"
            r"\s*[,:]?\s*[—–:-]\s*(?=[A-ZÀ-Þ“\"‘\d])"
        ),
    ),
)
"""Words before the first sentence of a paragraph that are not part of it."""
