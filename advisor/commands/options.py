"""What several commands share: the day that they speak of, and results as JSON."""

import json
from argparse import ArgumentParser, Namespace, _MutuallyExclusiveGroup
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any


def day_option(parser: ArgumentParser | _MutuallyExclusiveGroup, what: str = "as of this day") -> None:
    parser.add_argument("--on", type=date.fromisoformat, help=f"{what}, 2026-11-22; today if left out")


def day_of(options: Namespace) -> date:
    chosen: date | None = options.on
    return chosen or datetime.now(UTC).date()


def json_option(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="as JSON")


def print_json(data: Any, default: Callable[[Any], Any] | None = None) -> None:
    print(json.dumps(data, indent=2, ensure_ascii=False, default=default))
