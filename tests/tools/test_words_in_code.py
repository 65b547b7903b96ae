"""What the program says is read from its code, so that no text is missing, dead or filled in otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from advisor.content.schemas import as_text
from advisor.content.word_problems import SCHEMA
from advisor.content.words import PRODUCT, Words, read_words
from advisor.reading.reader import Reader
from tools.word_keys import words_in_code
from tools.word_keys.__main__ import lost, schema
from tools.word_keys.words_in_code import key_uses, unsaid

WORDS = """\
sail:
  title: Sails
  told: "{count} sails on {day}"
  left:
    one: 1 sail left
    other: "{count} sails left"
"""
SAYS = """\
def told(words, kind):
    words["sail.title"]
    words("sail.told", count=2, day="Monday")
    words.count("sail.left", 3)
"""


def wrong(root: Path, code: str = SAYS, words: str = WORDS, template: str = "", ending: str = "html") -> list[str]:
    (root / "advisor").mkdir()
    (root / "content").mkdir()
    (root / "advisor/boats.py").write_text(code, "utf-8")
    (root / f"advisor/boats.{ending}").write_text(template, "utf-8")
    (root / "content/words.yaml").write_text(words, "utf-8")
    return list(unsaid(root, read_words(Reader(root), "content/words.yaml")))


def test_the_program_and_its_words_say_the_same() -> None:
    assert list(unsaid(PRODUCT, read_words(Reader(PRODUCT), "content/words.yaml"))) == []


def test_the_schema_of_the_words_is_the_one_that_the_code_gives() -> None:
    fresh = schema(read_words(Reader(PRODUCT), "content/words.yaml"))
    assert (PRODUCT / SCHEMA).read_text("utf-8") == as_text(fresh), "write it again: make words"


def test_a_placeholder_that_a_text_lost_is_no_new_truth() -> None:
    words = read_words(Reader(PRODUCT), "content/words.yaml")
    before = schema(words)
    after = schema(Words({**words, "document.date": "Assessed"}))
    (told,) = lost(before, after)
    assert "{date}" in told
    assert "'document.date'" in told
    assert lost(before, before) == []


def test_the_search_finds_what_it_looks_for() -> None:
    found = key_uses(PRODUCT)
    for ending, least in ((".py", 400), (".html", 10), (".typ", 40)):
        assert sum(use.file.endswith(ending) for use in found) > least


def test_what_is_said_as_it_is_written_is_right(tmp_path: Path) -> None:
    assert wrong(tmp_path) == []


def test_a_key_that_is_said_and_missing_is_named_with_its_module(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, f'{SAYS}    words["sail.colour"]\n')
    assert found == "advisor/boats.py:5: 'sail.colour' is said and missing: write it in content/words.yaml"


def test_a_key_that_is_never_said_is_named_with_its_line(tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, words=f"{WORDS}  colour: Red\n")
    assert found == "content/words.yaml:7: 'sail.colour' is never said: take it out"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('("sail.told", count=2, day="Monday")', '("sail.told", count=2)'),
        ('["sail.title"]', '["sail.told"], words["sail.title"]'),
    ],
)
def test_a_placeholder_that_nobody_fills_is_named(old: str, new: str, tmp_path: Path) -> None:
    (found,) = {text for text in wrong(tmp_path, SAYS.replace(old, new)) if "{day}" in text}
    assert "nothing is filled in for '{day}' of 'sail.told'" in found


@pytest.mark.parametrize(
    "code",
    [
        'for name in ("title", "colour"):\n    words[f"sail.{name}"]\n',
        '[words["sail." + name] for name in ("title", "colour")]\n',
        'NAMES = ("title", "colour")\nfor name in NAMES:\n    words[f"sail.{name}"]\n',
        'for name, mast in (("title", 1), ("colour", 2)):\n    words[f"sail.{name}"]\n',
        'for name, mast in {"title": 1, "colour": 2}.items():\n    words[f"sail.{name}"]\n',
        'name = "title" if red else "colour"\nwords[f"sail.{name}"]\n',
        'words["sail.title" if red else "sail.colour"]\n',
        'name = {1: "title"}.get(red, "colour")\nwords[f"sail.{name}"]\n',
        'def head(key):\n    words[key]\nhead("sail.title")\nhead("sail.colour")\n',
    ],
)
def test_a_key_that_is_put_together_from_what_stands_nearby_is_understood(code: str, tmp_path: Path) -> None:
    assert [text for text in wrong(tmp_path, SAYS + code) if "sail.colour' is said and missing" in text]


def test_a_key_that_is_put_together_at_run_time_must_be_declared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = f'{SAYS}    words[f"sail.{{kind}}"]\n'
    (found,) = wrong(tmp_path, code)
    assert "advisor/boats.py:5: 'sail.{}' is known only at run time" in found
    monkeypatch.setattr(words_in_code, "families", lambda _: {"sail.{}": ("title", "colour")})
    (found,) = unsaid(tmp_path, read_words(Reader(tmp_path), "content/words.yaml"))
    assert "'sail.colour' is said and missing" in found


@pytest.mark.parametrize(
    ("ending", "template"),
    [
        ("html", '{{ say("sail.colour") }}'),
        ("html", '{% for name in ("title", "colour") %}{{ say("sail." ~ name) }}{% endfor %}'),
        ("html", '{{ say("sail.title" if red else "sail.colour") }}'),
        ("typ", '#say("sail.colour")'),
        ("typ", '#for name in ("title", "colour") { say("sail." + name) }'),
        ("typ", '#("title", "colour").map(name => say("sail." + name))'),
        ("typ", '#say(if red { "sail.title" } else { "sail.colour" })'),
    ],
)
def test_templates_are_read_as_well(ending: str, template: str, tmp_path: Path) -> None:
    (found,) = wrong(tmp_path, template=template, ending=ending)
    assert found.startswith(f"advisor/boats.{ending}:1: 'sail.colour' is said and missing")


@pytest.mark.parametrize(("ending", "mark"), [("html", "="), ("typ", ": ")])
def test_what_a_template_does_not_fill_is_named(ending: str, mark: str, tmp_path: Path) -> None:
    right = f'{{{{ say("sail.told", count{mark}mast.count((1, "a")), day{mark}"x") }}}}'
    template = right + f'{{{{ say("sail.told", day{mark}1) }}}}'
    (found,) = wrong(tmp_path, template=template, ending=ending)
    assert "nothing is filled in for '{count}' of 'sail.told'" in found


def test_a_script_says_what_its_list_of_words_names(tmp_path: Path) -> None:
    script = """\
/**
 * @typedef {{
 *   "next-sail": Text,
 *   told: Text<"day" | "sail">,
 *   left: Counted,
 * }} Words
 */
"""
    words = """\
talk:
  told: "{sail} on {day} at {hour}"
  left: {one: 1 sail left, other: "{count} sails left"}
  rope: Ropes
"""
    missing, dead, unfilled = wrong(tmp_path, "", words, script, "js")
    assert missing.startswith("advisor/boats.js:3: 'talk.next-sail'")
    assert "'talk.rope'" in dead
    assert "'{hour}'" in unfilled
