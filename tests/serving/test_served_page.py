"""The page in which the app runs carries our title, language, watch and words, whatever stands in the content."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from streamlit import file_util
from streamlit.elements import exception

from advisor.content import library
from advisor.content.words import PRODUCT
from advisor.serving.headers import inline_script_hashes
from advisor.serving.served_page import LANGUAGE, PARTS, TITLE, served_page

STREAMLITS = Path(file_util.get_static_dir(), "index.html").read_text(encoding="utf-8")
SCRIPT = (PARTS / "watch.js").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with words and brand of its own, and nothing else."""
    for name in ("words.yaml", "brand.yaml"):
        (tmp_path / "content").mkdir(exist_ok=True)
        shutil.copy(PRODUCT / "content" / name, tmp_path / "content" / name)
    return tmp_path


def change(root: Path, file: str, **values: object) -> None:
    path = root / "content" / file
    path.write_text(yaml.safe_dump(yaml.safe_load(path.read_text("utf-8")) | values), encoding="utf-8")


def test_the_page_of_this_streamlit_has_what_we_replace() -> None:
    assert STREAMLITS.count(TITLE) == STREAMLITS.count(LANGUAGE) == STREAMLITS.count("<noscript>") == 1
    assert STREAMLITS.count('<div id="root">') == 1


def test_what_the_watch_looks_for_is_in_this_streamlit() -> None:
    bundle = "".join(path.read_text("utf-8") for path in Path(file_util.get_static_dir()).glob("static/js/*.js"))
    names = {*re.findall(r'part\("(\w+)"\)', SCRIPT), "vite:preloadError", "data-test-connection-state"}
    assert not [name for name in names if name not in bundle]
    assert "redacted" in exception._GENERIC_UNCAUGHT_EXCEPTION_TEXT


def test_the_page_names_the_product_and_whom_to_write_to() -> None:
    page, brand = served_page(STREAMLITS, library.ROOT), library.load().brand
    assert f"<title>{brand.product}</title>" in page
    assert page.count(f"mailto:{brand.contact.email}") == 2  # for the watch, and where no script runs
    assert "<title>Streamlit" not in page


def test_our_style_counts_more_than_what_streamlit_adds_to_the_head() -> None:
    page = served_page(STREAMLITS, library.ROOT, style=".ours {}")
    assert page.index("<body>") < page.index(".ours {}") < page.index('<div id="root">')


def test_the_policy_allows_the_watch() -> None:
    hashes = inline_script_hashes(served_page(STREAMLITS, library.ROOT))
    assert set(inline_script_hashes(STREAMLITS)) < set(hashes)


def test_whatever_stands_in_the_content_stays_text(root: Path) -> None:
    change(root, "brand.yaml", product='</title><script>alert("x")</script>')
    page = served_page(STREAMLITS, root)
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_text_with_a_backslash_stays_as_it_is(root: Path) -> None:
    change(root, "brand.yaml", product=r"A \g<0> B")
    assert page_title(served_page(STREAMLITS, root)) == r"A \g&lt;0&gt; B"


def test_words_that_are_broken_are_taken_from_the_next_folder(root: Path) -> None:
    (root / "content" / "words.yaml").write_text("watch: [", encoding="utf-8")
    change(root, "brand.yaml", product="Other")
    assert page_title(served_page(STREAMLITS, root, PRODUCT)) == library.load().brand.product


def test_words_that_lack_one_are_taken_from_the_next_folder(root: Path) -> None:
    change(root, "words.yaml", watch={"reload": "Again"})
    assert page_title(served_page(STREAMLITS, root, PRODUCT)) == library.load().brand.product


def test_without_any_words_the_page_is_streamlits(tmp_path: Path) -> None:
    assert served_page(STREAMLITS, tmp_path) == STREAMLITS


def page_title(page: str) -> str:
    return page.partition("<title>")[2].partition("</title>")[0]
