"""Writes the PDF of every example: time, weight, pages, and what a reader would stumble over."""

from __future__ import annotations

import io
import statistics
import time
from datetime import UTC, datetime

from pypdf import PdfReader

from advisor.assessment.assessment import Assessment
from advisor.content import library
from advisor.sharing.link import encode
from advisor.sharing.seal import record_of
from advisor.summary.ahead import in_full
from advisor.summary.formats.document import Document
from advisor.summary.summarise import summarise
from bench.figures import Figure, percentile, table
from tests.support.examples import load_visits
from tests.support.text_boxes import problems


def measure() -> list[Figure]:
    """Time of the processor: it is of the document, and not of what else the machine does."""
    content = library.load()
    day = datetime.now(UTC).date()
    times, sizes, lengths, faults = [], [], [], 0
    for example in load_visits(library.ROOT, content.ruleset):
        assessment = Assessment(content, day, example.answers)
        full = in_full(summarise(assessment, "Überlandwerk & Söhne 🚀 GmbH"), assessment)
        link = f"https://check.example/?a={encode(example.answers, content.hash)}"
        start = time.process_time()
        document = Document(full, content, record_of(assessment), link=link).written("pdf")
        times.append(1000 * (time.process_time() - start))
        sizes.append(len(document) / 1000)
        lengths.append(len(PdfReader(io.BytesIO(document)).pages))
        if found := problems(document):
            faults += len(found)
            print(example.name, found[:3])
    times.pop(0)  # reads the fonts
    return [
        Figure(f"PDF of an example, processor, median of {len(times)}", statistics.median(times), "ms", 150),
        Figure("PDF of an example, processor, 95th percentile", percentile(times, 0.95), "ms"),
        Figure("PDF of an example, largest", max(sizes), "kB", 150),
        Figure("PDF of an example, most pages", max(lengths), "", 6),
        Figure("text outside of margins, on other text, blank pages", faults, "", 0),
    ]


if __name__ == "__main__":
    print(table(measure()))
