"""What is wrong with the operator's settings, told when the app starts and not to a visitor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from advisor.sharing.mail import MailSettingsError, server_from, site_from
from advisor.sharing.signing import WeakKeyError, keys_from


def setting_problems(environment: Mapping[str, str]) -> Iterator[str]:
    """One sentence for each setting that cannot be used."""
    told = set()
    for read in (keys_from, site_from, server_from):
        try:
            read(environment)
        except (WeakKeyError, MailSettingsError) as error:
            told.add(str(error))
    yield from sorted(told)
