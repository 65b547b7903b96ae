"""What follows from the answers: verdicts, reasons, what it takes, what would change it, and the summary to keep."""

from advisor.screen import shell
from advisor.screen.browser import bridge, copy_link
from advisor.screen.recommendation import (
    downloads,
    effort_section,
    for_and_against,
    parts,
    send_mail,
    verdict_cards,
    what_would_change,
)

visit = shell.begin()
told = ""
if visit.answers:
    summary = parts.of(visit)
    takes = effort_section.of(visit, summary)
    parts.top(visit, summary)
    verdict_cards.decision(visit, summary, takes.tasks)
    verdict_cards.verdicts(visit, summary)
    parts.undecided(visit, summary)
    for_and_against.section(visit)
    effort_section.section(visit, takes)
    with downloads.place():
        downloads.offer(visit, summary)
        copy_link.offer(visit)
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
