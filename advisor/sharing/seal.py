"""Seals what leaves the house: a record of the assessment, and a signature over the whole document around it.

The record stands in the JSON beside the summary, and in the PDF as its one keyword: PDF/A allows no foreign
attachments and nothing after the end of the file. The signature is computed over all bytes with its own place
filled with zeros. The record is signed by itself, too, so that it still counts where a program saved the file anew.
"""

import base64
import json
import re
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Literal, NamedTuple, Self

from pydantic import BaseModel, ConfigDict, Field

from advisor import __version__
from advisor.assessment.assessment import Assessment
from advisor.sharing.packed_parts import unpacked_parts
from advisor.sharing.signing import ALGORITHM, UNSIGNED, Keys, agrees, sign
from advisor.verdicts.verdict import Recommendation

LONGEST_RECORD = 50_000
Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,79}$")]
"""An id. A sentence cannot pass for one, so nobody can make the page that checks a document say theirs."""
_BLANK = "0" * 64
_MARK = b"advisor-seal:"
# Where the typesetter writes a keyword: the information dictionary and the XMP. It is longer than any company name
# that is printed, so nobody can be called like a seal.
_TOKEN = re.compile(
    rb"(?:/Keywords ?\(|<pdf:Keywords>)"
    + _MARK
    + rb"(?P<record>[A-Za-z0-9_-]+):(?P<key>[0-9a-z]{8,12})"
    + rb"(?::(?P<statement>[0-9a-f]{64}))?:(?P<whole>[0-9a-f]{64})(?=[)<])"
)


