"""The certificates that are really needed, where they are others than those of the standards."""

from collections.abc import Iterator

from advisor.content.words import Words
from advisor.summary.blocks import DocumentSection, LabelledBlocks, paragraph
from advisor.summary.provision import provision
from advisor.summary.summary_data import Summary
from advisor.summary.verdict_data import CertificateNeeded


def sections(summary: Summary, words: Words) -> Iterator[DocumentSection]:
    if summary.certificates:
        why = paragraph(words["result.other-certificates-why"])
        entries = (_entry(certificate, words) for certificate in summary.certificates)
        yield DocumentSection("certificates", words["result.other-certificates"], (why, *entries))


def _entry(paper: CertificateNeeded, words: Words) -> LabelledBlocks:
    issuer = paragraph(words("result.issuer", issuer=paper.issuer))
    return LabelledBlocks(paper.name, (issuer, paragraph(paper.because), provision(paper.reference, words)))
