"""The summary as JSON with the seal that `python -m advisor verify` checks."""

import json
from dataclasses import asdict

from advisor.sharing.seal import seal_json
from advisor.summary.formats.document import Document


def write(document: Document) -> bytes:
    """`sections` say the same as the parts of the summary, in the order and the words of a document."""
    told = document.summary.model_dump(mode="json") | {"sections": [asdict(s) for s in document.sections]}
    private = {"briefing": document.briefing.model_dump(mode="json")} if document.briefing else {}
    sealed = seal_json(told | private, document.record, document.keys)
    return (json.dumps(sealed, indent=2, ensure_ascii=False) + "\n").encode()
