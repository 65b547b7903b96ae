"""The conversation: one question at a time, until nothing is left that could change the result."""

from advisor.screen import shell
from advisor.screen.assessment import conversation
from advisor.screen.browser import bridge

visit = shell.begin()
journey = visit.assessment.journey
conversation.title(visit, journey)
conversation.past(visit, journey)
conversation.notice(visit)
conversation.contradiction(visit)
if not visit.editing and journey.next:
    conversation.ask(visit, journey.next)
if not visit.editing and journey.settled:
    conversation.finished(visit)
conversation.progress(visit, journey)
conversation.start_over(visit)
conversation.personas(visit)
shell.footer(visit)
bridge.after_question(visit, journey)
