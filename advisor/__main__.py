"""The command line: the headless face of the same logic."""

import argparse
import os
import sys
from collections.abc import Sequence

from advisor.commands import (
    answer,
    ask,
    assess,
    book,
    check,
    clauses,
    coverage,
    diff,
    effort,
    levers,
    questions,
    scenarios,
    schema,
    summary,
    understand,
    verify,
)
from advisor.commands.options import CommandError
from advisor.reading.reader import ContentError
from advisor.settings import SettingsError, settings

COMMANDS = (
    questions,
    assess,
    summary,
    levers,
    effort,
    verify,
    understand,
    check,
    scenarios,
    answer,
    diff,
    book,
    schema,
    coverage,
    ask,
    clauses,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m advisor", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        name, told = command.__name__.rsplit(".", 1)[-1], (command.__doc__ or "").replace("%", "%%")
        part = commands.add_parser(name, help=told, description=told)
        command.arguments(part)
        part.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    for remark in settings().unknown:
        print(remark, file=sys.stderr)
    try:
        settings().require("ADVISOR_CONTENT")
        return _run(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        print(f"{len(error.mistakes)} mistakes in the content", file=sys.stderr)
        return 1
    except (CommandError, SettingsError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"{error.filename}: {error.strerror}" if error.filename else error, file=sys.stderr)
    return 2


def _run(options: argparse.Namespace) -> int:
    """The command's exit code. Ends quietly, as if all was said, where the reader of a pipe has gone (`| head -1`)."""
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more at exit and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


if __name__ == "__main__":
    sys.exit(main())
