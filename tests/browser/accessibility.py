"""Runs axe-core in a page and refuses every violation that has no reason in axe_known.yaml."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Frame, Page

_AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
_KNOWN = Path(__file__).with_name("axe_known.yaml")
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


def axe_violations(page: Page | Frame) -> list[str]:
    """One line for each element that breaks a rule: `rule: element: why`."""
    # Evaluated rather than added as a script element, which the page's security policy refuses.
    page.evaluate(_AXE)
    result = page.evaluate(_RUN, _TAGS)
    return [
        f"{violation['id']}: {_selector(node)}: {violation['help']}"
        for violation in result["violations"]
        for node in violation["nodes"]
        if not _is_known(violation["id"], _selector(node), node["html"])
    ]


def assert_no_axe_violations(page: Page | Frame) -> None:
    found = axe_violations(page)
    assert not found, "\n".join(["axe found", *found])


def _selector(node: dict[str, Any]) -> str:
    return " ".join(str(part) for part in node["target"])


def _is_known(rule: str, selector: str, html: str) -> bool:
    known = yaml.safe_load(_KNOWN.read_text(encoding="utf-8")) or []
    return any(entry["rule"] == rule and entry["element"] in f"{selector} {html}" for entry in known)
