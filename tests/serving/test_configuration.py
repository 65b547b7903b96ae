"""The settings that our speed and safety rest on are still known to the pinned Streamlit, and still set."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from streamlit import config, file_util

from advisor.serving.headers import inline_script_hashes

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def options() -> dict[str, Any]:
    return {
        f"{section}.{name}": value
        for section, entries in tomllib.loads((ROOT / ".streamlit/config.toml").read_text()).items()
        for name, value in entries.items()
        if not isinstance(value, dict)
    }


def test_streamlit_knows_every_option_that_we_set(options: dict[str, Any]) -> None:
    assert options.keys() <= config.get_config_options().keys()


def test_no_garbage_collection_delays_an_answer(options: dict[str, Any]) -> None:
    assert options["runner.postScriptGC"] is False


def test_no_host_page_may_send_commands(options: dict[str, Any]) -> None:
    assert options["client.allowedOrigins"] == []


def test_nothing_is_measured_about_visitors(options: dict[str, Any]) -> None:
    assert options["browser.gatherUsageStats"] is False


def test_visitors_see_no_tracebacks(options: dict[str, Any]) -> None:
    assert options["client.showErrorDetails"] == "none"


def test_streamlits_page_has_one_inline_script_to_allow() -> None:
    page = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
    assert len(inline_script_hashes(page)) == 1


def test_requirements_are_pinned_exactly() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "constraints.txt"):
        lines = (ROOT / name).read_text().splitlines()
        pins = [line for line in lines if line and not line.startswith(("#", "-"))]
        assert [pin for pin in pins if "==" not in pin] == [], name


def test_constraints_agree_with_the_direct_pins() -> None:
    constraints = {line.lower() for line in (ROOT / "constraints.txt").read_text().splitlines()}
    for name in ("requirements.txt", "requirements-dev.txt"):
        pins = [line.lower() for line in (ROOT / name).read_text().splitlines() if "==" in line]
        assert [pin for pin in pins if pin not in constraints] == [], name
