"""The operator's signing keys: the first signs, all of them recognise what they signed."""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from pydantic import SecretStr

ALGORITHM = "HMAC-SHA-256"
UNSIGNED = "unsigned"


@dataclass(frozen=True)
class SigningKey:
    """`id` tells keys apart and gives nothing of them away."""

    id: str
    secret: bytes = field(repr=False)

    def sign(self, purpose: str, message: bytes) -> str:
        """As 64 hex digits. `purpose` keeps a signature of one kind from passing as one of another."""
        return hmac.new(self.secret, f"certification-advisor {purpose}\n".encode() + message, sha256).hexdigest()


Keys = Sequence[SigningKey]
"""Newest first; without any, documents are unsigned."""


def keys_from(secrets: Iterable[SecretStr]) -> tuple[SigningKey, ...]:
    """The keys with these secrets, in the same order.

    To rotate, put the new key in front and keep the old one as long as its documents shall be recognised.
    """
    raw = (secret.get_secret_value().encode() for secret in secrets)
    return tuple(SigningKey(sha256(b"certification-advisor key id\n" + key).hexdigest()[:12], key) for key in raw)


def sign(keys: Keys, purpose: str, message: bytes) -> tuple[str, str]:
    """The id of the signing key and its signature; without a key "unsigned" and a plain SHA-256."""
    if keys:
        return keys[0].id, keys[0].sign(purpose, message)
    return UNSIGNED, sha256(message).hexdigest()


def agrees(keys: Keys, key_id: str, signature: str, purpose: str, message: bytes) -> bool | None:
    """Whether the signature is of this message; None if we do not hold its key."""
    given = signature.encode(errors="replace")
    if key_id == UNSIGNED:
        return hmac.compare_digest(given, sha256(message).hexdigest().encode())
    for key in keys:
        if key.id == key_id:
            return hmac.compare_digest(given, key.sign(purpose, message).encode())
    return None
