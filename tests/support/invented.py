"""An invented world for engine tests: boats, the waters they sail, and two standards, `keel` and `sail`.

The real questions never appear here, so that editing content cannot break a test of the engine.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from advisor.reading.record import Record
from advisor.rules.basis import Basis
from advisor.rules.changes_model import ChangeRule, Contradiction
from advisor.rules.model import Jurisdiction, Note, Obligation, Question, Source, Standard
from advisor.rules.needs_model import AnswerPattern, NeedRule, Thing
from advisor.rules.practice_model import Practice
from advisor.rules.ruleset import Ruleset
from advisor.rules.situation_model import Situation

DAY = "2026-01-01"
_LEVELS = (
    ("not-needed", "choice", "nothing", "gray"),
    ("commercial", "choice", "nothing", "green"),
    ("contractual-qms", "buyer", "system", "orange"),
    ("contractual", "buyer", "certificate", "violet"),
    ("legal-qms", "law", "system", "blue"),
    ("legal-certificate", "law", "certificate", "red"),
)
_ROWS = [
    dict(zip(("id", "asker", "owes", "badge", "colour"), (*level, f"#0000{rank}0"), strict=True))
    for rank, level in enumerate(_LEVELS)
]
BASES = tuple(Basis.model_validate(row | {"rank": rank}) for rank, row in enumerate(_ROWS))
"""The levels of a verdict, weakest first."""
LEVEL = {basis.id: basis for basis in BASES}
_BEHIND = {"source": "almanac", "confidence": "high", "checked": DAY, "review_by": "2027-01-01"}


def question(
    name: str, *options: str | dict[str, Any], kind: str = "one", ask_if: Any = None, always: bool = False
) -> Question:
    """A question; the option `unsure` means "I don't know", `none` excludes the others."""
    return Question.model_validate(
        {"id": name, "ask": f"{name}?", "why": "We ask.", "kind": kind, "ask_if": ask_if, "always": always}
        | {"options": [option(o) if isinstance(o, str) else o for o in options]}
    )


def option(id_: str, **more: Any) -> dict[str, Any]:
    special = {"unsure": {"unknown": "true", "ask_whom": "the skipper"}, "none": {"exclusive": "true"}}
    return {"id": id_, "label": id_.title()} | special.get(id_, {}) | more


def obligation(name: str, basis: str = "commercial", when: Any = None, **more: Any) -> Obligation:
    """An obligation on the coast about `keel`, unless told otherwise. `certificate` may be an id."""
    if isinstance(more.get("certificate"), str):
        more["certificate"] = {"id": more["certificate"], "name": more["certificate"].title(), "issuer": "the harbour"}
    plain = {"jurisdiction": "coast", "standard": "keel", "because": f"So says {name}.", "cite": "§ 1"}
    return Obligation.model_validate({"id": name, "basis": LEVEL[basis], "when": when} | _BEHIND | plain | more)


def note(name: str, when: Any = None, **more: Any) -> Note:
    plain = {"kind": "background", "standards": ["keel"], "say": f"Know {name}."}
    return Note.model_validate({"id": name, "when": when} | _BEHIND | plain | more)


def jurisdiction(name: str, **more: Any) -> Jurisdiction:
    return Jurisdiction.model_validate({"id": name, "name": name.title()} | more)


def thing(name: str, kind: str = "certificate", **more: Any) -> Thing:
    """Something to have. `stands` may be pairs of a condition and a standing."""
    pairs = more.pop("stands", ())
    stands = [{"when": when, "standing": standing, "say": f"It is {standing}."} for when, standing in pairs]
    plain = {"name": f"{name.title()} paper", "takes": "A week.", "stands": stands}
    return Thing.model_validate({"id": name, "kind": kind} | plain | more)


def need(name: str, when: Any = None, **more: Any) -> NeedRule:
    """A need that a buyer's document wants, unless told otherwise."""
    plain = {"wanted": "contract", "what": f"Have {name}"}
    return NeedRule.model_validate({"id": name, "when": when} | plain | more)


def practice(name: str, *of: str, **more: Any) -> Practice:
    """How a thing of that name is got, unless others are named: the harbour gives it."""
    plain = {"of": of or name, "issued_by": f"The harbour gives {name}.", "source": "almanac", "checked": DAY}
    return Practice.model_validate({"id": name} | plain | more)


def pattern(name: str, when: Any = None, **more: Any) -> AnswerPattern:
    return AnswerPattern.model_validate({"id": name, "when": when, "say": f"So says {name}."} | more)


