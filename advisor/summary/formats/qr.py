"""The link that reopens the assessment, as a picture for a telephone's camera."""

from io import BytesIO

import segno

LONGEST = 900
"""Characters; a longer link makes dots too small to scan from paper."""


def as_svg(link: str) -> str:
    """An SVG with its quiet zone, or nothing where there is no link or it is too long. Same link, same picture."""
    if not link or len(link) > LONGEST:
        return ""
    written = BytesIO()
    code = segno.make(link, error="l", micro=False, boost_error=False)
    code.save(written, kind="svg", xmldecl=False, nl=False, svgclass=None, lineclass=None, light="#fff", omitsize=True)
    return written.getvalue().decode()
