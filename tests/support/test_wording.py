"""The search for sentences finds them filled in, and finds no others."""

from __future__ import annotations

from tests.support.wording import says

WORDS = {"depth": "{depth} (at low tide) below the {boat}", "calm": "Calm."}


def test_a_sentence_is_found_whatever_is_filled_in() -> None:
    assert says("There are 3 fathoms (at low tide) below the keel", WORDS, "depth")
    assert says("3 fathoms \\(at low tide\\) below the keel", WORDS, "depth")


def test_another_sentence_is_not_found() -> None:
    assert not says("3 fathoms at low tide below the keel", WORDS, "depth")
    assert not says("Calm, and warm", WORDS, "calm")
