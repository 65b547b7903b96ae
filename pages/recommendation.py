"""What follows from the answers: verdicts, reasons, what it takes, what would change it, and the summary to keep."""

from advisor.screen import bridge, copying, downloads, mailing, reasons, result, shell, taking, verdicts, whatif

visit = shell.begin()
told = ""
if visit.answers:
    summary = result.of(visit)
    takes = taking.of(visit, summary)
    result.top(visit, summary)
    verdicts.decision(summary, takes.tasks)
    verdicts.verdicts(summary)
    result.undecided(summary)
    reasons.section(visit)
    taking.section(takes)
    with downloads.place():
        downloads.offer(summary)
        copying.offer()
        told = mailing.offer(visit, summary)
    whatif.section(visit, summary)
    result.markets(visit, summary)
    result.notes(summary)
    result.steps(summary)
    result.contact(summary)
    result.answers(visit, summary)
    result.small_print(summary)
else:
    result.nothing_yet(visit)
shell.footer(visit)
bridge.after_page(visit, told)
