"""Makes the many checks of the invented product quick: of its files, each test changes one or two."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from functools import cache

import pytest

from advisor.reading import strict_yaml
from advisor.reading.strict_yaml import YamlFile, parse


@cache
def _parsed(text: str, name: str) -> bytes:
    return pickle.dumps(parse(text, name))


def _copy(text: str, name: str) -> YamlFile:
    copied: YamlFile = pickle.loads(_parsed(text, name))
    return copied


@pytest.fixture(autouse=True, scope="module")
def _each_text_is_parsed_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "parse", _copy)
        yield
