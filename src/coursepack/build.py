"""Builds the site of both languages at once, beside the old one, and swaps it in only when it is whole."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import checks
from .course import Course, load
from .deploy import compress, write_policy
from .report import text

CONFIGS = {"zh": "mkdocs.yml", "en": "mkdocs.en.yml"}
PLACES = {"zh": "", "en": "en"}
PART = "COURSEPACK_PART"  # set in the processes that build one language only
CHECKED = "COURSEPACK_CHECKED"
PROGRESS = "COURSEPACK_PROGRESS"
EDITION = "COURSEPACK_EDITION"
EPOCH = "1767225600"  # 2026-01-01: a fixed clock, so that the same course gives the same bytes


class CheckFailed(Exception):
    """The course has errors; the text is the whole report."""


class BuildFailed(Exception):
    """A language could not be built; the text is what the generator said."""


def checked_course(root: Path) -> Course:
    """The course in `root`, known to be free of errors. Raises CheckFailed."""
    course = load(root)
    if not os.environ.get(CHECKED):
        outcome = checks.run(course)
        if outcome.count("error"):
            raise CheckFailed(text.report(outcome, root))
    return course


@dataclass
class Run:
    """One language being built in a process of its own."""

    lang: str
    process: subprocess.Popen[bytes]
    log: Path

    def output(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


def start(root: Path, lang: str, out: Path, progress: Path | None = None, edition: str = "learner") -> Run:
    """Starts the generator for one language, writing into `out`."""
    out.parent.mkdir(parents=True, exist_ok=True)
    log = out.parent / f"{out.name or 'site'}.log"
    environment = dict(os.environ, PYTHONUTF8="1", SOURCE_DATE_EPOCH=EPOCH, NO_MKDOCS_2_WARNING="1")
    environment |= {PART: lang, CHECKED: "1", EDITION: edition}
    if progress:
        environment[PROGRESS] = str(progress)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(root / CONFIGS[lang]), "-d", str(out)]
    with log.open("wb") as sink:
        process = subprocess.Popen(command, cwd=root, env=environment, stdout=sink, stderr=subprocess.STDOUT)
    return Run(lang, process, log)


def build(root: Path, out: Path, edition: str = "learner", tick: Callable[[int], None] = lambda done: None) -> list[Path]:
    """Checks and builds both languages into `out`; `tick` hears the number of page steps done.

    Returns what was written. Raises CheckFailed or BuildFailed, and then leaves `out` as it was.
    """
    work = out.with_name(out.name + ".partial")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        progress = work / "progress"
        progress.touch()
        runs = [start(root, lang, work / lang, progress, edition) for lang in CONFIGS if (root / CONFIGS[lang]).is_file()]
        _wait(runs, progress, tick, meanwhile=lambda: checked_course(root))
        site = _join(work, runs)
        write_policy(site)
        compress(site)
        _swap(site, out)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return [out]


def _wait(runs: list[Run], progress: Path, tick: Callable[[int], None], meanwhile: Callable[[], object]) -> None:
    """Waits for all; what `meanwhile` raises, or an interruption, ends them."""
    try:
        meanwhile()
        while any(run.process.poll() is None for run in runs):
            tick(progress.stat().st_size)
            time.sleep(0.1)
    finally:
        for run in runs:
            if run.process.poll() is None:
                run.process.kill()
    failed = [run for run in runs if run.process.returncode]
    if failed:
        raise BuildFailed("\n".join(f"[{run.lang}] {run.output().strip()}" for run in failed))


def _join(work: Path, runs: list[Run]) -> Path:
    """The sites of the languages in one folder, each at its place."""
    site = work / runs[0].lang
    for run in runs[1:]:
        (work / run.lang).rename(site / PLACES[run.lang])
    return site


def _swap(site: Path, out: Path) -> None:
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    site.rename(out)
    shutil.rmtree(old, ignore_errors=True)
