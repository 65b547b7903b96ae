"""All forms of the document by name, and both editions of each."""

import json
from dataclasses import asdict, dataclass
from typing import Literal, get_args

from advisor.content.library import Content
from advisor.sharing.seal import SealedRecord, seal_json
from advisor.sharing.signing import Keys
from advisor.summary.blocks import DocumentSection
from advisor.summary.briefing import Briefing, briefing_section
from advisor.summary.outline import outline
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean

Form = Literal["pdf", "html", "docx", "markdown", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
SAID_KEYS = {"result.{}": FORMS}


@dataclass(frozen=True)
class Document:
    """All that any form needs. `link` reopens the assessment; a `briefing` makes it the consultant's edition."""

    summary: Summary
    content: Content
    record: SealedRecord
    keys: Keys = ()
    link: str = ""
    briefing: Briefing | None = None

    def __post_init__(self) -> None:
        """Whoever typed the name of the company, it is harmless in every form."""
        company = clean(self.summary.company, COMPANY_LENGTH)
        object.__setattr__(self, "summary", self.summary.model_copy(update={"company": company}))

    @property
    def sections(self) -> tuple[DocumentSection, ...]:
        """For the visitor; what is for the consultant only stands behind them."""
        return outline(self.summary, self.content.words)

    @property
    def private_section(self) -> DocumentSection | None:
        return briefing_section(self.briefing) if self.briefing else None

    def written(self, form: Form) -> bytes:
        """A format is loaded only where it is wanted: Word and the typesetter take half a tenth of a second."""
        match form:
            case "pdf":
                from advisor.summary.formats.pdf import write
            case "html":
                from advisor.summary.formats.html import write
            case "docx":
                from advisor.summary.formats.word import write
            case "markdown":
                from advisor.summary.formats.markdown import write
            case "json":
                return self._sealed_json()
        return write(self)

    def _sealed_json(self) -> bytes:
        """With the seal that `python -m advisor verify` checks. `sections` say the same as the parts of the summary, in
        the order and the words of a document."""
        told = self.summary.model_dump(mode="json") | {"sections": [asdict(s) for s in self.sections]}
        private = {"briefing": self.briefing.model_dump(mode="json")} if self.briefing else {}
        sealed = seal_json(told | private, self.record, self.keys)
        return (json.dumps(sealed, indent=2, ensure_ascii=False) + "\n").encode()
