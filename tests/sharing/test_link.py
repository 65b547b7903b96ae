"""A link is read back as it was written, whatever mail programs and people did to it on its way."""

from __future__ import annotations

import base64
import zlib
from itertools import combinations, pairwise
from urllib.parse import quote

import pytest
from hypothesis import given, strategies as st

from advisor.rules.model import Question
from advisor.sharing import checked_letters
from advisor.sharing.link import LONGEST_TEXT, LONGEST_TOKEN, DamagedLinkError, decode, encode
from advisor.sharing.worn_link import token_in
from tests.support.invented import question, rules
from tests.support.visitor import ECG_START_UP, MANY_MARKETS, content, visits

RULES, HASH = content().ruleset, content().hash
TOKEN = encode(MANY_MARKETS, HASH)


def read(token: str) -> dict[str, tuple[str, ...]]:
    resumed = decode(token, RULES, HASH)
    assert not resumed.damaged
    return resumed.answers


def in_order(answers: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {q.id: answers[q.id] for q in RULES.questions if q.id in answers}


def older(answers: dict[str, tuple[str, ...]]) -> str:
    """As tokens were written before."""
    text = ";".join(f"{name}:{','.join(options)}" for name, options in sorted(answers.items()))
    body = bytes.fromhex(HASH[:8]) + zlib.compress(text.encode(), 9, wbits=-15)
    packed = zlib.crc32(body).to_bytes(4, "big") + body
    return f"1.{base64.urlsafe_b64encode(packed).rstrip(b'=').decode()}"


def test_every_example_is_read_back() -> None:
    for example in visits():
        assert read(encode(example.answers, HASH)) == in_order(dict(example.answers))


@given(st.binary(max_size=200))
def test_letters_say_the_bytes_that_they_were_written_from(data: bytes) -> None:
    text = checked_letters.written(data)
    assert text == "" or text.isalnum()
    assert len(text) == checked_letters.letters_for(len(data))
    assert checked_letters.read(text) == (data, True)


def everything(question: Question) -> tuple[str, ...]:
    """All that can be chosen together, or the one answer that takes most room."""
    if question.kind == "one":
        return (max((option.id for option in question.options), key=len),)
    return tuple(option.id for option in question.options if option.id not in question.alone)


def test_whoever_ticks_everything_in_every_question_gets_a_link_that_opens() -> None:
    answers = {question.id: everything(question) for question in RULES.questions}
    token = encode(answers, HASH)
    assert len(token) <= LONGEST_TOKEN
    assert read(token) == answers


def test_no_visit_has_more_to_say_than_fits() -> None:
    """With every option of every question, which is more than any visit can choose."""
    parts = (f"{q.id}:{','.join(option.id for option in q.options)}" for q in RULES.questions)
    assert len(";".join(parts)) <= LONGEST_TEXT


def test_the_longest_text_fits_however_little_it_can_be_shortened() -> None:
    noise = "".join(chr(33 + (n * n * 7919 + n * 104729) % 90) for n in range(LONGEST_TEXT))
    packed = zlib.compress(noise.encode(), 9, wbits=-15)
    assert 1 + checked_letters.letters_for(4 + len(packed)) <= LONGEST_TOKEN
    stored = zlib.compress(noise.encode(), 0, wbits=-15)
    assert 1 + checked_letters.letters_for(4 + len(stored)) <= LONGEST_TOKEN


WORN = {
    "end of a sentence": TOKEN + ".",
    "in brackets": TOKEN + ")",
    "bracket and full stop": TOKEN + ").",
    "blank": f" {TOKEN} ",
    "quoted mail": TOKEN + ">",
    "quotes": TOKEN + "\u201d",
    "apostrophe": TOKEN + "'",
    "text that follows": TOKEN + " is my result, see above",
    "text in brackets": TOKEN + ") and more",
    "campaign": TOKEN + "&utm_source=mail&utm_medium=x",
    "click": TOKEN + "?fbclid=IwAR2xYz_-1",
    "fragment": TOKEN + "#:~:text=x",
    "escaped": quote(TOKEN + ".", safe=""),
    "escaped twice": quote(quote(TOKEN + "&utm_source=mail", safe=""), safe=""),
    "every sign escaped": "".join(f"%{ord(letter):02X}" for letter in TOKEN),
    "escaped sign before it": "3D" + TOKEN,
    "broken into lines": "\r\n".join(TOKEN[n : n + 76] for n in range(0, len(TOKEN), 76)),
    "broken by a mail program": "=\r\n".join(TOKEN[n : n + 70] for n in range(0, len(TOKEN), 70)),
    "quoted line by line": "\n> ".join(TOKEN[n : n + 60] for n in range(0, len(TOKEN), 60)),
    "blanks for line breaks": "%20".join(TOKEN[n : n + 60] for n in range(0, len(TOKEN), 60)),
    "joints nobody sees": "\u200b".join(TOKEN[n : n + 40] for n in range(0, len(TOKEN), 40)),
    "bold": f"**{TOKEN}**",
    "italic": TOKEN + "_",
    "protected": TOKEN + "__;!!AbC$",
    "page escape": TOKEN + "&amp;x=1",
}


@pytest.mark.parametrize("worn", WORN.values(), ids=WORN.keys())
def test_nothing_is_lost_to_what_programs_and_people_do(worn: str) -> None:
    assert read(worn) == in_order(MANY_MARKETS)


PARAMETERS = {
    "plain": {"a": TOKEN, "embed": "true"},
    "escaped equals sign": {f"a%3D{TOKEN}": ""},
    "equals sign in the name": {f"a={TOKEN}": ""},
    "escaped for a page": {"embed": "true", "amp;a": TOKEN},
    "all in one": {f"embed=true&a={TOKEN}": ""},
}


@pytest.mark.parametrize("parameters", PARAMETERS.values(), ids=PARAMETERS.keys())
def test_the_token_is_found_in_the_address(parameters: dict[str, str]) -> None:
    assert read(token_in(parameters, "a")) == in_order(MANY_MARKETS)


@pytest.mark.parametrize("parameters", [{}, {"embed": "true"}, {"data": TOKEN}, {"alpha=1": ""}])
def test_another_parameter_is_not_taken_for_it(parameters: dict[str, str]) -> None:
    assert token_in(parameters, "a") == ""


@pytest.mark.parametrize("end", ["-", "_"])
@pytest.mark.parametrize("worn", ["{0}", "{0}.", "{0})", "{1}", "{1}.", "{0}_", "{0} ", "{0}?fbclid=1", "{0}&utm_x=1"])
def test_older_links_open_though_a_program_took_their_end_for_punctuation(end: str, worn: str) -> None:
    parts = (dict(chosen) for count in (6, 7, 8) for chosen in combinations(MANY_MARKETS.items(), count))
    given, token = next((part, token) for part in parts if (token := older(part)).endswith(end))
    resumed = decode(worn.format(token, token[:-1]), RULES, HASH)
    assert (resumed.answers, resumed.damaged) == (in_order(given), False)


@pytest.mark.parametrize("write", [lambda a: encode(a, HASH), older], ids=["today's", "older"])
def test_of_a_link_that_was_cut_off_the_beginning_is_kept_and_the_damage_is_told(write: object) -> None:
    token = write(MANY_MARKETS)  # type: ignore[operator]
    counts = []
    for length in range(len(token) // 2, len(token) - 2):
        try:
            resumed = decode(token[:length], RULES, HASH)
        except DamagedLinkError:
            counts.append(0)
            continue
        assert resumed.damaged
        assert resumed.answers.items() < MANY_MARKETS.items()
        counts.append(len(resumed.answers))
    assert all(shorter <= longer for shorter, longer in pairwise(counts))
    assert counts[-1] > len(MANY_MARKETS) / 2


@given(st.data())
def test_one_wrong_letter_never_gives_another_answer(data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(TOKEN) - 1))
    letter = data.draw(st.sampled_from(checked_letters.ALPHABET).filter(lambda other: other != TOKEN[place]))
    try:
        resumed = decode(TOKEN[:place] + letter + TOKEN[place + 1 :], RULES, HASH)
    except DamagedLinkError:
        return
    assert resumed.damaged
    assert resumed.answers.items() < MANY_MARKETS.items()


@given(st.text(max_size=300) | st.text("12.-_%aZ", max_size=300) | st.binary(max_size=99).map(checked_letters.written))
def test_rubbish_is_refused(text: str) -> None:
    for token in (text, "1." + text, "2" + text):
        with pytest.raises(DamagedLinkError):
            decode(token, RULES, HASH)


def test_what_unpacks_to_more_than_any_visit_is_refused() -> None:
    body = bytes(4) + zlib.compress(b"a:" + b"b" * 10_000_000, 9, wbits=-15)
    with pytest.raises(DamagedLinkError):
        decode("2" + checked_letters.written(body), RULES, HASH)
    with pytest.raises(DamagedLinkError):
        decode("2" + "A" * 5_000_000, RULES, HASH)


def test_answers_that_no_longer_exist_are_named() -> None:
    here = rules(question("waters", "coast", "sea"), question("flag", "ours", "theirs"))
    token = encode({"waters": ("sea",), "flag": ("nobody",), "crew": ("many",)}, "f" * 64)
    resumed = decode(token, here, "0" * 64)
    assert resumed.answers == {"waters": ("sea",)}
    assert set(resumed.dropped) == {"flag", "crew"}
    assert (resumed.same_content, resumed.damaged) == (False, False)


def test_without_answers_there_is_no_token_and_the_same_answers_have_the_same() -> None:
    assert encode({}, HASH) == ""
    assert encode(dict(reversed(ECG_START_UP.items())), HASH) == encode(ECG_START_UP, HASH)
