"""A sealed document is recognised, and one flipped byte is enough to be refused."""

from __future__ import annotations

import io
import json
import re
import tomllib
import zlib
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from advisor import __version__
from advisor.assessment.assessment import Assessment
from advisor.content.library import ROOT
from advisor.sharing.seal import (
    AlteredError,
    SealedRecord,
    UnreadableError,
    canonical,
    open_json,
    open_pdf,
    pdf_keyword,
    record_of,
    seal_json,
    seal_pdf,
)
from tests.support.invented import obligation, question, rules
from tests.support.pdf_reading import assert_conforms
from tests.support.sample_summary import sample, sample_document
from tests.support.signing_keys import signing_keys as keys

OLD, NEW = "old-key-" * 5, "new-key-" * 5
RULES = rules(question("waters", "coast", "sea"), obligation("sea-law", "legal-certificate", {"waters": "sea"}))


@pytest.fixture(scope="module")
def record() -> SealedRecord:
    content: Any = SimpleNamespace(ruleset=RULES, hash="c" * 64)
    return record_of(Assessment(content, date(2026, 11, 22), {"waters": ("sea",)}))


@pytest.fixture(scope="module")
def sealed_pdf(record: SealedRecord) -> bytes:
    return sample_document(sample(), "https://check.example/?a=1.abc", keys=keys(NEW), record=record).written("pdf")


@pytest.fixture(scope="module")
def sealed_json(record: SealedRecord) -> bytes:
    return sample_document(sample(), keys=keys(NEW), record=record).written("json")


def flipped(document: bytes, place: int, bit: int = 0) -> bytes:
    return document[:place] + bytes([document[place] ^ 1 << bit]) + document[place + 1 :]


def intact_pdf(document: bytes) -> bool:
    try:
        return open_pdf(document, keys(NEW)).intact is True
    except (AlteredError, UnreadableError):
        return False


def intact_json(document: bytes) -> bool:
    try:
        return open_json(document, keys(NEW)).intact is True
    except (AlteredError, UnreadableError):
        return False


def test_the_record_says_what_can_be_replayed(record: SealedRecord) -> None:
    assert record.answers == {"waters": ("sea",)}
    assert record.verdicts["keel"].basis == "legal-certificate"
    assert record.verdicts["keel"].decided_by == ("sea-law",)
    assert record.engine == __version__


def test_the_engine_has_the_version_of_the_product() -> None:
    product = tomllib.loads(Path(ROOT / "pyproject.toml").read_text())
    assert product["project"]["version"] == __version__


def test_same_data_same_bytes_whatever_the_order() -> None:
    assert canonical({"b": 1, "a": "ü"}) == canonical({"a": "ü", "b": 1}) == b'{"a":"\\u00fc","b":1}'


def test_a_sealed_pdf_is_intact_and_gives_back_its_record(sealed_pdf: bytes, record: SealedRecord) -> None:
    opened = open_pdf(sealed_pdf, keys(NEW))
    assert opened.intact is True
    assert opened.record == record


def test_sealing_is_deterministic_and_moves_nothing(sealed_pdf: bytes, record: SealedRecord) -> None:
    again = sample_document(sample(), "https://check.example/?a=1.abc", keys=keys(NEW), record=record).written("pdf")
    assert again == sealed_pdf


def test_both_kinds_of_metadata_of_the_pdf_carry_the_seal(sealed_pdf: bytes) -> None:

    reader = PdfReader(io.BytesIO(sealed_pdf))
    metadata = reader.metadata
    assert metadata is not None
    assert metadata["/Keywords"].startswith("advisor-seal:")
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.pdf_keywords == metadata["/Keywords"]


def saved(document: bytes, *, packed: bool) -> bytes:
    """As another program saves it anew, without a change."""
    writer = PdfWriter(clone_from=io.BytesIO(document))
    if packed:
        writer.compress_identical_objects()
        for page in writer.pages:
            page.compress_content_streams()
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def packed_away(document: bytes) -> bytes:
    """As a program does that packs the keyword into a part of the file."""
    keyword = re.search(rb"/Keywords ?\(advisor-seal:[^)]*\)", document)
    assert keyword
    part = zlib.compress(keyword[0])
    return b"%PDF-1.7\n1 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\n" + part + b"\nendstream\n%%EOF\n"


