"""Check a document: hand in a summary, learn whether it is genuine and what would be said today."""

from advisor.screen import check_document, shell
from advisor.screen.browser import bridge

visit = shell.begin("verify")
check_document.title(visit)
told = check_document.document(visit)
shell.footer(visit)
bridge.after_page(visit, told.judgement if told else "")
