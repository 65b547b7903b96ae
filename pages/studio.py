"""The editors' screen: how the content hangs together, what is wrong with it, and what is due."""

from advisor.screen import bridge, shell, studio, studio_check, studio_find, studio_questions, studio_statements
from advisor.screen import studio_inventory as inventory

visit = shell.begin()
studio.only_for_editors()
place = studio.top(visit)
with studio.body():
    if place.part == "find":
        studio_find.search()
    elif place.part == "questions" and place.item:
        studio_questions.question(place.item)
    elif place.part == "questions":
        studio_questions.topics(place.topic)
    elif place.part == "statements" and place.item:
        studio_statements.statement(place.item)
    elif place.part == "statements":
        studio_statements.choose()
    elif place.part == "sources":
        studio_statements.source(place.item)
    elif place.part == "check":
        studio_check.findings()
    elif place.part == "coverage":
        inventory.coverage()
    elif place.part == "review":
        inventory.review()
bridge.after_place(visit, f"{place.part} {place.topic} {place.item}")
