"""What axe finds wrong with a page: rules of WCAG 2.2, levels A and AA, and what axe calls best practice."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "async options => (await axe.run(options)).violations"


def violations(tab: Page, only: str = "") -> list[str]:
    """Each fault by the name of its rule and the element, or the faults of one rule alone.

    Only violations are worked out and fetched: with what passes, axe takes twice as long.
    """
    tab.wait_for_load_state()  # a page that a button led to may show its text before its stylesheet has come
    rules = {"type": "rule", "values": [only]} if only else {"type": "tag", "values": _TAGS}
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(Axe().axe_script)
    found = tab.evaluate(_RUN, {"runOnly": rules, "resultTypes": ["violations"]})
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]
