"""What follows from the answers: verdicts, reasons, what it takes, what would change it, and the summary to keep."""

import streamlit as st

from advisor.screen import shell
from advisor.screen.browser import bridge
from advisor.screen.recommendation import downloads, effort_section, parts, send_mail, verdict_cards, what_would_change
from advisor.summary.ahead import what_it_takes
from advisor.summary.summarise import summarise

visit = shell.begin()
told = ""
if visit.answers:
    summary = summarise(visit.assessment, visit.company)
    takes = what_it_takes(summary, visit.assessment)
    parts.top(visit, summary)
    verdict_cards.decision(visit, summary, takes.tasks)
    verdict_cards.verdicts(visit, summary)
    parts.undecided(visit, summary)
    parts.for_and_against(visit)
    effort_section.section(visit, takes)
    with st.container(key="take-along"):  # of no use on paper
        downloads.offer(visit, summary)
        bridge.copy_link(visit)
        told = send_mail.offer(visit, summary)
    what_would_change.section(visit, summary)
    parts.markets(visit, summary)
    parts.notes(visit, summary)
    parts.steps(visit, summary)
    parts.contact(visit, summary)
    parts.answers(visit, summary)
    parts.small_print(visit, summary)
else:
    parts.nothing_yet(visit)
shell.footer(visit)
bridge.after_page(visit, told)
