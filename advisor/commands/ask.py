"""Say which explanation answers each question of a file, `{id, text}` one a line; `topic` is null if none is sure."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from advisor.commands.options import CommandError
from advisor.content.library import load
from advisor.understanding.topic_search import TopicSearch, ask


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="JSON Lines with `id` and `text`")


def run(options: Namespace) -> int:
    questions, topics = list(_questions(options.file)), load().topics
    if topics is None:
        raise CommandError("this content answers no side questions: it has no topics")
    search = TopicSearch(topics)
    for name, text in questions:
        asked = ask(search, text)
        line = {"id": name, "topic": asked.topic, "alternatives": asked.alternatives}
        print(json.dumps(line, ensure_ascii=False))
    return 0


def _questions(file: Path) -> Iterator[tuple[object, str]]:
    """A fault is told by its line, without what stands there."""
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            written = json.loads(line)
            yield written["id"], str(written["text"])
        except (ValueError, TypeError, KeyError):
            raise CommandError(f"{file}:{number}: an object with 'id' and 'text' is expected") from None
