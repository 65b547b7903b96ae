"""Draws one example's recommendation to nobody after the start, so that no visitor waits for imports, for templates to
be read and for the tables of the language."""

from advisor.assessment.assessment import Assessment
from advisor.content.library import Content
from advisor.screen.content import today
from advisor.screen.drawing import markup
from advisor.summary.ahead import what_it_takes
from advisor.summary.answer_text import answer_of
from advisor.summary.changes_text import changes_of
from advisor.summary.market_table import market_table
from advisor.summary.page_one import page_one
from advisor.summary.practice_text import practice_of
from advisor.summary.summarise import summarise


def warm_up(content: Content) -> None:
    """Nothing where the content has no example."""
    for persona in content.personas[:1]:
        assessment = Assessment(content, today(), persona.answers)
        summary, answer = summarise(assessment, ""), answer_of(assessment)
        page = page_one(summary, answer)
        what_it_takes(assessment)
        changes_of(assessment)
        drawn = {"needs": page.needs, "rest": (), "more": "", "not_needed": answer.not_needed}
        markup.markup("needs", content, **drawn)
        markup.markup("opening", content, name=persona.name, on=today())
        markup.markup("by_market", content, table=market_table(assessment, summary))
        markup.markup("practice", content, practices=practice_of(assessment))
        markup.markup("notes", content, notes=summary.notes)
        markup.markup("sources", content, told=(), sources=summary.sources)
