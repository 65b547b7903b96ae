"""All forms of the document by name; the consultant's paper is a document of its own."""

import json
from dataclasses import dataclass
from typing import Literal, get_args

from advisor.content.library import Content
from advisor.sharing.seal import SealedRecord, seal_json
from advisor.sharing.signing import Keys
from advisor.summary.blocks import DocumentSection
from advisor.summary.briefing import Briefing, briefing_sections
from advisor.summary.formats.file_name import file_name
from advisor.summary.outline import outline
from advisor.summary.summary_data import COMPANY_LENGTH, Summary, clean

Form = Literal["pdf", "html", "docx", "markdown", "json"]
FORMS: tuple[Form, ...] = get_args(Form)
ENDINGS: dict[Form, str] = {"pdf": "pdf", "html": "html", "docx": "docx", "markdown": "md", "json": "json"}
SAID_KEYS = {"result.{}": FORMS}


@dataclass(frozen=True)
class Document:
    """All that any form needs. `link` reopens the assessment; a `briefing` makes it the consultant's paper, in which
    nothing else stands."""

    summary: Summary
    content: Content
    record: SealedRecord
    keys: Keys = ()
    link: str = ""
    briefing: Briefing | None = None

    def __post_init__(self) -> None:
        """Whoever typed the name of the company, it is harmless in every form. Proofs help only who can check them."""
        company, proof = clean(self.summary.company, COMPANY_LENGTH), self.summary.proof if self.keys else ""
        object.__setattr__(self, "summary", self.summary.model_copy(update={"company": company, "proof": proof}))

    @property
    def kind(self) -> str:
        """What it is, as its files are titled."""
        return self.briefing.title if self.briefing else self.content.words["document.title"]

    @property
    def headline(self) -> str:
        """The answer itself, where there is one."""
        answer = self.summary.answer
        return answer.sentence if answer and not self.briefing else self.kind

    @property
    def sections(self) -> tuple[DocumentSection, ...]:
        if self.briefing:
            return tuple(briefing_sections(self.briefing))
        return outline(self.summary, self.content.words)

    @property
    def name(self) -> str:
        """Of its files, without their endings."""
        return file_name(self.summary, self.content.words, consultant=self.briefing is not None)

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
        from advisor.summary.formats.markdown import section_text

        sections = [{"id": s.id, "title": s.title, "text": section_text(s)} for s in self.sections]
        told = (self.briefing or self.summary).model_dump(mode="json")
        sealed = seal_json(told if self.briefing else told | {"sections": sections}, self.record, self.keys)
        return (json.dumps(sealed, indent=2, ensure_ascii=False) + "\n").encode()
