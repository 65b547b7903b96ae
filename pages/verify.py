"""Check a document: hand in a summary, learn whether it is genuine and what would be said today."""

from advisor.screen import bridge, shell, verifying

visit = shell.begin()
verifying.title(visit)
told = verifying.document()
shell.footer(visit)
bridge.after_page(visit, told.judgement if told else "")
