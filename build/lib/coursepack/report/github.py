"""Findings as GitHub workflow commands, so that they show beside the changed lines."""

from pathlib import Path

from ..checks import Outcome
from .text import summary


def report(outcome: Outcome, root: Path) -> str:
    lines = []
    for problem in outcome.problems:
        place = problem.place
        title = _escape(problem.rule, ":,")
        message = _escape(f"{problem.message.zh} · {problem.message.en}\n{problem.remedy.zh} · {problem.remedy.en}")
        lines.append(
            f"::{problem.level} file={_escape(place.file, ':,')},line={place.line},col={place.column},title={title}::{message}"
        )
    return "\n".join([*lines, summary(outcome)])


def _escape(text: str, more: str = "") -> str:
    for char in "%\r\n" + more:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
