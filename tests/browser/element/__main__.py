"""`python -m tests.browser.element` serves the element without the app, to look at it by hand."""

from tests.browser.element.serving import element_server

with element_server(8600) as url:
    print(f"{url}?turn=long&theme=dark")
    input("Press Enter to stop.\n")
