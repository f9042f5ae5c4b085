"""Findings for people: place, rule, both languages, the line with a caret under it, the remedy."""

from pathlib import Path

from ..checks import Outcome
from ..problem import Place, Problem
from ..text import display_width

CARETS = 60
LINE = 160


def report(outcome: Outcome, root: Path) -> str:
    """All problems and a closing line."""
    lines = _Lines(root)
    return "\n".join([*(_problem(problem, lines) for problem in outcome.problems), summary(outcome)])


def _problem(problem: Problem, lines: "_Lines") -> str:
    place = problem.place
    level = "" if problem.level == "error" else "警告 warning · "
    head = f"{place.file}:{place.line}:{place.column}  {problem.rule}  {level}{problem.message.zh} · {problem.message.en}"
    remedy = f"      {problem.remedy.zh} · {problem.remedy.en}"
    line = lines.get(place.file, place.line)
    if not line.strip():
        return f"{head}\n{remedy}"
    line, place = _clipped(line, place)
    before = display_width(line[: place.column - 1])
    caret = "^" * max(1, min(display_width(line[place.column - 1 : place.column - 1 + place.length]), CARETS))
    return f"{head}\n{place.line:>5} | {line}\n      | {' ' * before}{caret}\n{remedy}"


def _clipped(line: str, place: Place) -> tuple[str, Place]:
    """The part of a very long line around the caret."""
    if len(line) <= LINE:
        return line, place
    start = max(0, place.column - 1 - LINE // 3)
    return ("…" if start else "") + line[start : start + LINE] + "…", place._replace(column=place.column - start + (start > 0))


def summary(outcome: Outcome) -> str:
    """The closing line: counts, accepted warnings, where to read on."""
    errors, warnings = outcome.count("error"), outcome.count("warning")
    text = f"{_count(errors, 'error')}, {_count(warnings, 'warning')} in {_count(outcome.files, 'file')}"
    text += f", {_count(len(outcome.accepted), 'warning')} accepted"
    if outcome.problems:
        text += f" · coursepack explain {outcome.problems[0].rule}"
    return text


def _count(number: int, word: str) -> str:
    return f"{number} {word}" + ("" if number == 1 else "s")


class _Lines:
    """Lines of files, read once each."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, list[str]] = {}

    def get(self, file: str, number: int) -> str:
        if file not in self.files:
            try:
                text = _decoded((self.root / file).read_bytes())
            except OSError:
                text = ""
            self.files[file] = [line.rstrip("\r").replace("\t", " ") for line in text.split("\n")]
        lines = self.files[file]
        return "".join(c if c.isprintable() else "�" for c in lines[number - 1]) if number <= len(lines) else ""


def _decoded(raw: bytes) -> str:
    """A file as text; one saved in GBK is shown as its author sees it, what is no text at all is not shown."""
    if b"\x00" in raw[:1000]:
        return ""
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")
