"""Everything that an operator sets in the environment: read once, checked at once, told in sentences."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Literal, NamedTuple, cast

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, SecretStr, ValidationError

from advisor.addresses import BadAddressError, address_of, is_site, origin_mistake

Security = Literal["starttls", "tls", "none"]
PREFIX = "ADVISOR_"
SHORTEST_KEY = 32
"""Characters; `openssl rand -hex 32` gives 64."""
_MAIL_PORTS: Mapping[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}
_SWITCH = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class SettingsError(Exception):
    """Says everything at once that is wrong with settings which a command cannot do without."""


class MailServer(NamedTuple):
    """`site`: where the app is reached. A browser could name any place, so what it says goes into no message."""

    host: str
    port: int
    security: Security
    user: str
    password: SecretStr
    sender: str
    site: str


def _port(text: str) -> int:
    if not (text.isdecimal() and len(text) <= 5 and 1 <= int(text) <= 65535):
        raise ValueError(f"'{text}' is not a number from 1 to 65535")
    return int(text)


def _switch(text: str) -> bool:
    if text.lower() not in _SWITCH:
        raise ValueError(f"'{text}' is neither 1 nor 0")
    return _SWITCH[text.lower()]


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(dict.fromkeys(text.split()))
    if mistakes := [mistake for origin in origins if (mistake := origin_mistake(origin))]:
        raise ValueError("; ".join(mistakes))
    return origins


def _keys(text: str) -> tuple[SecretStr, ...]:
    if any(len(key.encode()) < SHORTEST_KEY for key in text.split()):
        raise ValueError(f"each key needs at least {SHORTEST_KEY} characters; write `openssl rand -hex 32`")
    return tuple(map(SecretStr, text.split()))


def _site(text: str) -> str:
    if not is_site(site := text.rstrip("/")):
        raise ValueError(f"'{text}' is not a web address such as https://check.example.com")
    return site


def _security(text: str) -> Security:
    if text.lower() not in _MAIL_PORTS:
        raise ValueError(f"'{text}' is not one of starttls, tls and none")
    return cast(Security, text.lower())


def _sender(text: str) -> str:
    try:
        return address_of(text)
    except BadAddressError:
        raise ValueError(f"'{text}' is not the address that messages come from, such as advisor@example.com") from None


Port = Annotated[int, BeforeValidator(_port)]


class Settings(BaseModel):
    """One value for each variable. A field is the variable's name in small letters, without `ADVISOR_`."""

    model_config = ConfigDict(
        alias_generator=lambda name: f"{PREFIX}{name.upper()}", frozen=True, hide_input_in_errors=True
    )

    host: str = Field("0.0.0.0", alias="HOST")  # noqa: S104 - a phone on the same network may try the demo
    port: Port = Field(8501, alias="PORT")
    content: Path = Path(__file__).resolve().parents[1]
    https: Annotated[bool, BeforeValidator(_switch)] = False
    embed_origins: Annotated[tuple[str, ...], BeforeValidator(_origins)] = ()
    signing_key: Annotated[tuple[SecretStr, ...], BeforeValidator(_keys)] = ()
    public_url: Annotated[str, BeforeValidator(_site)] = ""
    smtp_host: str = ""
    smtp_port: Port | None = None
    smtp_security: Annotated[Security, BeforeValidator(_security)] = "starttls"
    smtp_user: str = ""
    smtp_password: SecretStr = SecretStr("")
    mail_from: Annotated[str, BeforeValidator(_sender)] = ""

    _problems: dict[str, str] = PrivateAttr(default_factory=dict)
    _unknown: tuple[str, ...] = PrivateAttr(())

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> Settings:
        """Every setting that can be used. One that cannot is left out, as if not set, and told in `problems`."""
        given = {name: value for name in cls.variables() if (value := environ.get(name, "").strip())}
        try:
            settings, problems = cls(**given), {}
        except ValidationError as error:
            problems = {str(mistake["loc"][0]): str(mistake["ctx"]["error"]) for mistake in error.errors()}
            settings = cls(**{name: value for name, value in given.items() if name not in problems})
        settings._problems = dict([*settings._content_problems(), *settings._mail_problems()]) | problems
        settings._unknown = tuple(_unknown(environ))
        return settings

    @classmethod
    def variables(cls) -> tuple[str, ...]:
        """The name of every variable."""
        return tuple(str(field.alias) for field in cls.model_fields.values())

    @property
    def problems(self) -> tuple[str, ...]:
        """A sentence for each variable that cannot be used."""
        return tuple(f"{variable}: {problem}" for variable, problem in self._problems.items())

    @property
    def unknown(self) -> tuple[str, ...]:
        """A sentence for each variable that looks like ours and is not."""
        return self._unknown

    def require(self, *variables: str) -> Settings:
        """These settings, if the variables named are sound; raises `SettingsError`."""
        if found := [f"{name}: {self._problems[name]}" for name in variables if name in self._problems]:
            raise SettingsError("\n".join(found))
        return self

    @property
    def mail(self) -> MailServer | None:
        """The server that sends, or None where none is named or something about it is wrong."""
        if not self.smtp_host or any(name.startswith(_MAIL) for name in self._problems):
            return None
        return MailServer(
            self.smtp_host,
            self.smtp_port or _MAIL_PORTS[self.smtp_security],
            self.smtp_security,
            self.smtp_user,
            self.smtp_password,
            self.mail_from,
            self.public_url,
        )

    def _content_problems(self) -> Iterator[tuple[str, str]]:
        """The folder stays as named: no other content may take its place unseen."""
        if not (self.content / "questions").is_dir():
            yield "ADVISOR_CONTENT", f"'{self.content}' is not a folder with questions/ and content/"

    def _mail_problems(self) -> Iterator[tuple[str, str]]:
        if not self.smtp_host:
            return
        if self.smtp_security == "none" and self.smtp_host not in _LOOPBACK:
            yield "ADVISOR_SMTP_SECURITY", "'none' is only for a server on this machine; write starttls or tls"
        if not self.mail_from:
            yield "ADVISOR_MAIL_FROM", "is missing; write the address that messages come from"
        if not self.public_url:
            yield "ADVISOR_PUBLIC_URL", "is missing; without it a message could not say where the assessment is"


_MAIL = ("ADVISOR_SMTP_", "ADVISOR_MAIL_", "ADVISOR_PUBLIC_URL")


def _unknown(environ: Mapping[str, str]) -> Iterator[str]:
    known = Settings.variables()
    for name in sorted(environ):
        if name.upper().startswith(PREFIX) and name.upper() not in known:
            near = get_close_matches(name.upper(), known, 1, 0.8)
            yield f"{name} is not a setting" + (f"; did you mean {near[0]}?" if near else "")


@cache
def settings() -> Settings:
    """The settings of this process."""
    return Settings.from_environment(os.environ)
