"""The picture of the consultancy, as it stands on paper."""

from pathlib import Path

from advisor.content.people import Brand


def logo_of(root: Path, brand: Brand) -> str:
    """The SVG in that folder of content, or nothing; the brand's name then stands in its place."""
    path = root / brand.logo
    return path.read_text("utf-8") if path.suffix == ".svg" and path.is_file() else ""
