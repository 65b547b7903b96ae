"""Proves that two checkouts say the same: `python tools/compare OLD NEW`, with the project's Python.

Everything is asked through `advisor.__main__.main` and written as text into DIR/old and DIR/new, one file for each case
and kind, so that the two folders can also be compared by hand. What must differ is evened out: the hash of the content,
links, signatures, durations and paths. The old side is kept, and used again as long as its commit, the day and `FORM`
are the same; delete DIR/old after another change, such as one of the packages. Exit code: 0 equal but for what was
wanted, 1 different, 2 not comparable.

`--wanted FILE` is a YAML list. An entry `{in, old, new, why}` replaces the regular expression `old` (MULTILINE) by the
template `new` in the old outputs whose names fit the pattern `in`, before they are compared. An entry `{in, only, why}`
accepts outputs that only the `old` or the `new` side has.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import perf_counter

from comparing import differences, read_wanted, report
from content_edits import EDITS, edited, environment, python_of
from planning import FOLDERS, cases_of, keep_stamps, newest_check, parts_to_do, read_yaml, stamp
from rendering import PARTS, Case, Job, render, say


def render_sides(sides: Mapping[Path, tuple[Path, list[str]]], day: str, cases: list[Case]) -> bool:
    """Both sides at the same time. `sides`: folder of outputs → checkout and parts. False if one of them fails."""
    with TemporaryDirectory() as folder:
        processes = []
        for out, (root, parts) in sides.items():
            wanted = [part for part in parts if part in PARTS]
            if not wanted:
                continue
            job = Path(folder) / f"{out.name}.json"
            whole = Job(str(root), str(out), day, wanted, [asdict(case) for case in cases])
            job.write_text(json.dumps(asdict(whole)), "utf-8")
            command = [python_of(root), str(Path(__file__).resolve().parent), "--render", str(job)]
            processes.append(subprocess.Popen(command, cwd=root, env=environment()))  # noqa: S603
        codes = [process.wait() for process in processes]
    return not any(codes)


def edit_sides(sides: Mapping[Path, tuple[Path, list[str]]], day: str, part: str) -> None:
    """The edits of one part on both sides, two at a time."""
    start, more = perf_counter(), part == "more"
    edits = [edit for edit in read_yaml(EDITS) if not (more and edit.get("some"))]
    with ThreadPoolExecutor(2) as pool:
        waiting = [
            pool.submit(edited, root, out, edit, day, more=more)
            for edit in edits
            for out, (root, parts) in sides.items()
            if part in parts
        ]
        for one in waiting:
            one.result()
    if waiting:
        say(f"{part} in {perf_counter() - start:.0f} s")


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path, nargs="?", help="a checkout")
    parser.add_argument("new", type=Path, nargs="?", help="the other one")
    parser.add_argument("--out", type=Path, default=Path(gettempdir()) / "compare_outputs", help="where the outputs go")
    parser.add_argument("--some", type=int, default=40, help="make documents of every N-th example; 40 if left out")
    parser.add_argument("--wanted", type=Path, help="differences that are meant")
    parser.add_argument("--on", help="the day of everything; the newest `checked` of OLD if left out")
    parser.add_argument("--defects", choices=("none", "some", "all"), default="some", help="edits of the content")
    parser.add_argument("--parts", nargs="*", choices=tuple(PARTS), default=list(PARTS), help="besides the edits")
    parser.add_argument("--render", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.render and (not options.old or not options.new):
        parser.error("OLD and NEW are needed")
    return options


def main() -> int:
    options = read_arguments()
    if options.render:
        render(options.render)
        return 0
    old, new, out = options.old.resolve(), options.new.resolve(), options.out.resolve()
    wanted = read_wanted(options.wanted)
    day = options.on or newest_check(old)
    parts = [*options.parts, *{"none": (), "some": ("edits",), "all": ("edits", "more")}[options.defects]]
    stamps = {part: stamp(old, part, day, options.some) for part in parts}
    sides = {
        out / "old": (old, parts_to_do(out / "old", stamps, reuse=True)),
        out / "new": (new, parts_to_do(out / "new", stamps, reuse=False)),
    }
    say(f"on {day}; of the old side still to do: {', '.join(sides[out / 'old'][1]) or 'nothing'}")
    if not render_sides(sides, day, cases_of(old, day, options.some)):
        say("one side cannot be rendered")
        return 2
    keep_stamps(out / "old", {part: stamps[part] for part in parts if part in PARTS})
    for part in (part for part in parts if part not in PARTS):
        edit_sides(sides, day, part)
        keep_stamps(out / "old", {part: stamps[part]})
    folders = [folder for part in parts for folder in FOLDERS[part]]
    return report(out, *differences(out / "old", out / "new", folders, wanted), wanted)


if __name__ == "__main__":
    sys.exit(main())
