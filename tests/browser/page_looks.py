"""All that is seen of a page in one visit: by axe, on a phone, in the dark, and in photographs."""

from dataclasses import dataclass
from pathlib import Path

from accessibility import violations
from playwright.sync_api import Page

PHOTOGRAPHS = ((320, "dark"), (360, "light"), (768, "light"), (1280, "dark"))

_SPACED = """() => {
    let spacing = new CSSStyleSheet()
    spacing.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
        word-spacing: .16em !important }`)
    document.adoptedStyleSheets = [spacing]
    let width = document.scrollingElement.scrollWidth
    document.adoptedStyleSheets = []
    return width
}"""
_SIZES = """() => [...document.querySelectorAll('main a, header a, button, summary, input, select, textarea')]
.filter(each => !each.matches('[hidden], [type=hidden]'))
.map(each => {
    let box = each.getBoundingClientRect(), row = (each.closest('.option') || each).getBoundingClientRect()
    let control = each.matches('button, summary, input, select')
    return [each.outerHTML.slice(0, 80), Math.min(box.width, box.height), row.height, control]
})"""


@dataclass(frozen=True)
class Look:
    """What was seen of one page; widths and heights are in CSS pixels."""

    title: str
    language: str | None
    main_headings: int
    mains: int
    faults: list[str]
    dark_faults: list[str]
    """The colours without enough contrast in the dark."""
    width_at_320: int
    width_at_320_spaced: int
    """The same with the text spacing that WCAG 1.4.12 names."""
    too_small: list[list[object]]
    """What is smaller than 24 pixels, or than 44 in the rows of options, boxes and buttons, on a phone."""


def look_at(tab: Page) -> Look:
    """Look at a page that is open in a window of 1280 × 720, and leave the window as it was."""
    faults = violations(tab)
    tab.emulate_media(color_scheme="dark")
    dark_faults = violations(tab, "color-contrast")
    tab.emulate_media(color_scheme="light")
    tab.set_viewport_size({"width": 320, "height": 640})
    width, spaced = tab.evaluate("document.scrollingElement.scrollWidth"), tab.evaluate(_SPACED)
    tab.set_viewport_size({"width": 360, "height": 740})
    too_small = [each for each in tab.evaluate(_SIZES) if each[1] < 24 or (each[3] and each[2] < 44)]
    tab.set_viewport_size({"width": 1280, "height": 720})
    return Look(
        title=tab.title(),
        language=tab.locator("html").get_attribute("lang"),
        main_headings=tab.get_by_role("heading", level=1).count(),
        mains=tab.get_by_role("main").count(),
        faults=faults,
        dark_faults=dark_faults,
        width_at_320=width,
        width_at_320_spaced=spaced,
        too_small=too_small,
    )


def photograph(tab: Page, name: str, folder: Path) -> dict[tuple[int, str], int]:
    """Photograph an open page in every size and colour scheme; gives the size of each picture in bytes."""
    sizes = {}
    for width, scheme in PHOTOGRAPHS:
        tab.set_viewport_size({"width": width, "height": 740})
        tab.emulate_media(color_scheme=scheme)
        sizes[width, scheme] = len(tab.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True))
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(color_scheme="light")
    return sizes
