"""Reading YAML the way a careful editor means it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from advisor.reading.strict_yaml import MAX_BYTES, MAX_DEPTH, YamlFile, parse, read


def mistakes(document: YamlFile) -> list[str]:
    return [str(mistake) for mistake in document.mistakes]


@pytest.mark.parametrize(
    "scalar", ["no", "yes", "on", "7.10", "2015-09-15", "010", "1e3", "~", "null", "0x1F", "12:30"]
)
def test_every_scalar_stays_the_text_that_was_written(scalar: str) -> None:
    assert parse(f"- {scalar}\n- '{scalar}'\n", "a.yaml").data == [scalar, scalar]


def test_keys_stay_text_as_well() -> None:
    assert parse("{yes: a, 7.10: b}", "a.yaml").data == {"yes": "a", "7.10": "b"}


def test_a_duplicate_key_is_refused_with_both_lines() -> None:
    document = parse("a: 1\nb: 2\na: 3\n", "boats.yaml")
    assert mistakes(document) == ["boats.yaml:3: 'a' stands here twice, first on line 1"]
    assert document.data == {"a": "1", "b": "2"}


def test_a_duplicate_key_deep_inside_is_found_and_reading_goes_on() -> None:
    document = parse("- x:\n    a: {k: 1, k: [2, {z: 3}]}\n    b: 1\n    b: 2\n", "f")
    assert mistakes(document) == [
        "f:2: 'k' stands here twice, first on line 2",
        "f:4: 'b' stands here twice, first on line 3",
    ]


def test_anchors_aliases_and_tags_are_refused_each_on_its_line() -> None:
    document = parse("a: &here 1\nb: *here\nc: !!python/name:os.system x\nd: !local {x: 1}\n", "f")
    assert [mistake.line for mistake in document.mistakes] == [1, 2, 3, 4]
    assert all("not used here" in mistake.text for mistake in document.mistakes)


def test_a_billion_laughs_never_grows() -> None:
    text = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert parse(text, "f").data["i"] == ["", ""]


def test_merge_keys_are_plain_keys() -> None:
    assert parse("<<: {a: 1}\n", "f").data == {"<<": {"a": "1"}}


def test_a_key_that_is_a_list_is_refused() -> None:
    document = parse("ok: 1\n? [a, b]\n: c\nlast: 2\n", "f")
    assert document.data == {"ok": "1", "last": "2"}
    assert mistakes(document) == ["f:2: a key must be plain text"]


def test_a_second_document_is_refused_on_its_line() -> None:
    assert mistakes(parse("a: 1\nb: 2\n---\nc: 3\n", "f")) == [
        "f:3: one document per file, please: remove the second '---'"
    ]


def test_an_empty_file_is_no_data_and_no_crash() -> None:
    assert parse("", "f").data is None
    assert parse("# only a comment\n", "f").data is None


DEEP = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "entries on one line": "- " * 100_000,
    "keys on one line": "? " * 100_000,
    "closed in a comment first": "# " + "]" * 100_000 + "\n" + "[" * 100_000,
    "closed inside quotes": '["]", ' * 100_000,
    "indented keys": "".join(f"{' ' * i}a:\n" for i in range(1000)),
    "indented entries": "".join(f"{' ' * i}-\n" for i in range(1000)),
    "keys that are lists": "[? " * 50_000,
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP.keys())
def test_nesting_without_end_is_one_mistake_and_no_crash(text: str) -> None:
    document = parse(text, "f")
    assert document.data is None
    assert len(document.mistakes) == 1
    assert f"nested deeper than {MAX_DEPTH} levels" in document.mistakes[0].text


def test_a_hundred_thousand_brackets_do_not_take_the_process_down(tmp_path: Path) -> None:
    path = tmp_path / "deep.yaml"
    path.write_text('["]", ' * 100_000)
    script = (
        "import sys, pathlib; from advisor.reading.strict_yaml import read; read(pathlib.Path(sys.argv[1]), 'deep')"
    )
    assert subprocess.run([sys.executable, "-c", script, str(path)], check=False).returncode == 0


def test_nesting_too_deep_is_reported_where_it_gets_too_deep() -> None:
    flow = "a: 1\n" + "b: [\n" * (MAX_DEPTH + 10)
    assert [m.line for m in parse("x: 1\ny: " + "[" * 100, "f").mistakes] == [2]
    block = "".join(f"{' ' * i}a:\n" for i in range(MAX_DEPTH + 10))
    assert [m.line for m in parse(block, "f").mistakes] == [MAX_DEPTH + 2]
    assert [m.line for m in parse(flow, "f").mistakes] == [MAX_DEPTH + 2]


def test_the_deepest_nesting_that_is_allowed_is_read() -> None:
    document = parse("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH, "f")
    assert not document.mistakes
    assert str(document.data).count("[") == MAX_DEPTH


def test_brackets_in_prose_are_no_nesting() -> None:
    text = "- " + "see [1 and {2 " * 1
    assert not parse(f"- '{text * 5}'\n", "f").mistakes


def test_a_file_above_the_size_cap_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"a: " + b"x" * MAX_BYTES)
    document = read(path, "big.yaml")
    assert mistakes(document) == ["big.yaml:1: the file has 1,000,003 bytes; at most 1,000,000 are read"]
    path.write_bytes(b"a: " + b"x" * (MAX_BYTES - 3))
    assert not read(path, "big.yaml").mistakes


def test_a_file_that_is_not_utf_8_says_on_which_line(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes("a: 1\nb: Türkiye\n".encode("latin-1"))
    assert mistakes(read(path, "latin.yaml")) == ["latin.yaml:2: the file is not UTF-8 text"]


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "bom.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read(path, "bom.yaml").data == {"a": "1"}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3),
        ("a: 1\n\tb: 2\n", 2),
        ("a: 1\nb: 'open\n", 3),
        ("a: 1\n- b\n", 2),
        ("a: 1\nb: c: d\n", 2),
        ("a: 1\nb: @x\n", 2),
    ],
)
def test_what_is_no_yaml_is_one_mistake_with_its_line(text: str, line: int) -> None:
    document = parse(text, "f")
    assert [m.line for m in document.mistakes] == [line]
    assert document.mistakes[0].text.startswith("not readable as YAML: ")


def test_control_characters_are_one_mistake_on_their_line_in_one_sentence() -> None:
    document = parse("a: 1\nb: x\x00y\n", "f")
    assert [m.line for m in document.mistakes] == [2]
    assert "\n" not in str(document.mistakes[0])


def test_every_part_knows_its_line() -> None:
    text = "a: 1\n\n# comment\nlist:\n  - id: x\n    when:\n      deep: [1,\n        2]\n  - {id: y}\n"
    document = parse(text, "f")
    lines = {
        (): 1,
        ("a",): 1,
        ("list",): 4,
        ("list", 0): 5,
        ("list", 0, "id"): 5,
        ("list", 0, "when"): 6,
        ("list", 0, "when", "deep"): 7,
        ("list", 0, "when", "deep", 1): 8,
        ("list", 1): 9,
    }
    assert {path: document.line(path) for path in lines} == lines


def test_a_part_that_is_not_there_has_the_line_of_what_would_hold_it() -> None:
    document = parse("a: 1\nlist:\n  - id: x\n", "f")
    assert document.line(("list", 0, "label")) == 3
    assert document.line(("nowhere",)) == 1


def test_windows_line_ends_count_once() -> None:
    document = parse("a: 1\r\nb: 2\r\na: 3\r\n", "f")
    assert [m.line for m in document.mistakes] == [3]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: Note: so\n", "must stand in quotes"),
        ("a: [b, c\nd: e\n", "a bracket [ is not closed"),
        ("a: {b: c\nd: e\n", "a brace { is not closed"),
        ("a:\n\tb: c\n", "never with tabs"),
        ("a: @b\n", "begins with @"),
        ("a:\n  b: c\n d: e\n", "further left or right"),
        ('a: "b\n', "never closed"),
        ('a: "b" c\n', "a quote ends too early"),
    ],
)
def test_what_cannot_be_read_comes_with_what_was_most_likely_done(text: str, hint: str) -> None:
    (mistake,) = parse(text, "a.yaml").mistakes
    assert hint in mistake.text, mistake.text
