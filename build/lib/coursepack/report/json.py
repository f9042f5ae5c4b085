"""Findings for programs."""

import json
from pathlib import Path

from ..checks import Outcome


def report(outcome: Outcome, root: Path) -> str:
    """`{"files": n, "accepted": n, "problems": [{file, line, column, rule, level, message, remedy}]}`."""
    problems = [
        {
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "rule": problem.rule,
            "level": problem.level,
            "message": problem.message._asdict(),
            "remedy": problem.remedy._asdict(),
        }
        for problem in outcome.problems
    ]
    return json.dumps(
        {"files": outcome.files, "accepted": len(outcome.accepted), "problems": problems}, ensure_ascii=False, indent=2
    )
