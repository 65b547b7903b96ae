"""Which scripts the first elements of a page need, so that the page names them all before any of them is read."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

_IMPORTED = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
"""An import at the head of a module; what a script fetches later by itself is written `import(…)`."""

ALWAYS = ("BidiComponent", "Html", "ImageList", "PageLink")
"""Streamlit's scripts for what stands on every page: elements of ours, style, logo, the links at its foot."""
RESULT = ("Button", "DownloadButton", "LinkButton", "TextInput", "ButtonGroup")
"""What else the first screen of the recommendation draws."""


class Scripts:
    """The scripts of a folder that is served `at` this address."""

    def __init__(self, folder: Path, at: str) -> None:
        self.folder, self.at = folder, at

    def elements(self, *names: str) -> Iterator[str]:
        """The addresses for Streamlit's elements of these names, to which its bundler added a hash, with imports."""
        yield from self.addresses(path for name in names for path in sorted(self.folder.glob(f"{name}.*.js")))

    def addresses(self, scripts: Iterable[Path]) -> Iterator[str]:
        return (f"{self.at}/{script.name}" for script in with_imports(scripts))


def with_imports(scripts: Iterable[Path]) -> list[Path]:
    """These scripts and all that they import, each once."""
    found: dict[Path, None] = {}
    waiting = list(scripts)
    while waiting:
        script = waiting.pop(0)
        if script not in found:
            found[script] = None
            waiting += [script.with_name(name) for name in _IMPORTED.findall(script.read_text("utf-8"))]
    return list(found)
