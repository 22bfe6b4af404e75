"""Finds the panel of each tab of a page, so that the name on a tab is read as the heading of its panel.

The tabs of a page are a list above all panels: read in the order of the page, the facts of the first panel would be
below the name of the last tab. The same holds for a list of links to sections that have no heading.
"""

from __future__ import annotations

import re
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.importing.lines import squash

_TAB_SELECTOR: Final = (
    "[role=tab], [data-toggle=tab], [data-toggle=pill], [data-bs-toggle=tab], [data-bs-toggle=pill], li > a[href^='#'],"
    " button[onclick], a[onclick]"
)
_LIST_SELECTOR: Final = "[role=tablist], ul[class*=tab], ol[class*=tab], div[class*=tab], button"
_IN_LIST: Final = frozenset({"button", "a", "li"})
_PANELS: Final = frozenset({"div", "section", "article"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt"})
_QUOTED: Final = re.compile(r"['\"]#?([^'\"\s]{1,200})['\"]")
_MOST_TABS: Final = 500
_LONGEST_NAME: Final = 300


class Tabs:
    """The tabs of a page and their panels."""

    def __init__(self, tree: LexborHTMLParser) -> None:
        self._names: dict[int, str] = {}
        """The name of each panel, by the number of its node."""
        self._tabs: set[int] = set()
        self._tree = tree
        self._by_id = {identity: node for node in tree.css("[id]") if (identity := node.attributes.get("id"))}
        for node in tree.css(_TAB_SELECTOR)[:_MOST_TABS]:
            self._add(node, self._panel_of(node))
        self._add_in_order()

    def is_tab(self, node: LexborNode) -> bool:
        """Return True for a tab, whose words are read where its panel begins."""
        return node.mem_id in self._tabs

    def name_of_panel(self, node: LexborNode) -> str:
        """Return the words of the tab of a panel. Empty for every other node."""
        return self._names.get(node.mem_id, "")

    def _add(self, tab: LexborNode, panel: LexborNode | None) -> None:
        name = squash(tab.text(deep=True))
        if panel is None or not name or len(name) > _LONGEST_NAME or tab.mem_id == panel.mem_id:
            return
        if _is_in_heading(tab) or (panel.tag or "") in _HEADINGS or _contains(panel, tab):
            return
        if panel.mem_id in self._names:
            self._tabs.add(tab.mem_id)
            return
        if not _has_text(panel):
            return
        self._tabs.add(tab.mem_id)
        # A panel that begins with that name as a heading needs no other heading.
        first = next(iter(panel.css("h1, h2, h3, h4, h5, h6, summary, dt")), None)
        begins_with_name = squash(panel.text(deep=True)[: 4 * _LONGEST_NAME]).casefold().startswith(name.casefold())
        if first is None or not begins_with_name:
            self._names.setdefault(panel.mem_id, name)

    def _panel_of(self, tab: LexborNode) -> LexborNode | None:
        """Return the panel that a tab names with its id."""
        attributes = tab.attributes
        named = [attributes.get(each) or "" for each in ("aria-controls", "data-bs-target", "data-target", "href")]
        named += [each.attributes.get("href") or "" for each in tab.css("a[href^='#']")[:1]]
        named += _QUOTED.findall(attributes.get("onclick") or "")
        return next((self._by_id[key] for each in named if (key := each.removeprefix("#")) in self._by_id), None)

    def _add_in_order(self) -> None:
        """Match tabs that name no id with their panels: as many panels follow them as there are tabs."""
        seen: set[int] = set()
        for node in self._tree.css(_LIST_SELECTOR)[:_MOST_TABS]:
            tabs_list = node.parent if node.tag == "button" else node
            if tabs_list is None or tabs_list.mem_id in seen:
                continue
            seen.add(tabs_list.mem_id)
            tabs = _elements(tabs_list.first_child)
            if len(tabs) < 2 or any(each.tag not in _IN_LIST or self.is_tab(each) for each in tabs):
                continue
            for tab, panel in zip(tabs, _panels_after(tabs_list, len(tabs)), strict=False):
                self._add(tab, panel)


def _panels_after(tabs_list: LexborNode, count: int) -> list[LexborNode]:
    """Return as many panels as there are tabs: the elements after the list, or those in the element after it."""
    after = _elements(tabs_list.next)
    within = _elements(after[0].first_child) if after else []
    for panels in (within, after):
        if len(panels) == count and all(each.tag in _PANELS for each in panels):
            return panels
    return []


def _elements(first: LexborNode | None) -> list[LexborNode]:
    """Return an element and the elements after it with the same parent."""
    found: list[LexborNode] = []
    node = first
    while node is not None and len(found) < _MOST_TABS:
        if not (node.tag or "").startswith(("-", "_", "!")):
            found.append(node)
        node = node.next
    return found


def _has_text(panel: LexborNode) -> bool:
    return panel.first_child is not None and bool(panel.text(deep=True).strip())


def _is_in_heading(node: LexborNode) -> bool:
    """Return True for a tab in a heading, or one that is a heading: the head of an accordion, above its own panel."""
    above: LexborNode | None = node
    for _ in range(4):
        if above is None:
            return False
        if (above.tag or "") in _HEADINGS:
            return True
        above = above.parent
    return False


def _contains(panel: LexborNode, tab: LexborNode) -> bool:
    above = tab.parent
    while above is not None:
        if above.mem_id == panel.mem_id:
            return True
        above = above.parent
    return False
