"""The summary as Markdown text; everything a person typed appears literally."""

from __future__ import annotations

import re
from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.briefing import Briefing
from advisor.summary.formats import markdown_ahead as ahead
from advisor.summary.plain import Reference
from advisor.summary.summary_data import Reason, Summary, VerdictText

_SPECIAL = re.compile(r"([\\`*_{}\[\]()<>#+!|~&$:-])")


def escape(text: str) -> str:
    """Text as Markdown that shows exactly this text."""
    return _SPECIAL.sub(r"\\\1", text)


def write(summary: Summary, words: Words, briefing: Briefing | None = None) -> str:
    """The whole summary. Same summary, same text. `briefing`: only in the consultant's edition."""
    private = ahead.briefing(briefing) if briefing else ()
    return "\n".join((*_lines(summary, words), *private)).rstrip() + "\n"


def _lines(summary: Summary, words: Words) -> Iterator[str]:
    yield from _decision(summary, words)
    for verdict in summary.verdicts:
        yield from _verdict(verdict, words)
    yield from _certificates(summary, words)
    yield from _matrix(summary, words)
    yield from ahead.lines(summary, words)
    yield from _open(summary, words)
    yield from _notes(summary, words)
    yield from _steps(summary, words)
    yield from _given(summary, words)


def _decision(summary: Summary, words: Words) -> Iterator[str]:
    yield f"# {words['document.title']}\n"
    if summary.company:
        yield words("document.for-company", company=escape(summary.company)) + "\n"
    yield words("document.date", date=summary.day.isoformat()) + "\n"
    if summary.glance:
        yield from ahead.glance(summary.glance, words)
    yield f"## {words['result.suggested']}\n"
    yield from (f"- {line}" for line in summary.suggestions)


def _verdict(verdict: VerdictText, words: Words) -> Iterator[str]:
    yield f"\n## {verdict.name}: {verdict.headline}\n"
    if verdict.reported:
        yield f"**{words['result.reported']}**\n"
    yield f"**{verdict.title}**\n"
    yield verdict.text + "\n"
    if verdict.range:
        yield verdict.range + "\n"
    for reason in verdict.reasons:
        yield from _reason(reason, words)
    if verdict.also:
        yield f"\n### {words['result.also']}\n"
    for reason in verdict.also:
        yield from _reason(reason, words)


def _open(summary: Summary, words: Words) -> Iterator[str]:
    if summary.open:
        yield f"\n## {words['result.open']}\n"
    yield from (f"- {o.question} {words('result.open-ask', whom=o.ask_whom)}" for o in summary.open)


def _notes(summary: Summary, words: Words) -> Iterator[str]:
    if summary.notes:
        yield f"\n## {words['result.notes']}\n"
    yield from (f"- **{n.label}:** {n.say} ({_reference(n.reference, words)})" for n in summary.notes)


def _steps(summary: Summary, words: Words) -> Iterator[str]:
    yield f"\n## {words['result.steps']}\n"
    yield from (f"{number}. **{step.title}.** {first(step.text)}" for number, step in enumerate(summary.steps, 1))
    yield f"\n{summary.contact_ask} <{summary.contact_link}>"


def _given(summary: Summary, words: Words) -> Iterator[str]:
    yield f"\n## {words['result.answers']}\n"
    yield from (f"- {a.question} **{'; '.join(a.answers)}**" for a in summary.answers)
    if summary.unasked:
        yield f"\n{summary.unasked}"
    yield f"\n## {words['document.sources']}\n"
    yield from (f"- {source.line} <{source.link}>" for source in summary.sources)
    yield f"\n{summary.limits}"
    if summary.proof:
        yield f"\n{summary.proof}"


def first(text: str) -> str:
    """The first paragraph of a text."""
    return text.split("\n\n", 1)[0].replace("\n", " ")


def _reason(reason: Reason, words: Words) -> Iterator[str]:
    yield f"- **{reason.jurisdiction}.** {reason.because} ({_reference(reason.reference, words)})"
    if reason.misconception:
        yield f"  *{words['result.belief']}:* {reason.misconception}"


def _reference(reference: Reference, words: Words) -> str:
    cite = ", ".join(reference.cite)
    name = words("result.provision", source=reference.title, cite=cite) if cite else reference.title
    checked = words("result.checked", date=reference.checked)
    return f"[{name}]({reference.link}), {checked}, {reference.confidence_label}"


def _certificates(summary: Summary, words: Words) -> Iterator[str]:
    if not summary.certificates:
        return
    yield f"\n## {words['result.other-certificates']}\n"
    yield words["result.other-certificates-why"] + "\n"
    for certificate in summary.certificates:
        issuer = words("result.issuer", issuer=certificate.issuer)
        yield f"- **{certificate.name}.** {issuer}. {certificate.because} ({_reference(certificate.reference, words)})"


def _matrix(summary: Summary, words: Words) -> Iterator[str]:
    if not summary.matrix:
        return
    yield f"\n## {words['result.matrix']}\n"
    names = [verdict.name for verdict in summary.verdicts]
    yield f"| {words['result.market']} | {' | '.join(names)} |"
    yield "|" + " --- |" * (len(names) + 1)
    for row in summary.matrix:
        cells = " | ".join("; ".join((cell.headline, *cell.lines)) for cell in row.cells)
        yield f"| {row.name} | {cells} |"
