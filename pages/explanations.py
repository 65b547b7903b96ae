"""What certification is about: the two standards side by side and the questions that people ask."""

from advisor.screen import explaining, shell
from advisor.screen.browser import bridge

visit = shell.begin()
explaining.title(visit)
explaining.faq(visit)
explaining.standards(visit)
shell.footer(visit)
bridge.after_page(visit)
