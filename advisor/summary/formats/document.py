"""All forms of the document by name, and both editions of each."""

from dataclasses import dataclass
from typing import Literal, get_args

from advisor.content.library import Content
from advisor.sharing.seal import SealedRecord
from advisor.sharing.signing import Keys
from advisor.summary.briefing import Briefing
from advisor.summary.formats import markdown, sealed
from advisor.summary.formats.logo import logo_of
from advisor.summary.summary_data import Summary

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

    def written(self, form: Form) -> bytes:
        words, brand, bases = self.content.words, self.content.brand, self.content.ruleset.bases
        if form == "markdown":
            return markdown.write(self.summary, words, self.briefing).encode()
        if form == "html":
            from advisor.summary.formats import html

            return html.write(self.summary, words, brand, bases, self.link, self.briefing).encode()
        if form == "docx":
            from advisor.summary.formats import word  # half a tenth of a second that other forms need not pay for

            return word.write(self.summary, words, brand, self.link, self.briefing)
        if form == "json":
            return sealed.as_json(self.summary, words, self.record, self.keys, self.briefing)
        logo = logo_of(self.content.root, brand)
        return sealed.as_pdf(self.summary, words, brand, bases, self.link, self.record, self.keys, self.briefing, logo)
