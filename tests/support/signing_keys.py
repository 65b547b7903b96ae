"""The keys that an operator would have set."""

from __future__ import annotations

from pydantic import SecretStr

from advisor.sharing.signing import SigningKey, keys_from


def signing_keys(*secrets: str) -> tuple[SigningKey, ...]:
    """Newest first."""
    return keys_from(map(SecretStr, secrets))