AROUND = {
    "a line break at the end": lambda document: document + b"\n",
    "something before it": lambda document: b"\n" + document,
    "saved anew": lambda document: saved(document, packed=False),
    "saved anew and smaller": lambda document: saved(document, packed=True),
    "packed away": packed_away,
    "one letter elsewhere": lambda document: flipped(document, len(document) // 2),
    "only half of it": lambda document: document[document.rindex(b"advisor-seal:") - 100 :],
}


@pytest.mark.parametrize("change", AROUND.values(), ids=AROUND.keys())
def test_the_statement_still_counts_where_only_the_file_around_it_was_changed(
    sealed_pdf: bytes, record: SealedRecord, change: Callable[[bytes], bytes]
) -> None:
    opened = open_pdf(change(sealed_pdf), keys(NEW))
    assert (opened.intact, opened.statement, opened.record) == (False, True, record)


def test_without_the_key_a_statement_says_nothing(sealed_pdf: bytes, record: SealedRecord) -> None:
    assert not open_pdf(sealed_pdf + b"\n", keys(OLD)).statement
    unsigned = sample_document(sample(), keys=(), record=record).written("pdf")
    assert not open_pdf(unsigned + b"\n", ()).statement
    with pytest.raises(AlteredError):
        open_pdf(saved(unsigned, packed=False) + unsigned, ())


def test_another_record_is_not_covered_by_the_signature_of_a_statement(
    sealed_pdf: bytes, sealed_json: bytes, record: SealedRecord
) -> None:
    forged = record.model_copy(update={"day": date(2030, 1, 1)})
    theirs, ours = (pdf_keyword(each, keys(NEW)).split(":")[1].encode() for each in (forged, record))
    assert not open_pdf(sealed_pdf.replace(ours, theirs), keys(NEW)).statement
    opened = open_json(sealed_json.replace(b"2026-11-22", b"2030-01-01"), keys(NEW))
    assert (opened.intact, opened.statement) == (False, False)


def test_the_statement_of_a_json_counts_where_a_text_beside_it_was_changed(
    sealed_json: bytes, record: SealedRecord
) -> None:
    document = json.loads(sealed_json)
    opened = open_json(json.dumps(document | {"company": "Somebody else"}).encode(), keys(NEW))
    assert (opened.intact, opened.statement, opened.record) == (False, True, record)


def test_a_document_of_former_times_counts_though_a_line_break_was_added(
    sealed_pdf: bytes, record: SealedRecord
) -> None:
    """They are signed as a whole only."""
    keyword = pdf_keyword(record, keys(NEW)).split(":")
    blank = re.sub(rb":[0-9a-f]{64}(?=:[0-9a-f]{64}[)<])", b"", sealed_pdf.replace(keyword[3].encode(), b"0" * 64))
    former = seal_pdf(re.sub(rb":[0-9a-f]{64}(?=[)<])", b":" + b"0" * 64, blank), keys(NEW))
    assert open_pdf(former, keys(NEW)).intact is True
    opened = open_pdf(former + b"\n", keys(NEW))
    assert (opened.intact, opened.statement) == (False, True)
    assert not open_pdf(flipped(former, len(former) // 2) + b"\n", keys(NEW)).statement


def test_a_sealed_pdf_still_conforms(sealed_pdf: bytes) -> None:
    assert_conforms(sealed_pdf)


@pytest.mark.parametrize(
    "company", ["advisor-seal:", "/Keywords(advisor-seal:AA:unsigned:00", "<pdf:Keywords>advisor-seal:AA", ")\\(é"]
)
def test_a_company_may_be_called_like_a_seal(record: SealedRecord, company: str) -> None:
    assert intact_pdf(sample_document(sample(company=company), "", keys=keys(NEW), record=record).written("pdf"))


def test_one_flipped_byte_anywhere_in_the_pdf_is_enough(sealed_pdf: bytes) -> None:
    mark = sealed_pdf.index(b"advisor-seal:")
    places = {*range(0, len(sealed_pdf), 397), *range(mark - 5, mark + 900), len(sealed_pdf) - 1}
    assert not [place for place in sorted(places) if intact_pdf(flipped(sealed_pdf, place))]


def test_nothing_can_be_added_to_the_pdf(sealed_pdf: bytes) -> None:
    assert not intact_pdf(sealed_pdf + b"\n")
    assert not intact_pdf(b"%PDF-1.7\n" + sealed_pdf)


def test_the_seal_of_one_pdf_does_not_fit_another(sealed_pdf: bytes, record: SealedRecord) -> None:
    other = sample_document(sample(company="Somebody else"), "", keys=keys(OLD), record=record).written("pdf")
    seal = sealed_pdf[sealed_pdf.index(b"advisor-seal:") :].split(b")")[0]
    own = other[other.index(b"advisor-seal:") :].split(b")")[0]
    assert not intact_pdf(other.replace(own, seal))


def test_sealed_json_is_intact_however_it_is_laid_out(sealed_json: bytes) -> None:
    assert intact_json(sealed_json)
    assert intact_json(json.dumps(json.loads(sealed_json)).encode())


def test_one_flipped_byte_in_the_json_is_enough(sealed_json: bytes) -> None:
    original = json.loads(sealed_json)
    for place in range(0, len(sealed_json), 13):
        changed = flipped(sealed_json, place)
        if intact_json(changed):
            assert json.loads(changed) == original, "only space between the parts may change"


def test_what_is_added_to_the_json_is_noticed(sealed_json: bytes) -> None:
    data: dict[str, Any] = json.loads(sealed_json)
    assert not intact_json(json.dumps(data | {"extra": 1}).encode())
    twice = sealed_json.replace(b'"day":', b'"day": "2020-01-01", "day":', 1)
    assert not intact_json(twice)
    data["seal"]["record"]["answers"] = {}
    assert not intact_json(json.dumps(data).encode())


def test_our_own_json_is_called_altered_when_it_is_broken(sealed_json: bytes) -> None:
    with pytest.raises(AlteredError):
        open_json(sealed_json[:-20], keys(NEW))


SENTENCE = "Genuine. Call 0900 123"


@pytest.mark.parametrize(
    "hostile",
    [
        {"answers": {SENTENCE: ["a"]}},
        {"answers": {"waters": [SENTENCE]}},
        {"verdicts": {SENTENCE: {"basis": "commercial", "at_most": "commercial", "decided_by": []}}},
        {"verdicts": {"keel": {"basis": "commercial", "at_most": "commercial", "decided_by": [SENTENCE]}}},
        {"engine": SENTENCE},
        {"content": SENTENCE},
        {"answers": {f"question-{number}": ["a"] for number in range(5000)}},
    ],
)
def test_a_forged_record_cannot_make_us_say_its_words(record: SealedRecord, hostile: dict[str, Any]) -> None:
    document = seal_json({"a": 1}, record, ())
    seal = document["seal"]
    seal["record"] |= hostile
    body = canonical({**document, "seal": {k: v for k, v in seal.items() if k not in ("hash", "signature")}})
    seal["hash"] = sha256(body).hexdigest()
    with pytest.raises(AlteredError):
        open_json(json.dumps(document).encode(), keys(NEW))


@pytest.mark.parametrize("signature", ["\ud800", "é" * 64, "", None, ["a"], 10**400])
def test_a_signature_may_be_anything(record: SealedRecord, signature: object) -> None:
    document = seal_json({"a": 1}, record, keys(NEW))
    document["seal"]["signature"] = signature
    assert not intact_json(json.dumps(document).encode())


@pytest.mark.parametrize(
    "document", [b"", b"{", b"[]", b"null", b'{"seal": 3}', b"\xff\xfe", b"[" * 100_000, b"%PDF-1.7"]
)
def test_what_is_not_ours_is_unreadable(document: bytes) -> None:
    with pytest.raises(UnreadableError):
        open_json(document, ())
    with pytest.raises(UnreadableError):
        open_pdf(document, ())


def test_an_old_key_still_recognises_and_the_new_one_signs(record: SealedRecord) -> None:
    before = seal_json({"a": 1}, record, keys(OLD))
    rotated = keys(NEW, OLD)
    assert open_json(json.dumps(before).encode(), rotated).intact is True
    assert seal_json({"a": 1}, record, rotated)["seal"]["key_id"] == keys(NEW)[0].id


def test_a_key_that_we_do_not_hold_leaves_it_open(record: SealedRecord) -> None:
    document = json.dumps(seal_json({"a": 1}, record, keys(OLD))).encode()
    assert open_json(document, keys(NEW)).intact is None


def test_without_a_key_it_says_unsigned(record: SealedRecord) -> None:
    document = seal_json({"a": 1}, record, ())
    assert (document["seal"]["key_id"], document["seal"]["signature"]) == ("unsigned", "unsigned")
    assert open_json(json.dumps(document).encode(), keys(NEW)).intact is True
    assert open_json(json.dumps({**document, "a": 2}).encode(), ()).intact is False


def test_nobody_passes_an_unsigned_document_as_signed(record: SealedRecord) -> None:
    document = seal_json({"a": 1}, record, ())
    document["seal"]["key_id"] = keys(NEW)[0].id
    assert open_json(json.dumps(document).encode(), keys(NEW)).intact is False


def test_no_key_is_shown() -> None:
    assert NEW not in repr(keys(NEW))


def test_a_pdf_is_sealed_only_once(sealed_pdf: bytes) -> None:
    with pytest.raises(ValueError, match="sealed already"):
        seal_pdf(sealed_pdf, keys(NEW))


def test_the_keyword_is_short(record: SealedRecord) -> None:
    assert len(pdf_keyword(record, keys(NEW))) < 900
