"""An invented summary for the tests of its forms: realistic in size, independent of the real content."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from advisor.content.people import Brand, Colours, Contact
from advisor.sharing.seal import SealedRecord
from advisor.sharing.signing import Keys, SigningKey
from advisor.summary.briefing import Briefing
from advisor.summary.formats.document import Document
from advisor.summary.summary_data import (
    Answered,
    EffortText,
    FigureText,
    OriginText,
    PracticeLineText,
    PracticeText,
    RoadMapText,
    RoadStep,
    SourceText,
    StandardFigures,
    StepText,
    Summary,
)
from advisor.summary.verdict_data import (
    CellText,
    CertificateNeeded,
    MarketRow,
    NoteText,
    OpenText,
    Reason,
    Reference,
    VerdictText,
)
from tests.support.invented import BASES
from tests.support.invented_words import WORDS
from tests.support.sample_answers import CHANGES, ONE_CONTRACT

DAY = date(2026, 11, 22)
RECORD = SealedRecord(engine="1", content="c" * 64, day=DAY, answers={}, verdicts={})
SIGNED: Keys = (SigningKey("ab12cd34ef56", b"harbour"),)

BRAND = Brand(
    name="Harbour Quality",
    product="Certification Advisor",
    tagline="Quality systems that fit the company",
    link="https://harbour.example",
    logo="content/no-such-logo.svg",
    icon="icon.svg",
    contact=Contact(
        ask="Would you like to talk this over with somebody who has done it before?",
        label="Arrange a first talk",
        link="https://harbour.example/contact",
        email="hello@harbour.example",
        phone="+385 1 555 0100",
    ),
    colours=Colours(primary="#0b4f6c", primary_dark="#7cc4e0"),
)


def reference(source: str, *cite: str, confidence: str = "high") -> Reference:
    labels = {"high": "Confidence: high", "medium": "Confidence: medium", "low": "Reported, check before relying on it"}
    return Reference(
        source=source.lower(),
        title=f"{source} (Regulation (EU) 2017/745)" if source == "MDR" else source,
        cite=cite,
        link=f"https://law.example/{source.lower().replace(' ', '-')}",
        checked=DAY,
        confidence=confidence,
        confidence_label=labels[confidence],
    )


REASONS = (
    Reason(
        id="eu-class-iia",
        basis="legal-qms",
        headline="Driven by law",
        jurisdiction="European Union, medical devices",
        because="You must run a quality system, and a notified body audits it before your device of class IIa may "
        "carry the CE mark. The certificate that it gives is not an ISO 13485 certificate.",
        answers=("The European Union", "We make the software ourselves", "Class IIa"),
        misconception="You may read that the regulation requires an ISO 13485 certificate. It requires a quality "
        "system. EN ISO 13485 is the usual way to build one, and nobody is obliged to use it.",
        reference=reference("MDR", "Art. 10(9)", "Art. 52(6)", "Annex IX ch. I and III"),
    ),
    Reason(
        id="gb-class-iia",
        basis="legal-qms",
        headline="Driven by law",
        jurisdiction="Great Britain",
        because="For a device of class IIa an approved body assesses your quality system before you may sell it.",
        answers=("Great Britain", "Class IIa"),
        misconception="",
        reference=reference("Medical Devices Regulations 2002", "reg. 13", "Sch. 2 para. 3", confidence="medium"),
    ),
)

ALSO = (
    Reason(
        id="hospital-tender",
        basis="contractual",
        headline="Required by contract",
        jurisdiction="Tenders",
        because="A hospital's tender names ISO 13485 or an equivalent. An equivalent has to be shown, and that is "
        "seldom less work than the certificate.",
        answers=("A public tender names it, or an equivalent",),
        misconception="You may read that buyers can insist on the certificate itself. Public buyers must accept "
        "equivalents.",
        reference=reference("Directive 2014/24/EU", "Art. 62(1)"),
    ),
    Reason(
        id="investors-expect",
        basis="commercial",
        headline="Commercially advisable",
        jurisdiction="Business",
        because="Distributors and investors of device makers usually ask for ISO 13485 first. Nobody obliges you.",
        answers=("Export",),
        misconception="",
        reference=reference("Survey of distributors", confidence="low"),
    ),
)

VERDICTS = (
    VerdictText(
        standard="iso-13485",
        name="ISO 13485",
        basis="legal-qms",
        rank=3,
        headline="Driven by law",
        title="The law demands the system, not this certificate",
        text="You need a quality system that the law describes, and someone outside audits it. **ISO 13485 is the "
        "usual way to build it**, and an ISO 13485 certificate is one way to show it, but the paper that lets you sell "
        "is another one.\n\nWhat this means in practice:\n\n- Plan the system before the technical file is finished.\n"
        "- Choose an auditor who may issue *both* papers; see [the list](https://harbour.example/bodies).\n"
        "- Keep the scope narrow at first.",
        at_most="legal-certificate",
        range="At least: Driven by law. At most: Required by law. Your open answers decide.",
        reported=False,
        reasons=REASONS,
        also=ALSO,
    ),
    VerdictText(
        standard="iso-9001",
        name="ISO 9001",
        basis="not-needed",
        rank=0,
        headline="Not needed now",
        title="Nobody asks this of you",
        text="No law, contract or customer that you told us about asks for ISO 9001. What it would teach you is "
        "contained in ISO 13485 anyway.\n\nIf that changes, little is lost: most of the work carries over.",
        at_most="not-needed",
        range="",
        reported=True,
        reasons=(
            Reason(
                id="nothing-found",
                basis="not-needed",
                headline="Not needed now",
                jurisdiction="Everywhere",
                because="We found no duty for a firm like yours in the places you named.",
                answers=("None of these",),
                misconception="You may read that every serious company needs ISO 9001. Most have "
                "never been asked for it.",
                reference=reference("ISO on certification", confidence="medium"),
            ),
        ),
        also=(),
    ),
)

CERTIFICATES = (
    CertificateNeeded(
        id="eu-qms",
        name="EU quality certificate under the MDR (usually Annex IX)",
        issuer="a notified body",
        because="Without it a class IIa device may not carry the CE mark.",
        reference=reference("MDR", "Art. 52(6)"),
    ),
    CertificateNeeded(
        id="ukca",
        name="UKCA certificate",
        issuer="an approved body",
        because="For sales in Great Britain, unless the CE mark is used while it is still accepted there.",
        reference=reference("Medical Devices Regulations 2002", "reg. 13"),
    ),
)

MATRIX = (
    MarketRow(
        id="eu",
        name="European Union",
        cells=(
            CellText(
                standard="iso-13485",
                basis="legal-qms",
                headline="Driven by law",
                lines=(
                    "The law demands a quality system; the certificate is voluntary",
                    "EU quality certificate under the MDR (usually Annex IX), issued by a notified body",
                ),
            ),
            CellText(standard="iso-9001", basis="", headline="Nothing found or not researched", lines=()),
        ),
    ),
    MarketRow(
        id="gb",
        name="Great Britain",
        cells=(
            CellText(
                standard="iso-13485",
                basis="legal-qms",
                headline="Driven by law",
                lines=("The law demands a quality system; the certificate is voluntary", "Accepted as evidence"),
            ),
            CellText(standard="iso-9001", basis="", headline="Nothing found or not researched", lines=()),
        ),
    ),
    MarketRow(
        id="tenders",
        name="Tenders",
        cells=(
            CellText(
                standard="iso-13485",
                basis="contractual",
                headline="Required by contract",
                lines=("A contract or buyer demands the certificate",),
            ),
            CellText(
                standard="iso-9001",
                basis="not-needed",
                headline="Not needed now",
                lines=("No duty found", "Reported, check before relying on it"),
            ),
        ),
    ),
)

STEPS = (
    "Strategic review and positioning",
    "Design and document internal processes",
    "Coached system application",
    "Assessment through internal audits and review",
    "Facilitate certification",
    "Maintenance and support",
)

ANSWERS = {
    "What does your company do?": ("Medical software",),
    "Who are you in the life of the device?": ("We make the software ourselves", "We sell it under our own name"),
    "Where do you sell, or want to sell?": ("The European Union", "Great Britain"),
    "Which EU risk class is your device?": ("Class IIa",),
    "Does a customer, tender or law name a standard?": ("A public tender names it, or an equivalent",),
    "How many people work in the company?": ("11 to 50",),
    "Which certificates do you hold already?": ("None",),
    "What speaks for a certificate?": ("Export", "Investors ask"),
    "Do you also sell to the military?": ("I don't know",),
}


EFFORT = EffortText(
    people="11 to 50",
    standards=(
        StandardFigures(
            standard="iso-13485",
            name="ISO 13485",
            held="",
            figures=(
                FigureText(key="initial", label="First audit, days", value="4 to 7", estimate=False, origins=(1,)),
                FigureText(
                    key="months", label="Months until the certificate", value="6 to 12", estimate=True, origins=(2,)
                ),
            ),
        ),
    ),
    remarks=("We name no prices here.", "A notified body takes its own time."),
    origins=(
        OriginText(text="Table of audit days, Annex D. (read)", link="https://tables.example/d", estimate=False),
        OriginText(text="Practice of two consultancies. (Estimate)", link="", estimate=True),
    ),
)

ROAD_MAP = RoadMapText(
    pace="tight",
    sentence="1 October 2027 can be met only at a faster pace than we would plan.",
    begin=DAY,
    certificate=date(2027, 10, 1),
    deadline=date(2027, 10, 1),
    steps=tuple(
        RoadStep(title=title, start=start, end=end)
        for title, start, end in (
            ("Strategic review and positioning", DAY, date(2026, 12, 20)),
            ("Design and document internal processes", date(2026, 12, 21), date(2027, 3, 31)),
            ("Coached system application", date(2027, 4, 1), date(2027, 7, 31)),
            ("Facilitate certification", date(2027, 8, 1), date(2027, 9, 30)),
            ("Maintenance and support", date(2027, 10, 1), date(2030, 9, 30)),
        )
    ),
    remedies=("Tell whoever set the date now.",),
    origin=OriginText(text="Practice: how the months spread. (Estimate)", link="", estimate=True),
)


PRACTICE = (
    PracticeText(
        id="eu-qms",
        name="EU quality certificate",
        lines=(
            PracticeLineText(
                part="issued_by", label="Who gives it", texts=("A notified body for your device.",), origin=1
            ),
            PracticeLineText(
                part="look_up",
                label="Where to look",
                texts=("The list of the Commission",),
                link="https://lists.example/bodies",
                origin=1,
            ),
            PracticeLineText(part="steps", label="Steps", texts=("Ask two bodies.", "Have the audit."), origin=1),
            PracticeLineText(
                part="lasts", label="How long", texts=("A year or more.",), origin=2, reported="(only reported)"
            ),
        ),
        references=(reference("MDR", "Art. 53"), reference("Survey of bodies", confidence="low")),
    ),
)


def full(**changes: object) -> Summary:
    """The sample with everything that lies ahead."""
    ahead = {"changes": CHANGES, "effort": EFFORT, "road_map": ROAD_MAP, "practice": PRACTICE}
    return sample(**{**ahead, "unasked": "Of 54 questions, 9 were asked.", **changes})


def sample(**changes: object) -> Summary:
    """The sample, with other values for some of its fields."""
    summary = Summary(
        day=DAY,
        company="Adria Cardio d.o.o.",
        product=BRAND.product,
        brand=BRAND.name,
        brand_link=BRAND.link,
        contact_ask=BRAND.contact.ask,
        contact_link=BRAND.contact.link,
        contact_email=BRAND.contact.email,
        verdicts=VERDICTS,
        answer=ONE_CONTRACT,
        certificates=CERTIFICATES,
        matrix=MATRIX,
        open=(
            OpenText(
                question="Do you also sell to the military?",
                ask_whom="Whoever reads your sales contracts",
                standards=("ISO 9001", "ISO 13485"),
            ),
            OpenText(question="Is your device sterile?", ask_whom="", standards=("ISO 13485",)),
        ),
        notes=(
            NoteText(
                id="evidence-13485",
                kind="evidence",
                label="Accepted as evidence",
                say="A certificate to EN ISO 13485 is presumed to meet the quality system part of the regulation.",
                reference=reference("MDR", "Art. 8(1)"),
            ),
            NoteText(
                id="new-edition",
                kind="coming",
                label="Coming, not law yet",
                say="A new edition of ISO 9001 is under way. A certificate to the present one keeps its worth "
                "for a while.",
                reference=reference("ISO committee notice", confidence="medium"),
            ),
            NoteText(
                id="mdsap",
                kind="caution",
                label="Take care",
                say="An auditor without accreditation sells paper that no authority accepts.",
                reference=reference("EA guide", confidence="low"),
            ),
        ),
        steps=tuple(
            StepText(
                title=title,
                text="We look at where you stand and **what the market asks**, so that nothing is built twice. The "
                "result is a short plan that the management signs.\n\nMore about this step on our pages.",
            )
            for title in STEPS
        ),
        answers=tuple(
            Answered(id=f"question-{number}", question=question, answers=answers)
            for number, (question, answers) in enumerate(ANSWERS.items())
        ),
        sources=tuple(
            SourceText(
                title=title,
                version=version,
                link="https://law.example/" + title.split()[0].lower(),
                checked=DAY,
                read=read,
            )
            for title, version, read in (
                ("Directive 2014/24/EU on public procurement", "Consolidated 2024.", "provision read"),
                ("EA guide", "", "a page about it was read"),
                ("ISO on certification", "Web page.", "provision read"),
                ("MDR (Regulation (EU) 2017/745)", "Consolidated 2025-01-10.", "provision read"),
                ("Medical Devices Regulations 2002", "SI 2002/618, as amended.", "provision read"),
                ("Survey of distributors", "", "from our own knowledge, not looked up"),
            )
        ),
        limits="This is orientation, not legal advice. It is as good as your answers and as the sources on the day "
        "they were checked. Before you spend money or skip a duty, have the provision read by someone who "
        "answers for it.",
        settled=False,
        content_hash="3f2a9c1b7d4e8a60c5b1f0d29e7a6c48" * 2,
        proof="This content was proven on 2026-11-22: 2,985 proofs, each over all possible answers, found no error.",
    )
    return summary.model_copy(update=changes)


def sample_document(
    summary: Summary, link: str = "", briefing: Briefing | None = None, keys: Keys = (), record: SealedRecord = RECORD
) -> Document:
    """A summary as the document of an invented content."""
    content: Any = SimpleNamespace(
        root=Path("no-such-folder"), words=WORDS, brand=BRAND, ruleset=SimpleNamespace(bases=BASES)
    )
    return Document(summary, content, record, keys, link, briefing)
