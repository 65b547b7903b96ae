"""Says whether the content behind a document was proven, in a sentence."""

from datetime import date

from advisor.content.library import Content
from advisor.summary import wording


def proof_line(content: Content, day: date) -> str:
    """What was proven and when; or plainly that nothing was, if the content has changed since."""
    proven, words = content.proven, content.words
    if proven is None or not proven.holds(content.hash, content.ruleset, day):
        return words("result.not-proven", hash=content.hash[:12])
    return words(
        "result.proven",
        hash=content.hash[:12],
        date=wording.day(proven.day, words),
        proofs=f"{proven.proofs:,}",
        examples=proven.examples,
    )
