"""How hard the property tests try: `dev` at the desk, `ci` in the build, `deep` overnight.

HYPOTHESIS_PROFILE chooses. `ci` tries the same cases for the same code, so that a build can be repeated.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from advisor.settings import settings as operator_settings

# A ruleset is a big example: slow to draw is not wrong, and a loaded build machine is no reason to fail.
_PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large]}

settings.register_profile("dev", max_examples=40, **_PATIENT)
settings.register_profile("ci", max_examples=60, derandomize=True, print_blob=True, **_PATIENT)
settings.register_profile("deep", max_examples=3000, **_PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


@pytest.fixture(autouse=True)
def _settings_are_read_anew() -> Iterator[None]:
    """What a test sets in the environment holds for this test only."""
    operator_settings.cache_clear()
    yield
    operator_settings.cache_clear()
