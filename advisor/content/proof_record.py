"""What was proven about the content, when and with what counts: a small file that travels with the content.

The check writes it. It names the content by its hash, so that it says nothing about any other content.
"""

from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from advisor.rules.ruleset import Ruleset

FILE = "content/proof.json"


class ProofRecord(BaseModel):
    """`content`: the hash that was proven; `day`: as of which day. `proofs`: questions put to the prover.

    `to_come`: question → how many the examples still had before them at least and at most when it was open.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    content: str
    day: date
    questions: int
    obligations: int
    notes: int
    sources: int
    examples: int
    groups: int
    proofs: int
    to_come: dict[str, tuple[int, int]] = {}

    def holds(self, content: str, ruleset: Ruleset, today: date) -> bool:
        """Whether it speaks about this content, and about the same rules as are in force today."""
        return self.content == content and ruleset.on(self.day) is ruleset.on(today)


def read_proof_record(root: Path) -> ProofRecord | None:
    """What the file says; nothing if there is none or it cannot be read."""
    try:
        return ProofRecord.model_validate_json((root / FILE).read_bytes())
    except (OSError, ValidationError):
        return None


def write_proof_record(root: Path, proven: ProofRecord) -> Path:
    path = root / FILE
    path.write_text(proven.model_dump_json(indent=2) + "\n", "utf-8")
    return path