class Decided(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    basis: Name
    at_most: Name
    decided_by: tuple[Name, ...]

    def same_verdict(self, other: Self) -> bool:
        return (self.basis, self.at_most) == (other.basis, other.at_most)


class SealedRecord(BaseModel):
    """What can be replayed: answers, day, content and engine, with the verdict of each standard and its deciders."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    engine: Annotated[str, Field(pattern=r"^[0-9][0-9a-z.+-]{0,29}$")]
    content: Annotated[str, Field(pattern=r"^[0-9a-z]{12,64}$")]
    day: date
    answers: dict[Name, tuple[Name, ...]]
    verdicts: dict[Name, Decided]


class UnreadableError(Exception):
    """Not a document of ours, or damaged beyond reading."""


class AlteredError(Exception):
    """It carries a seal that cannot have been written by us as it stands."""


class Opened(NamedTuple):
    """`intact`: None if it was signed with a key that we do not hold. `statement`: whether the record is as we signed
    it, where the file around it is not intact."""

    record: SealedRecord
    key_id: str
    intact: bool | None
    statement: bool = False


def record_of(assessment: Assessment) -> SealedRecord:
    return SealedRecord(
        engine=__version__,
        content=assessment.content.hash,
        day=assessment.day,
        answers={question: tuple(options) for question, options in assessment.answers.items() if options},
        verdicts=decided(assessment.recommendation),
    )


def decided(recommendation: Recommendation) -> dict[str, Decided]:
    """Standard id → the verdict, and the ids of the obligations that decide it."""
    found = {}
    for standard, verdict in recommendation.verdicts.items():
        ids = tuple(sorted(finding.obligation.id for finding in verdict.decided_by))
        found[standard] = Decided(basis=verdict.basis.id, at_most=verdict.at_most.id, decided_by=ids)
    return found


def canonical(data: Any) -> bytes:
    """The same data, the same bytes: sorted keys, no spaces, ASCII."""
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False).encode()


def seal_json(document: Mapping[str, Any], record: SealedRecord, keys: Keys) -> dict[str, Any]:
    """The document with its `seal`; whatever is not space between its parts is signed."""
    seal = {
        "algorithm": ALGORITHM,
        "key_id": keys[0].id if keys else UNSIGNED,
        "record": record.model_dump(mode="json"),
        **({"statement": _statement(record, keys)} if keys else {}),
    }
    body = canonical({**document, "seal": seal})
    key_id, signature = sign(keys, "json", body)
    ends = {"hash": sha256(body).hexdigest(), "signature": UNSIGNED if key_id == UNSIGNED else signature}
    return {**document, "seal": {**seal, **ends}}


def open_json(raw: bytes, keys: Keys) -> Opened:
    """Read a sealed JSON document; raises `UnreadableError` or `AlteredError`."""
    try:
        document = json.loads(raw, object_pairs_hook=_without_doubles)
        seal = document.pop("seal")
        told, signature = seal.pop("hash"), str(seal.pop("signature"))
        body = canonical({**document, "seal": seal})
        key_id, record = str(seal["key_id"]), _read(canonical(seal["record"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        if _SEAL.search(raw):
            raise AlteredError("it bears a seal, but none that we wrote") from error
        raise UnreadableError("no seal can be read in this file") from error
    plain = sha256(body).hexdigest()
    if key_id == UNSIGNED:
        return Opened(record, key_id, told == plain and signature == UNSIGNED)
    agreed = agrees(keys, key_id, signature, "json", body)
    intact = agreed and told == plain
    return Opened(record, key_id, intact, statement=_stated(record, key_id, str(seal.get("statement")), keys))


_SEAL = re.compile(rb'"seal"\s*:\s*\{\s*"algorithm"')


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({key for key, _ in pairs}) < len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def pdf_keyword(record: SealedRecord, keys: Keys) -> str:
    """The one keyword that the PDF must carry; `seal_pdf` fills its last part."""
    packed = base64.urlsafe_b64encode(zlib.compress(canonical(record.model_dump(mode="json")), 9)).rstrip(b"=").decode()
    statement = f":{_statement(record, keys)}" if keys else ""
    return f"{_MARK.decode()}{packed}:{keys[0].id if keys else UNSIGNED}{statement}:{_BLANK}"


def _statement(record: SealedRecord, keys: Keys) -> str:
    return sign(keys, "statement", canonical(record.model_dump(mode="json")))[1]


def _stated(record: SealedRecord, key_id: str, signature: str, keys: Keys) -> bool:
    """Whether we signed this record. Without a key nobody did."""
    message = canonical(record.model_dump(mode="json"))
    return key_id != UNSIGNED and agrees(keys, key_id, signature, "statement", message) is True


def seal_pdf(document: bytes, keys: Keys) -> bytes:
    """The same PDF, signed. Its length and all its offsets stay."""
    found = list(_TOKEN.finditer(document))
    if {match["whole"] for match in found} != {_BLANK.encode()}:
        raise ValueError("the PDF does not carry its keyword, or is sealed already")
    _, signature = sign(keys, "pdf", document)
    return _filled(document, found, signature)


def _filled(document: bytes, found: Sequence[re.Match[bytes]], signature: str) -> bytes:
    """The document with this in the place of its signature."""
    filled = bytearray(document)
    for match in found:
        filled[match.start("whole") : match.end("whole")] = signature.encode()
    return bytes(filled)


def open_pdf(document: bytes, keys: Keys) -> Opened:
    """Read a sealed PDF; raises `UnreadableError` or `AlteredError`. No part of it is parsed but its keyword."""
    found = list(_TOKEN.finditer(document))
    if len(found) != 2 or found[0].groups() != found[1].groups():
        return _saved_anew(document, keys)
    packed, key_id, signature = (found[0][part].decode() for part in ("record", "key", "whole"))
    blank = _filled(document, found, _BLANK)
    try:
        record = _unpacked(packed)
    except (ValueError, zlib.error) as error:
        raise AlteredError("the record cannot be read") from error
    intact = agrees(keys, key_id, signature, "pdf", blank)
    stated = _stated(record, key_id, (found[0]["statement"] or b"").decode(), keys)
    ours = stated or (key_id != UNSIGNED and agrees(keys, key_id, signature, "pdf", _to_its_end(blank)) is True)
    return Opened(record, key_id, intact, statement=ours)


def _to_its_end(document: bytes) -> bytes:
    """Without what was added behind, such as a line break. Documents of former times are signed as a whole only."""
    return b"".join(document.partition(b"%%EOF")[:2])


def _saved_anew(document: bytes, keys: Keys) -> Opened:
    """The record where another program wrote the file, and perhaps left one keyword or packed it away."""
    found = {match.groups(): match for part in (document, *unpacked_parts(document)) for match in _TOKEN.finditer(part)}
    if not found:
        raise UnreadableError("no seal can be read in this file")
    for match in found.values():
        try:
            record = _unpacked(match["record"].decode())
        except (ValueError, zlib.error):
            continue
        key_id = match["key"].decode()
        if _stated(record, key_id, (match["statement"] or b"").decode(), keys):
            return Opened(record, key_id, intact=False, statement=True)
    raise AlteredError("the copies of the seal differ")


def _unpacked(packed: str) -> SealedRecord:
    raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
    inflater = zlib.decompressobj()
    text = inflater.decompress(raw, LONGEST_RECORD + 1)
    if not inflater.eof:
        raise ValueError("too long or cut off")
    return _read(text)


def _read(text: bytes) -> SealedRecord:
    if len(text) > LONGEST_RECORD:
        raise ValueError("longer than any record of ours")
    return SealedRecord.model_validate(json.loads(text, object_pairs_hook=_without_doubles))
