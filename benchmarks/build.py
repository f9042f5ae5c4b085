"""Wall time of the whole site beside plain Material's, side by side, and how both grow.

Counted for us: the command `coursepack build` from start to end: all rules, both languages (two processes), five questions in each
lesson, glossary cards, inlined pictures, policy and .gz files. Counted for plain Material: `mkdocs build` of the same pages as one
site (one process), its default features, search with jieba; fences stay code blocks, so no questions. "80 pages" are 40 in each language.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .generate import lessons_of, write_course, write_plain
from .row import Row
from .timing import Seconds, command, interleaved

SIZES = {80: 3, 800: 1}  # pages in both languages together → runs
MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")


def rows(quick: bool, verbose: bool) -> Iterator[Row]:
    """Rows for 80 pages, unless quick also for 800 and for the growth."""
    walls: dict[int, tuple[Seconds, Seconds]] = {}
    for pages, runs in SIZES.items():
        if pages == 80 or not quick:
            ours, plain = walls[pages] = _measure(pages, runs)
            yield Row(f"build {pages} pages, plain Material (1 process)", plain.wall, "s")
            yield Row(f"build {pages} pages, ours (2 processes on {os.cpu_count()} processors)", ours.wall, "s")
            yield Row(f"build {pages} pages, wall time, ours / plain", ours.wall / plain.wall, limit=1.0)
            yield Row(f"build {pages} pages, processor time, ours / plain", ours.cpu / plain.cpu)
    if len(walls) > 1:
        yield Row("build 80 → 800 pages, plain Material", walls[800][1].wall / walls[80][1].wall)
        yield Row("build 80 → 800 pages, ours", walls[800][0].wall / walls[80][0].wall, limit=11)


def _measure(pages: int, runs: int) -> tuple[Seconds, Seconds]:
    with tempfile.TemporaryDirectory() as folder:
        course, plain = Path(folder, "course"), Path(folder, "plain")
        write_course(course, lessons_of(pages // 2), questions=5)
        write_plain(course, plain)
        ours, theirs = interleaved(runs, lambda: build_ours(course), lambda: build_plain(plain))
        return ours, theirs


def build_ours(course: Path) -> Seconds:
    shutil.rmtree(course / "site", ignore_errors=True)
    return command([sys.executable, "-m", "coursepack.cli", "--root", course, "build"])


def build_plain(folder: Path) -> Seconds:
    shutil.rmtree(folder / "site", ignore_errors=True)
    return command([*MKDOCS, "-f", folder / "mkdocs.yml", "-d", folder / "site"])
