"""What counts as an exact web origin, as the address of a site, and as an e-mail address."""

import re
from urllib.parse import urlsplit

_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_SITE = re.compile(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_DOMAIN = re.compile(r"([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]", re.ASCII)


class BadAddressError(ValueError):
    """Not an address that a message can go to."""


def origin_mistake(text: str) -> str:
    """What keeps a text from being an origin as browsers write it (`https://www.example.org`), or nothing."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"'{text}' is not an address ({error})"
    if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host):
        return f"'{text}' is not an origin such as https://www.example.org"
    suffix = "" if port is None or port == _DEFAULT_PORTS[parts.scheme] else f":{port}"
    exact = f"{parts.scheme}://{host}{suffix}"
    return "" if text == exact else f"write '{exact}' instead of '{text}'"


def is_site(text: str) -> bool:
    """Whether links may start with this text: a web address without a query."""
    return bool(_SITE.fullmatch(text))


def address_of(text: str) -> str:
    """One plain e-mail address, fit for a header; raises `BadAddressError`. A domain in other letters becomes ASCII."""
    local, at, domain = text.strip(" ").rpartition("@")
    try:
        domain = domain if domain.isascii() else domain.encode("idna").decode()
    except UnicodeError:
        raise BadAddressError from None
    fits = at and len(local) <= 64 and len(local) + len(domain) <= 253
    if not (fits and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)):
        raise BadAddressError
    return f"{local}@{domain.lower()}"