def situation(**conditions: Any) -> Situation:
    return Situation.model_validate(conditions)


def change(name: str, do: Any, when: Any = None, **more: Any) -> ChangeRule:
    """A change that eases and names what falls away, unless told otherwise."""
    return ChangeRule.model_validate({"id": name, "when": when, "do": do, "say": "No {gone}.", "kind": "eases"} | more)


def contradiction(name: str, when: Any, *settle: str) -> Contradiction:
    return Contradiction.model_validate({"id": name, "when": when, "ask": f"{name}?", "settle": list(settle)})


def rules(*records: Record) -> Ruleset:
    """A ruleset of these records. Without jurisdictions of its own it gets the coast and the club, which never
    settles."""
    kinds: dict[type, list[Any]] = defaultdict(list)
    for record in records:
        kinds[type(record)].append(record)
    places = kinds[Jurisdiction] or [jurisdiction("coast"), jurisdiction("club", settle="false")]
    return Ruleset(
        questions=tuple(kinds[Question]),
        obligations=tuple(kinds[Obligation]),
        notes=tuple(kinds[Note]),
        sources={"almanac": ALMANAC},
        jurisdictions={place.id: place for place in places},
        standards=(standard("keel"), standard("sail")),
        bases=BASES,
        things={thing.id: thing for thing in kinds[Thing]},
        needs=tuple(kinds[NeedRule]),
        answers=tuple(kinds[AnswerPattern]),
        situation=next(iter(kinds[Situation]), Situation()),
        changes=tuple(kinds[ChangeRule]),
        contradictions=tuple(kinds[Contradiction]),
        practices=tuple(kinds[Practice]),
    )


def standard(name: str) -> Standard:
    return Standard.model_validate({"id": name, "name": name.title(), "about": "boats", "edition": "2020"})


ALMANAC = Source.model_validate(
    {"id": "almanac", "title": "Almanac", "link": "https://example.org/almanac", "checked": DAY, "by": "us"}
    | {"read": "text"}
)

FILES = {
    "questions/10-boat.yaml": """\
- id: waters
  ask: Where do you sail?
  why: Each water has its own law.
  kind: many
  options:
    - {id: coast, label: Along the coast}
    - {id: sea, label: On the open sea}
    - {id: unsure, label: I don't know, unknown: true, ask_whom: the skipper}
- id: crew
  ask: How many are on board?
  why: A crew must be trained.
  kind: one
  ask_if: {waters: sea}
  options:
    - {id: alone, label: Only me}
    - {id: many, label: Several}
""",
    "content/obligations/sea.yaml": """\
jurisdiction: sea
standard: keel
source: almanac
confidence: high
checked: "2026-01-01"
review_by: "2027-01-01"
obligations:
  - id: sea-crew
    basis: legal-qms
    when: {crew: many}
    because: A crew on the open sea needs rules.
    cite: ["§ 7.10"]
  - id: sea-alone
    basis: commercial
    when: {crew: alone}
    because: It is safer.
""",
    "content/notes/coast.yaml": """\
source: almanac
confidence: medium
checked: "2026-01-01"
review_by: "2027-01-01"
notes:
  - id: coast-tide
    kind: caution
    standards: keel
    jurisdiction: coast
    when: {waters: coast}
    say: Mind the tide.
""",
    "content/sources.yaml": """\
- id: almanac
  title: Almanac
  link: https://example.org/almanac
  checked: "2026-01-01"
  by: us
  read: text
""",
    "content/jurisdictions.yaml": """\
- {id: coast, name: Coast, option: {waters: coast}}
- {id: sea, name: Open sea, option: {waters: sea}}
""",
    "content/bases.yaml": "".join(f"- {json.dumps(row)}\n" for row in _ROWS),
    "content/standards.yaml": """\
- {id: keel, name: Keel, about: boats, edition: "2020"}
- {id: sail, name: Sail, about: cloth, edition: "2020"}
""",
}
"""A whole small library, path → text, without a mistake."""


def write(root: Path, changes: dict[str, str | bytes] | None = None) -> Path:
    """Write `FILES`, with these changes, below a folder."""
    for name, text in (FILES | (changes or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """One file of `FILES` with a passage replaced, which must be there once."""
    assert FILES[name].count(old) == 1, old
    return {name: FILES[name].replace(old, new)}


def line_of(name: str, passage: str, text: str | None = None) -> int:
    """The line on which a passage starts."""
    return (text or FILES[name]).split(passage)[0].count("\n") + 1
