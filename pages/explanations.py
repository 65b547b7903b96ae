"""What certification is about: the two standards side by side and the questions that people ask."""

from advisor.screen import bridge, explanations, shell

visit = shell.begin()
explanations.title(visit)
explanations.faq()
explanations.standards()
shell.footer(visit)
bridge.after_page(visit)
